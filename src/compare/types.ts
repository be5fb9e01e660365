/** What the page gives the comparison: data alone, so that it can travel from server to browser. */
import type { Strip } from '../measure/strip.ts';
import type { Named } from '../player/compared/world.ts';
import type { Topology } from '../simulation/technique.ts';
import type { Figure } from './figures.ts';
import type { Film } from './film.ts';

export interface ComparedTechnique {
  slug: string;
  title: string;
  /** Where its article is. */
  url: string;
  topology: Topology;
}

/** A named scenario and what is said of it. */
export interface NamedScenario extends Named {
  title: string;
  short: string;
  icon: string;
  /** A line for each technique, by slug. */
  lines: Record<string, string>;
  /** What to see. */
  sees: string[];
}

/** The figures of one run; null where one does not apply. */
export type Figures = Record<Figure, number | null>;

/** What has been computed of a technique. */
export interface Result {
  /** Which wish of the page it answers. */
  ticket: number;
  /** Of each seed so far. */
  seeds: Figures[];
  /** The first seed's checkouts, second by second. */
  strip: Strip;
  film: Film;
}

export interface ComparisonProps {
  techniques: ComparedTechnique[];
  scenarios: NamedScenario[];
  /** What is on show before anything is computed: the published measurements, and the diagrams at one instant. */
  initial: {
    scenario: string;
    /** Milliseconds. */
    position: number;
    results: Record<string, Result>;
  };
}
