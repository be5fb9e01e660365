/** The comparisons as a file of the project, src/data/verification.json, for the page on the model. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './verify.ts';

export interface Verification {
  /** Of the text of the simulation, the techniques and the comparisons themselves. */
  hash: string;
  /** How many seeds each comparison was run with. */
  seeds: number;
  verdicts: Verdict[];
}

/** What the comparisons were made from, in sixteen characters. @param root the project's folder */
export function verificationHash(root: string): string {
  const hash = createHash('sha256');
  for (const folder of ['src/simulation', 'src/techniques', 'src/verification']) {
    for (const name of readdirSync(join(root, folder)).filter((each) => each.endsWith('.ts')).toSorted()) {
      hash.update(`${name}\0${readFileSync(join(root, folder, name), 'utf8').replaceAll('\r\n', '\n')}\0`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** JSON with a line for each comparison, figures to six digits. */
export function writeVerification({ hash, seeds, verdicts }: Verification): string {
  const lines = verdicts.map((verdict) => `    ${JSON.stringify(verdict, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value))}`);
  return `{\n  "hash": "${hash}",\n  "seeds": ${seeds},\n  "verdicts": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
