import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { realistic } from '../../src/simulation/parameters.ts';
import { measure, simulate } from '../../src/simulation/simulate.ts';
import type { Technique } from '../../src/simulation/technique.ts';
import { techniques } from '../../src/techniques/index.ts';
import { atMost, rank, type Row } from './row.ts';

/** Sixty seconds of realistic traffic under each technique, recorded and for its figures alone, and what a trace weighs. */
export function simulation(): Row[] {
  const all = Object.values(techniques);
  const recorded = all.map((technique) => {
    let events = 0;
    const time = median((seed) => {
      events = simulate(technique, scenario(seed)).events.length;
    });
    const what = `60 s of realistic traffic, recorded: ${technique.slug} (${events} events)`;
    return technique.slug === 'direct-api-call'
      ? atMost(what, time, 100, 'ms')
      : row(what, `${Math.round(time)} ms`);
  });
  const together = median((seed) => all.forEach((technique) => measure(technique, scenario(seed))));
  return [
    ...recorded,
    row('60 s of realistic traffic, all six for their figures', `${Math.round(together)} ms`),
    row('Memory of a million trace events', `${Math.round(weight(techniques['direct-api-call']!))} MB`),
  ];
}

const row = (what: string, measured: string): Row => ({ what, measured, bar: '', met: null });

const scenario = (seed: number) => ({ ...realistic, name: 'normal', seed });

/** The median of seven times after two, milliseconds. */
function median(work: (seed: number) => void): number {
  const times = Array.from({ length: 9 }, (_, seed) => {
    const from = performance.now();
    work(seed);
    return performance.now() - from;
  });
  return rank(times.slice(2), 0.5);
}

/** What a million events of a technique's traces take of the heap, in megabytes. */
function weight(technique: Technique): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const traces = Array.from({ length: 4 }, (_, seed) => simulate(technique, scenario(seed)));
  collect();
  const taken = process.memoryUsage().heapUsed - before;
  return taken / traces.reduce((sum, { events }) => sum + events.length, 0);
}
