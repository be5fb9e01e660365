import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page } from '../../../scripts/bench/page.ts';
import { row } from '../../../scripts/bench/row.ts';

const bench = readFileSync('docs/bench.md', 'utf8');

test('a new table leaves what is written below it', () => {
  const [above, below] = bench.split(/^(?=## )/m) as [string, string];
  const written = page(bench, 'Measured anew.', [row('A weight', '1 kB')]);
  expect(above).toContain('| what | measured | bar | met |');
  expect(written).toBe(`# Benchmark\n\nMeasured anew.\n\n| what | measured | bar | met |\n|---|---|---|---|\n| A weight | 1 kB |  |  |\n\n${below}`);
  expect(page('', 'Measured.', []).endsWith('|---|---|---|---|\n')).toBe(true);
});

/** The first figure of a line of the benchmark, in kB. */
function measured(what: string): number {
  const line = bench.split('\n').find((each) => each.startsWith(`| ${what} |`));
  return Number(/^\| [^|]+ \| ([\d.]+) kB/.exec(line ?? '')?.[1]);
}

test('the guide says of downloads what the benchmark measured', () => {
  const said = readFileSync('src/components/embed/WhatItWeighs.astro', 'utf8');
  const [, least, most] = /'(\d+) to (\d+) kB'/.exec(said)!.map(Number);
  const frames = ['An embed untouched, all of it, brotli', 'The comparison as an embed, untouched, all of it, brotli'].map(measured);
  for (const frame of frames) {
    expect(frame).toBeGreaterThanOrEqual(least!);
    expect(frame).toBeLessThanOrEqual(most!);
  }
  const more = measured('An embed woken') - frames[0]!;
  expect(said).toContain(`'about ${10 * Math.round(more / 10)} kB more, once'`);
  expect(said).toContain(`'${Math.ceil(measured('The element, gzip'))} kB, once'`);
  expect(said).toContain(`'at most ${Math.ceil(measured('The largest animated SVG, gzip'))} kB'`);
});
