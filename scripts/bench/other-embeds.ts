import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Row } from './row.ts';

/** What other embeds load into a page or into its frame, and what was measured of them when they cannot be had. */
const known = [
  { what: 'lite-youtube-embed', package: 'lite-youtube-embed@0.3.4', file: 'lite-youtube-embed/src/lite-yt-embed.js', kB: 2.4 },
  { what: 'iframe-resizer, in the page', package: '@iframe-resizer/parent@5.5.9', file: '@iframe-resizer/parent/index.esm.js', kB: 10.3 },
  { what: 'iframe-resizer, in the frame', package: '@iframe-resizer/child@5.5.9', file: '@iframe-resizer/child/index.esm.js', kB: 12.7 },
  { what: 'pym', package: 'pym.js@1.3.2', file: 'pym.js/dist/pym.v1.min.js', kB: 2.8 },
];

/** The scripts of other embeds, built and compressed as ours; installed in a temporary folder, which is deleted. */
export async function others(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'other-embeds-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const packages = known.map(({ package: name }) => name);
    const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: folder, timeout: 120_000 });
    const row = async ({ what, file, kB }: (typeof known)[number]): Promise<Row> => ({
      what: `For comparison, gzip: ${what}`, bar: '', met: null,
      measured: status === 0 ? `${(await weigh(join(folder, 'node_modules', file)) / 1000).toFixed(1)} kB` : `${kB} kB (as published, not measured here)`,
    });
    return await Promise.all(known.map(row));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function weigh(entry: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'it' }, rolldownOptions: { output: { minify: true } } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return gzipSync(outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('')).length;
}
