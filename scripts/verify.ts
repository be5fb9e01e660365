/**
 * Compares the simulation with theory: prints a line for each comparison and writes them to
 * src/data/verification.json. Exit 1 if one fails.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeds } from '../src/verification/case.ts';
import { experiments } from '../src/verification/experiments.ts';
import { verificationHash, writeVerification } from '../src/verification/record.ts';
import { heading, line } from '../src/verification/table.ts';
import type { Verdict } from '../src/verification/verify.ts';
import { share } from './verify/share.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const verdicts: Verdict[][] = [];
let printed = 0;
console.log(heading);
await share(experiments.length, 2, (index, found) => {
  verdicts[index] = found;
  for (; verdicts[printed]; printed += 1) for (const verdict of verdicts[printed]!) console.log(line(verdict));
});

const all = verdicts.flat();
const failed = all.filter(({ passed }) => !passed);
writeFileSync(join(root, 'src/data/verification.json'), writeVerification({ hash: verificationHash(root), seeds: seeds.length, verdicts: all }));
const took = Math.round((performance.now() - began) / 1000);
console.log(`\n${all.length - failed.length} of ${all.length} passed, over ${seeds.length} seeds each, in ${took} s.`);
process.exitCode = failed.length > 0 ? 1 : 0;
