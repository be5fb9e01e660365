import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

/**
 * Runs `node scripts/simulate.ts` with these arguments, as `npm run simulate` does.
 * @param reader what becomes of its output: read to the end, or left after the first piece
 */
export function simulateCli(given: readonly string[], reader: 'reads' | 'leaves' = 'reads'): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/simulate.ts', ...given], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece;
      if (reader === 'leaves') child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
    child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
  });
}
