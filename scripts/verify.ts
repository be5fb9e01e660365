/**
 * Compares the simulation with theory: prints a line for each comparison. Without an argument it makes all of them
 * and writes them to src/data/verification.json; with the name of a kind, such as M/M/1, those of that kind.
 * Exit 1 if one fails, 2 if there is no such kind.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unknownName } from '../src/schemas/errors.ts';
import { seeds } from '../src/verification/case.ts';
import { experiments } from '../src/verification/experiments.ts';
import { verificationHash, writeVerification } from '../src/verification/record.ts';
import { heading, line } from '../src/verification/table.ts';
import type { Verdict } from '../src/verification/verify.ts';
import { share } from './verify/share.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const kind = process.argv[2];
const kinds = [...new Set(experiments.map(({ family }) => family))];
if (kind !== undefined && !kinds.includes(kind)) {
  console.error(`verify: ${unknownName(kind, kinds)}`);
  process.exit(2);
}

const began = performance.now();
const wanted = [...experiments.keys()].filter((index) => kind === undefined || experiments[index]!.family === kind);
const verdicts: Verdict[][] = [];
let printed = 0;
console.log(heading);
await share(wanted, 2, (index, found) => {
  verdicts[wanted.indexOf(index)] = found;
  for (; verdicts[printed]; printed += 1) for (const verdict of verdicts[printed]!) console.log(line(verdict));
});

const all = verdicts.flat();
const failed = all.filter(({ passed }) => !passed);
if (kind === undefined) {
  writeFileSync(join(root, 'src/data/verification.json'), writeVerification({ hash: verificationHash(root), seeds: seeds.length, verdicts: all }));
}
const took = Math.round((performance.now() - began) / 1000);
console.log(`\n${all.length - failed.length} of ${all.length} passed, over ${seeds.length} seeds each, in ${took} s.`);
process.exitCode = failed.length > 0 ? 1 : 0;
