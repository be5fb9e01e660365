/** The site's faces as files that a renderer outside a browser reads: TrueType, one a weight. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { characters } from '../fonts/faces.ts';

const cuts: { from: string; file: string; axes: Record<string, number>; weights: number[] }[] = [
  { from: 'archivo', file: 'archivo-latin-wdth-normal.woff2', axes: { wdth: 88 }, weights: [400, 650, 700] },
  { from: 'literata', file: 'literata-latin-opsz-normal.woff2', axes: { opsz: 72 }, weights: [500] },
];

/** Writes the faces to a folder of their own and returns their paths. */
export async function fontFiles(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'between-services-fonts-'));
  const files: string[] = [];
  for (const { from, file, axes, weights } of cuts) {
    const source = readFileSync(join(process.cwd(), 'node_modules', '@fontsource-variable', from, 'files', file));
    for (const wght of weights) {
      const path = join(folder, `${from}-${wght}.ttf`);
      writeFileSync(path, await subsetFont(source, characters, { targetFormat: 'sfnt', variationAxes: { ...axes, wght } }));
      files.push(path);
    }
  }
  return files;
}
