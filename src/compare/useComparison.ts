import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Live } from '../diagram/live.ts';
import { Playback } from '../player/playback.ts';
import type { Step } from '../player/steps.ts';
import { realistic } from '../simulation/parameters.ts';
import type { Micros, Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { Comparer, hire } from './compute.ts';
import { slowestFirst, tooHeavy } from './heavy.ts';
import type { Done } from './job.ts';
import type { ComparisonProps, NamedScenario, Result } from './types.ts';
import { asNamed, scenarioOf, type World } from '../player/compared/world.ts';

/** Every figure is the mean of these. */
export const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** At speed 1 two seconds of the run pass in one. */
const SLOWDOWN = 0.5;
/** Further seeds refine the figures this often, in milliseconds. */
const REFINING = 250;
/** From one stop along the run to the next, for the arrow keys and for reduced motion. */
const STOP: Micros = 1_000_000;

const stopsOf = (stop: Micros): Step[] =>
  Array.from({ length: realistic.duration / stop + 1 }, (_, index) => ({ index, t: index * stop, kind: 'start', event: null }));

/** The playback moves an instant along the run; what is there to see comes from the films. */
const clockOf = (scenario: Scenario): Trace => ({ technique: '', scenario, events: [], end: scenario.duration, initial: {} });

export interface Compared {
  world: World;
  named: NamedScenario;
  scenario: Scenario;
  live: Live;
  results: Record<string, Result>;
  /** How many seeds of all techniques are in; 0: some results are of another world. */
  seeds: number;
  /** Whether the diagrams show the whole run, and not only the instant that the page came with. */
  drawn: boolean;
  /** The techniques of which they do. */
  fresh: ReadonlySet<string>;
  /** About how many events a seed would take, where that is too many to run here; else null. */
  heavy: number | null;
  change(world: World): void;
  /** Has the runs of the first scenario drawn, whose figures are there from the start. */
  draw(): void;
}

/**
 * Runs all techniques: every change makes other runs, the first seed first. Nothing is computed before `change` or `draw`.
 * @param extent what a change computes, and how far the stops along the run lie apart
 */
export function useComparison(
  { techniques, scenarios, initial }: ComparisonProps, { seedsWanted = SEEDS, stop = STOP }: { seedsWanted?: readonly number[]; stop?: Micros } = {},
): Compared {
  const find = (name: string) => scenarios.find((one) => one.name === name) ?? scenarios[0]!;
  const [world, setWorld] = useState(() => asNamed(initial.scenario));
  const [results, setResults] = useState(initial.results);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const comparer = useRef<Comparer | null>(null);
  const [live] = useState(() => {
    const playback = new Playback(clockOf(scenarioOf(find(initial.scenario), asNamed(initial.scenario))), { steps: stopsOf(stop), slowdown: SLOWDOWN });
    playback.seekTime(initial.position * 1000);
    return new Live(playback);
  });

  const [heavy, setHeavy] = useState<number | null>(null);
  const [kept, setKept] = useState(true);
  const published = useRef(true);
  const heard = useRef<Done[]>([]);
  const take = useCallback(() => {
    const all = heard.current.splice(0);
    if (all.length === 0) return;
    setResults((before) => all.reduce((known, done) => withRun(known, done, published.current), before));
    const drawn = all.filter(({ film }) => film !== null).map(({ slug }) => slug);
    if (drawn.length > 0) setFresh((before) => new Set([...before, ...drawn]));
  }, []);
  const hear = useCallback((done: Done) => {
    heard.current.push(done);
    if (done.film) take();
    else if (heard.current.length === 1) setTimeout(take, REFINING);
  }, [take]);

  useEffect(() => {
    comparer.current = new Comparer(hire, Math.max(1, Math.min(2, navigator.hardwareConcurrency || 1)), hear);
    return () => comparer.current?.stop();
  }, [hear]);

  const ask = useCallback((next: World, seeds: readonly number[]) => {
    heard.current = [];
    const scenario = scenarioOf(scenarios.find((one) => one.name === next.scenario)!, next);
    const events = tooHeavy(techniques.map(({ topology }) => topology), scenario);
    setHeavy(events);
    if (events === null) comparer.current?.ask(slowestFirst(techniques.map(({ slug }) => slug)), scenario, seeds);
    else comparer.current?.stop();
  }, [techniques, scenarios]);

  const change = useCallback((next: World) => {
    published.current = false;
    setKept(false);
    setWorld(next);
    setFresh(new Set());
    ask(next, seedsWanted);
  }, [ask, seedsWanted]);

  /** The published figures stay; their first seed is run again to be drawn. */
  const draw = useCallback(() => {
    ask(asNamed(initial.scenario), SEEDS.slice(0, 1));
  }, [ask, initial.scenario]);

  const named = find(world.scenario);
  const drawn = techniques.every(({ slug }) => fresh.has(slug));
  const seeds = kept || drawn ? Math.min(...techniques.map(({ slug }) => results[slug]!.seeds.length)) : 0;
  const scenario = useMemo(() => scenarioOf(named, world), [named, world]);
  return { world, named, scenario, live, results, seeds, drawn, fresh, heavy, change, draw };
}

/** The results with one run more: the first of a world takes the place of all before, unless these are `kept`. */
function withRun(results: Record<string, Result>, { ticket, slug, figures, strip, film }: Done, kept: boolean): Record<string, Result> {
  const old = results[slug]!;
  const seeds = kept ? old.seeds : old.ticket === ticket ? [...old.seeds, figures] : [figures];
  return { ...results, [slug]: { ...old, ticket, seeds, ...(strip && film && { strip, film }) } };
}
