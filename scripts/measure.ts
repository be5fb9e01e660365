/**
 * Measures every run that the articles publish, and writes src/data/measured; films those of the comparison, and
 * writes src/data/films. What was made from the same model and scenario already is left alone; `--all` makes
 * everything again.
 */
import { fileURLToPath } from 'node:url';
import { filmRun, type KeptFilms } from '../src/compare/keep.ts';
import { hasher } from '../src/measure/hash.ts';
import type { Measurement, Measurements } from '../src/measure/measurement.ts';
import { allRuns } from '../src/measure/runs.ts';
import { readKept, readMeasurements, writeKept, writeMeasurements } from '../src/measure/store.ts';
import { readContent } from '../src/schemas/content.ts';
import { measuredScenarios } from '../src/schemas/measurements.ts';
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
const again = process.argv.includes('--all');
const stale = again ? runs : runs.filter((run) => kept.get(run.slug)![run.name]?.hash !== run.hash);

const began = performance.now();
await share(stale, 2, ({ slug, name }, measurement, done) => {
  kept.get(slug)![name] = measurement;
  writeMeasurements(root, slug, wanted(slug));
  console.log(`${String(done).padStart(String(stale.length).length)}/${stale.length}  ${slug}, ${name}`);
});
for (const slug of kept.keys()) writeMeasurements(root, slug, wanted(slug));
const filmed = [...kept.keys()].reduce((sum, slug) => sum + film(slug), 0);
console.log(`${stale.length} of ${runs.length} runs measured and ${filmed} filmed in ${Math.round((performance.now() - began) / 1000)} s; the others were up to date.`);

/** What is kept of a technique, without what nobody asks for any more. */
function wanted(slug: string): Measurements {
  const found = kept.get(slug)!;
  return Object.fromEntries(runs.filter((run) => run.slug === slug && found[run.name])
    .map(({ name }): [string, Measurement] => [name, found[name]!]));
}

/** Films a technique under every named scenario, and says how many films are new. */
function film(slug: string): number {
  const before = readKept<KeptFilms[string]>(root, 'films', slug);
  const named = runs.filter((run) => run.slug === slug && measuredScenarios.includes(run.name));
  const old = named.filter((run) => again || before[run.name]?.hash !== run.hash);
  const made = Object.fromEntries(old.map((run) => [run.name, { hash: run.hash, film: filmRun(techniques[slug]!, run.scenario) }]));
  writeKept(root, 'films', slug, Object.fromEntries(named.map(({ name }) => [name, made[name] ?? before[name]])), 1);
  return old.length;
}
