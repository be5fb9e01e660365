/** One run of the comparison: its figures, and for the first seed what is drawn of it. */
import { advanceInSlices, type Slicing } from '../diagram/traffic/slices.ts';
import { StripCounter, type Strip } from '../measure/strip.ts';
import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Technique } from '../simulation/technique.ts';
import { figuresOf } from './figures.ts';
import { Camera, type Film } from './film.ts';
import type { Figures } from './types.ts';

export interface Job {
  /** Which wish of the page it is for; an earlier one is dropped. */
  ticket: number;
  slug: string;
  scenario: Scenario;
  /** Whether it is drawn. */
  film: boolean;
}

export interface Done {
  ticket: number;
  slug: string;
  seed: number;
  figures: Figures;
  strip: Strip | null;
  film: Film | null;
}

/** Does a job in slices. Null when it was no longer wanted. */
export async function doJob(technique: Technique, { ticket, slug, scenario, film }: Job, slicing: Slicing): Promise<Done | null> {
  const run = new Run(technique, scenario, film);
  const counter = film ? new StripCounter(scenario.duration) : null;
  const camera = film ? new Camera(run) : null;
  run.tally.watch = counter && counter.count;
  if (!await advanceInSlices(run, slicing, camera?.look)) return null;
  return { ticket, slug, seed: scenario.seed, figures: figuresOf(run.metrics()), strip: counter && counter.strip, film: camera && camera.film() };
}
