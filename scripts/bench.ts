import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type, release } from 'node:os';
import { join } from 'node:path';
import { build, tests } from './bench/commands.ts';
import { compare } from './bench/compare.ts';
import { embeds } from './bench/embeds.ts';
import { frames } from './bench/frames.ts';
import { kernel } from './bench/kernel.ts';
import { page } from './bench/page.ts';
import { type Row, table } from './bench/row.ts';
import { scores } from './bench/scores.ts';
import { shift } from './bench/shift.ts';
import { simulation } from './bench/simulation.ts';
import { six } from './bench/six.ts';
import { openSite, type Site } from './bench/site.ts';
import { weight } from './bench/weight.ts';
import { root } from './setup/run.mjs';

const parts: Record<string, (site: Site) => Row[] | Promise<Row[]>> = {
  weight, embeds, shift, frames, scores, kernel, simulation, six, compare,
};
const wanted = process.argv.slice(2);
const known = ['build', ...Object.keys(parts), 'tests'];
const unknown = wanted.find((name) => !known.includes(name));
if (unknown) {
  console.error(`There is no benchmark "${unknown}". There are: ${known.join(', ')}.`);
  process.exit(2);
}

const asked = (name: string) => wanted.length === 0 || wanted.includes(name);
const rows: Row[] = [];
if (asked('build')) rows.push(...await attempt('build', build));
const site = await openSite();
for (const [name, part] of Object.entries(parts)) {
  if (!asked(name)) continue;
  console.log(`Measuring ${name} ...`);
  rows.push(...await attempt(name, () => part(site)));
}
await site.close();
if (asked('tests')) rows.push(...await attempt('tests', tests));

console.log(`\n${table(rows)}`);
if (wanted.length === 0) {
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.versions.node}`;
  const made = `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine}.`;
  const file = join(root, 'docs', 'bench.md');
  writeFileSync(file, page(readFileSync(file, 'utf8'), made, rows));
}

/** A measurement that fails becomes a line which says so, and the others go on. */
async function attempt(name: string, part: () => Row[] | Promise<Row[]>): Promise<Row[]> {
  try {
    return await part();
  } catch (error) {
    process.exitCode = 1;
    const [reason] = String(error).split('\n');
    return [{ what: name, measured: `not measured (${reason})`, bar: '', met: false }];
  }
}
