import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from '../setup/run.mjs';
import { atMost, type Row } from './row.ts';

/** The time of a build with nothing kept from an earlier one. */
export async function build(): Promise<Row[]> {
  for (const folder of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  return [atMost('Build from clean', await timed(['run', '--silent', 'build']), 20, 's')];
}

/** The time of all tests, with everything installed. */
export async function tests(): Promise<Row[]> {
  return [atMost('npm test', await timed(['test']) / 60, 15, 'min')];
}

async function timed(command: string[]): Promise<number> {
  const from = performance.now();
  const code = await npm(command);
  if (code !== 0) throw new Error(`npm ${command.join(' ')} failed, so its time says nothing.`);
  return (performance.now() - from) / 1000;
}
