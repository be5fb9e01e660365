/**
 * Measures every run that the articles publish, and writes src/data/measured. What was measured from
 * the same model and scenario already is left alone; `--all` measures everything again.
 */
import { fileURLToPath } from 'node:url';
import { hasher } from '../src/measure/hash.ts';
import type { Measurement, Measurements } from '../src/measure/measurement.ts';
import { allRuns } from '../src/measure/runs.ts';
import { readMeasurements, writeMeasurements } from '../src/measure/store.ts';
import { readContent } from '../src/schemas/content.ts';
import { sentence } from '../src/schemas/errors.ts';
import { techniques } from '../src/schemas/models.ts';
import { share } from './measure/share.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { content, problems } = readContent(root);
if (problems.length > 0) {
  console.error(problems.map(sentence).join('\n'));
  process.exit(1);
}

const hash = hasher(root);
const kept = new Map(Object.keys(techniques).map((slug) => [slug, readMeasurements(root, slug)]));
const runs = allRuns(content).map((run) => ({ ...run, hash: hash(run.slug, run.scenario) }));
const stale = process.argv.includes('--all') ? runs : runs.filter((run) => kept.get(run.slug)![run.name]?.hash !== run.hash);

const began = performance.now();
await share(stale, 2, ({ slug, name }, measurement, done) => {
  kept.get(slug)![name] = measurement;
  writeMeasurements(root, slug, wanted(slug));
  console.log(`${String(done).padStart(String(stale.length).length)}/${stale.length}  ${slug}, ${name}`);
});
for (const slug of kept.keys()) writeMeasurements(root, slug, wanted(slug));
console.log(`${stale.length} of ${runs.length} runs measured in ${Math.round((performance.now() - began) / 1000)} s; the others were up to date.`);

/** What is kept of a technique, without what nobody asks for any more. */
function wanted(slug: string): Measurements {
  const found = kept.get(slug)!;
  return Object.fromEntries(runs.filter((run) => run.slug === slug && found[run.name])
    .map(({ name }): [string, Measurement] => [name, found[name]!]));
}
