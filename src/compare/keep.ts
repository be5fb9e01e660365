/** What is kept of the comparison's runs, so that a build need not run them: src/data/films/SLUG.json. */
import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Technique } from '../simulation/technique.ts';
import { Camera, type Film } from './film.ts';
import { atMarks } from './marks.ts';

/** By the name of the scenario: a picture a mark of the first seed, and what it was made from: see `hasher`. */
export type KeptFilms = Record<string, { hash: string; film: Film }>;

/** The kernel takes this many events between two looks of the camera. */
const STRIDE = 10_000;

/** Runs a technique under a scenario for its pictures. */
export function filmRun(technique: Technique, scenario: Scenario): Film {
  const run = new Run(technique, scenario, true);
  const camera = new Camera(run);
  while (!run.advance(STRIDE)) camera.look();
  return atMarks(camera.film());
}
