import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kernel, Rank } from '../../../src/simulation/kernel.ts';
import type { Flow, Process } from '../../../src/simulation/kernel.ts';
import { Station } from '../../../src/simulation/station.ts';

interface Stay {
  at: number;
  span: number;
  /** When the customer gives up, or null. */
  until: number | null;
}

function* stay(kernel: Kernel, station: Station, span: number): Flow<void> {
  const visit = station.ask(0, null);
  if (visit.state === 'gone') return;
  try {
    if (visit.state === 'waiting') {
      yield;
      station.begin(visit);
    }
    kernel.sleep(span);
    yield;
    station.leave(visit, true);
  } finally {
    station.leave(visit);
  }
}

/** A station that has seen these stays, and how many waited at the start of every microsecond. */
function runOf(stays: Stay[], workers: number, places: number, window: { from: number; to: number }) {
  const kernel = new Kernel();
  const station = new Station(kernel, workers, places, window, null);
  for (const { at, span, until } of stays) {
    let process: Process;
    kernel.at(at, Rank.arrival, {
      wake: () => {
        process = kernel.spawn(stay(kernel, station, span));
      },
    });
    if (until !== null) kernel.at(at + until, Rank.departure, { wake: () => process?.cancel() });
  }
  const waiting: number[] = [];
  const busy: number[] = [];
  for (let t = 0; t < window.to; t += 1) {
    kernel.run(t + 1);
    waiting.push(station.waiting);
    busy.push(station.busy);
  }
  station.close();
  return { statistics: station.statistics, waiting: waiting.slice(window.from), busy: busy.slice(window.from) };
}

const stays = fc.array(fc.record({
  at: fc.integer({ min: 0, max: 60 }),
  span: fc.integer({ min: 0, max: 20 }),
  until: fc.option(fc.integer({ min: 1, max: 30 })),
}), { maxLength: 40 });

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

test('the integral of the queue is the sum of all waits, clipped to the window, and both are what was seen', () => {
  fc.assert(fc.property(
    stays, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 1, 3, Infinity), fc.integer({ min: 0, max: 40 }),
    (all, workers, places, from) => {
      const { statistics, waiting, busy } = runOf(all, workers, places, { from, to: 70 });
      expect(statistics.queueTime).toBe(statistics.clippedWaits);
      expect(statistics.queueTime).toBe(sum(waiting));
      expect(statistics.busyTime).toBe(sum(busy));
      expect(statistics.maxQueue).toBe(Math.max(0, ...waiting));
    },
  ), { numRuns: 300 });
});

test('never more than its workers are busy, and never more than its places are taken', () => {
  fc.assert(fc.property(stays, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 1, 3), (all, workers, places) => {
    const { waiting, busy, statistics } = runOf(all, workers, places, { from: 0, to: 70 });
    expect(Math.max(0, ...busy)).toBeLessThanOrEqual(workers);
    expect(Math.max(0, ...waiting)).toBeLessThanOrEqual(places);
    expect(statistics.arrivals).toBe(all.length);
  }), { numRuns: 200 });
});

test('K customers fit into K - workers places; the next is turned away and counted', () => {
  const all = Array.from({ length: 6 }, () => ({ at: 0, span: 50, until: null }));
  const { statistics } = runOf(all, 2, 3, { from: 0, to: 70 });
  expect(statistics).toMatchObject({ arrivals: 6, rejected: 1, served: 2, begun: 4, waits: 100, maxQueue: 3 });
});

test('what came before the window counts in time averages only', () => {
  const { statistics } = runOf(
    [{ at: 0, span: 30, until: null }, { at: 0, span: 10, until: null }, { at: 35, span: 10, until: null }],
    1, Infinity, { from: 20, to: 60 },
  );
  expect(statistics).toMatchObject({ arrivals: 1, served: 1, begun: 1, waits: 5, queueTime: 15, busyTime: 30 });
});

test('durable work waits even where no place is free', () => {
  const kernel = new Kernel();
  const station = new Station(kernel, 1, 0, { from: 0, to: Infinity }, null);
  const states: string[] = [];
  kernel.spawn((function* (): Flow<void> {
    states.push(station.ask(1, null).state, station.ask(2, null).state, station.ask(3, null, true).state);
    yield;
  })());
  expect(states).toEqual(['in service', 'gone', 'waiting']);
});

test('tells of every change with what it led to', () => {
  const kernel = new Kernel();
  const said: string[] = [];
  const station: Station = new Station(kernel, 1, 1, { from: 0, to: Infinity }, (change) => {
    said.push(`${kernel.now} ${change} ${station.busy}+${station.waiting}`);
  });
  kernel.spawn(stay(kernel, station, 10));
  const second = kernel.spawn(stay(kernel, station, 10));
  kernel.spawn(stay(kernel, station, 10));
  kernel.at(5, Rank.departure, { wake: () => second.cancel() });
  kernel.run(Infinity);
  expect(said).toEqual(['0 start 1+0', '0 queue 1+1', '0 reject 1+1', '5 leave 1+0', '10 end 0+0']);
});

test('tells of those who go in the instant of being granted a worker, so that nobody seems to wait on', () => {
  const kernel = new Kernel();
  const said: string[] = [];
  const station: Station = new Station(kernel, 1, Infinity, { from: 0, to: Infinity }, (change) => {
    said.push(`${change} ${station.busy}+${station.waiting}`);
  });
  const all = [1, 2, 3].map(() => kernel.spawn(stay(kernel, station, 10)));
  kernel.at(5, Rank.fault, { wake: () => all.forEach((each) => each.cancel()) });
  kernel.run(Infinity);
  expect(said.slice(3)).toEqual(['end 0+2', 'leave 0+1', 'leave 0+0']);
});
