import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { realistic } from '../../src/simulation/parameters.ts';
import { Run } from '../../src/simulation/run.ts';
import { measure, simulate } from '../../src/simulation/simulate.ts';
import type { Technique } from '../../src/simulation/technique.ts';
import { techniques } from '../../src/schemas/models.ts';
import { loopRate } from './loop.ts';
import { atMost, rank, row, type Row } from './row.ts';

/** Sixty seconds of realistic traffic under each technique, recorded and for its figures alone, and what a trace weighs. */
export function simulation(): Row[] {
  const all = Object.values(techniques);
  const loop = loopRate();
  const recorded = all.flatMap((technique) => {
    let run = new Run(technique, scenario(0), true);
    const time = median((seed) => {
      run = new Run(technique, scenario(seed), true);
      run.advance();
    });
    const rate = run.kernel.events / time;
    const what = `60 s of realistic traffic, recorded: ${technique.slug} (${run.trace().events.length} lines of trace)`;
    return [
      technique.slug === 'direct-api-call' ? atMost(what, time, 100, 'ms') : row(what, `${Math.round(time)} ms`),
      row('The same in events per second', `${(rate / 1000).toFixed(2)} M, ${(1000 * rate / loop).toFixed(2)} of the loop`),
    ];
  });
  const together = median((seed) => all.forEach((technique) => measure(technique, scenario(seed))));
  return [
    ...recorded,
    row('60 s of realistic traffic, all six for their figures, in Node', `${Math.round(together)} ms`),
    row('Memory of a million trace events', `${Math.round(weight(techniques['direct-api-call']!))} MB`),
  ];
}

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
