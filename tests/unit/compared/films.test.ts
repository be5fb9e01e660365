/** The committed films of the comparison's runs: of the models as they are, and the same when run again. */
import { expect, test } from 'vitest';
import { filmRun, type KeptFilms } from '../../../src/compare/keep.ts';
import { Camera, still } from '../../../src/compare/film.ts';
import { atMarks, markOf } from '../../../src/compare/marks.ts';
import { hasher } from '../../../src/measure/hash.ts';
import { allRuns } from '../../../src/measure/runs.ts';
import { readKept } from '../../../src/measure/store.ts';
import { MARK } from '../../../src/player/compared/marks.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { measuredScenarios } from '../../../src/schemas/measurements.ts';
import { Run } from '../../../src/simulation/run.ts';
import { content, root } from '../measure.ts';

const hash = hasher(root);
const slugs = Object.keys(techniques);
const kept = new Map(slugs.map((slug) => [slug, readKept<KeptFilms[string]>(root, 'films', slug)]));
const runs = allRuns(content).filter(({ name }) => measuredScenarios.includes(name)).map((run) => ({ ...run, hash: hash(run.slug, run.scenario) }));

test('there is a film of every run that is compared, of the model and the scenario as they are, and no other', () => {
  const wanted = Object.fromEntries(slugs.map((slug) => [slug, Object.fromEntries(runs.filter((run) => run.slug === slug).map((run) => [run.name, run.hash]))]));
  const found = Object.fromEntries(slugs.map((slug) => [slug, Object.fromEntries(Object.entries(kept.get(slug)!).map(([name, { hash: of }]) => [name, of]))]));
  expect(found, 'These films are of another model or scenario: run `npm run measure` and commit src/data/films.').toEqual(wanted);
});

/** One run a technique, others whenever the model changes. */
const sample = slugs.map((slug) => {
  const own = runs.filter((run) => run.slug === slug);
  return own[Number.parseInt(own[0]!.hash.slice(0, 8), 16) % own.length]!;
});

test.each(sample)('the film of $slug under $name is the same again', ({ slug, name, scenario }) => {
  const again = JSON.parse(JSON.stringify(filmRun(techniques[slug]!, scenario))) as unknown;
  expect(again, 'Run `npm run measure -- --all` and commit src/data/films.').toEqual(kept.get(slug)![name]!.film);
}, 60_000);

test('a mark of what is kept shows what the whole film shows there', () => {
  const { scenario } = runs.find((run) => run.slug === 'async-messaging' && run.name === 'b-down')!;
  const run = new Run(techniques['async-messaging']!, scenario, true);
  const camera = new Camera(run);
  run.advance();
  const film = camera.film();
  for (const mark of [0, 5, 11]) expect(markOf(atMarks(film), mark)).toEqual(still(film, mark * MARK));
  expect(atMarks(film).pending).toHaveLength(13);
}, 60_000);
