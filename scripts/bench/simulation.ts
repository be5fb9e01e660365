import { realistic } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { techniques } from '../../src/techniques/index.ts';
import { atMost, rank, type Row } from './row.ts';

/** Sixty seconds of realistic traffic under each technique, recorded; the median of seven runs after two. */
export function simulation(): Row[] {
  return Object.values(techniques).map((technique) => {
    let events = 0;
    const times = Array.from({ length: 9 }, (_, seed) => {
      const from = performance.now();
      events = simulate(technique, { ...realistic, name: 'normal', seed }).events.length;
      return performance.now() - from;
    });
    const time = rank(times.slice(2), 0.5);
    const what = `60 s of realistic traffic, recorded: ${technique.slug} (${events} events)`;
    return technique.slug === 'direct-api-call'
      ? atMost(what, time, 100, 'ms')
      : { what, measured: `${Math.round(time)} ms`, bar: '', met: null };
  });
}
