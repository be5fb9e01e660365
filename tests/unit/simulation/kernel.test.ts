import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kernel, Rank } from '../../../src/simulation/kernel.ts';
import type { Flow } from '../../../src/simulation/kernel.ts';
import { Station } from '../../../src/simulation/station.ts';

const forever = { from: 0, to: Infinity };

test('things happen in the order of their time, then rank, then as they were asked for', () => {
  const entry = fc.record({ time: fc.integer({ min: 0, max: 5 }), rank: fc.constantFrom(...Object.values(Rank)) });
  fc.assert(fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
    const kernel = new Kernel();
    const happened: number[] = [];
    entries.forEach(({ time, rank }, i) => kernel.at(time, rank, { wake: () => happened.push(i) }));
    kernel.run(Infinity);
    const inOrder = entries.map((_, i) => i).sort((a, b) =>
      entries[a]!.time - entries[b]!.time || entries[a]!.rank - entries[b]!.rank || a - b);
    expect(happened).toEqual(inOrder);
  }));
});

test('of one instant, faults come first, then deliveries, time-outs, departures and arrivals', () => {
  const kernel = new Kernel();
  const happened: string[] = [];
  for (const name of ['arrival', 'departure', 'timeout', 'delivery', 'fault'] as const) {
    kernel.at(7, Rank[name], { wake: () => happened.push(name) });
  }
  kernel.run(8);
  expect(happened).toEqual(['fault', 'delivery', 'timeout', 'departure', 'arrival']);
});

test('what is added while things happen is sorted in, at the same instant too', () => {
  const kernel = new Kernel();
  const happened: string[] = [];
  const say = (what: string) => ({ wake: () => happened.push(what) });
  kernel.at(5, Rank.timeout, say('time-out'));
  kernel.at(5, Rank.delivery, {
    wake: () => {
      kernel.at(5, Rank.arrival, say('arrival'));
      kernel.at(5, Rank.delivery, say('second delivery'));
    },
  });
  kernel.run(Infinity);
  expect(happened).toEqual(['second delivery', 'time-out', 'arrival']);
});

test('nothing can happen in the past', () => {
  const kernel = new Kernel();
  kernel.run(10);
  expect(() => kernel.at(9, Rank.arrival, { wake() {} })).toThrow(RangeError);
});

test('a run stops before the instant it is given, and goes on from there', () => {
  const kernel = new Kernel();
  const happened: number[] = [];
  for (const time of [1, 2, 3]) kernel.at(time, Rank.arrival, { wake: () => happened.push(time) });
  kernel.run(2);
  expect([happened, kernel.now, kernel.next]).toEqual([[1], 2, 2]);
  kernel.run(Infinity);
  expect([happened, kernel.now, kernel.next]).toEqual([[1, 2, 3], 3, Infinity]);
});

test('a run in slices takes the same course as a whole one', () => {
  const course = (slice: number): string[] => {
    const kernel = new Kernel();
    const said: string[] = [];
    function* walker(name: string, span: number): Flow<void> {
      for (let i = 0; i < 5; i += 1) {
        kernel.sleep(span);
        yield;
        said.push(`${name} ${kernel.now}`);
      }
    }
    kernel.spawn(walker('a', 3));
    kernel.spawn(walker('b', 2));
    while (!kernel.run(100, slice)) expect(kernel.now).toBeLessThan(100);
    return said;
  };
  expect(course(1)).toEqual(course(Infinity));
  expect(course(3)).toHaveLength(10);
});

test('a wake-up for a wait that is over is dropped', () => {
  const kernel = new Kernel();
  const woken: number[] = [];
  const process = kernel.spawn((function* (): Flow<void> {
    for (;;) {
      yield;
      woken.push(kernel.now);
    }
  })());
  const { epoch } = process;
  kernel.at(1, Rank.timeout, process, epoch);
  kernel.at(2, Rank.timeout, process, epoch);
  kernel.at(3, Rank.timeout, process, epoch + 1);
  kernel.run(Infinity);
  expect(woken).toEqual([1, 3]);
});

test('a process that is cancelled runs its finally blocks, tells its end once, and is woken no more', () => {
  const kernel = new Kernel();
  const said: string[] = [];
  const process = kernel.spawn((function* (): Flow<void> {
    try {
      kernel.sleep(5);
      yield;
      said.push('woken');
    } finally {
      said.push('finally');
    }
  })());
  process.onEnd = () => said.push('end');
  process.cancel();
  process.cancel();
  kernel.run(Infinity);
  expect(said).toEqual(['finally', 'end']);
});

/** A customer who asks for a worker, keeps it for a span, and tells when it began and ended. */
function* customer(kernel: Kernel, station: Station, span: number, say: (what: string) => void): Flow<void> {
  const visit = station.ask(0, null);
  if (visit.state === 'gone') {
    say('rejected');
    return;
  }
  try {
    if (visit.state === 'waiting') {
      yield;
      station.begin(visit);
    }
    say(`begins ${kernel.now}`);
    kernel.sleep(span);
    yield;
    station.leave(visit, true);
    say(`ends ${kernel.now}`);
  } finally {
    station.leave(visit);
  }
}

test('workers are taken in the order of asking, and the next in line begins in the instant one is free', () => {
  const kernel = new Kernel();
  const station = new Station(kernel, 1, Infinity, forever, null);
  const said: string[] = [];
  for (const name of ['a', 'b', 'c']) kernel.spawn(customer(kernel, station, 10, (what) => said.push(`${name} ${what}`)));
  kernel.run(Infinity);
  expect(said).toEqual(['a begins 0', 'a ends 10', 'b begins 10', 'b ends 20', 'c begins 20', 'c ends 30']);
});

test('one who is cancelled in the very instant of being granted a worker gives it back', () => {
  const kernel = new Kernel();
  const station = new Station(kernel, 1, Infinity, forever, null);
  const said: string[] = [];
  const come = (name: string) => kernel.spawn(customer(kernel, station, 10, (what) => said.push(`${name} ${what}`)));
  const first = come('a');
  const second = come('b');
  come('c');
  kernel.at(4, Rank.fault, {
    wake: () => {
      first.cancel();
      second.cancel();
    },
  });
  kernel.run(Infinity);
  expect(said).toEqual(['a begins 0', 'c begins 4', 'c ends 14']);
  expect(station.busy).toBe(0);
  expect(station.waiting).toBe(0);
});

test('one who leaves the line holds nobody up', () => {
  const kernel = new Kernel();
  const station = new Station(kernel, 1, 2, forever, null);
  const said: string[] = [];
  const come = (name: string) => kernel.spawn(customer(kernel, station, 10, (what) => said.push(`${name} ${what}`)));
  come('a');
  const second = come('b');
  come('c');
  come('d');
  kernel.at(5, Rank.departure, { wake: () => second.cancel() });
  kernel.at(6, Rank.arrival, { wake: () => come('e') });
  kernel.run(Infinity);
  expect(said).toEqual(['a begins 0', 'd rejected', 'a ends 10', 'c begins 10', 'c ends 20', 'e begins 20', 'e ends 30']);
});
