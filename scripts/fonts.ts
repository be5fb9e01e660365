import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { faceRules, lendRule, measure, stacks, type Metrics } from './fonts/css.ts';
import { type Cut, faces, loans } from './fonts/faces.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src', 'assets', 'fonts');
mkdirSync(target, { recursive: true });

const rules = ['/* Written by `npm run fonts`. */\n', stacks(faces)];

for (const face of faces) {
  await write(face);
  const source = sourceOf(face);
  const metrics: Metrics[] = [];
  for (const weight of face.weights) {
    const variationAxes = { ...face.axes, wght: weight };
    metrics.push(measure(await subsetFont(source, face.text, { targetFormat: 'sfnt', variationAxes }), weight));
  }
  rules.push(faceRules(face, metrics));
}

for (const loan of loans) {
  await write(loan);
  for (const face of loan.borrowers) rules.push(lendRule(face, loan.to, loan.text));
}

writeFileSync(join(root, 'src', 'styles', 'fonts.css'), rules.join('\n'));

function sourceOf({ from, file }: Cut): Buffer {
  return readFileSync(join(root, 'node_modules', '@fontsource-variable', from, 'files', file));
}

async function write(one: Cut): Promise<void> {
  const bytes = await subsetFont(sourceOf(one), one.text, {
    targetFormat: 'woff2', variationAxes: one.axes, noHinting: true,
  });
  writeFileSync(join(target, one.to), bytes);
  copyFileSync(
    join(root, 'node_modules', '@fontsource-variable', one.from, 'LICENSE'),
    join(target, `${one.from}-OFL.txt`),
  );
  console.log(`${one.to}: ${(bytes.length / 1000).toFixed(1)} kB`);
}
