import { Kernel, Rank } from '../../src/simulation/kernel.ts';
import type { Flow } from '../../src/simulation/kernel.ts';
import { quantile, uniform } from '../../src/simulation/random.ts';
import { Station } from '../../src/simulation/station.ts';
import { atLeast, rank, type Row } from './row.ts';

const customers = 400_000;
const rounds = 7;

/** One M/M/1 queue at 80 % load, by processes of the kernel and by a loop on a heap written for it alone. */
export function kernel(): Row[] {
  const ours: number[] = [];
  const loops: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const a = byProcesses();
    const b = byLoop();
    if (a.served !== b.served || a.end !== b.end) throw new Error('The two queues do not agree.');
    ours.push(a.rate);
    loops.push(b.rate);
  }
  const [mine, loop] = [rank(ours, 0.5), rank(loops, 0.5)];
  return [
    { what: 'Kernel, M/M/1, events per second', measured: `${(mine / 1e6).toFixed(2)} M`, bar: '', met: null },
    { what: 'A loop on a heap, the same queue', measured: `${(loop / 1e6).toFixed(2)} M`, bar: '', met: null },
    atLeast('Kernel against the loop', mine / loop, 0.5),
  ];
}

interface Outcome {
  served: number;
  end: number;
  rate: number;
}

const gap = (index: number) => span(1, index, 1250);
const service = (index: number) => span(2, index, 1000);

function span(what: number, index: number, mean: number): number {
  return quantile({ distribution: 'exponential', mean }, uniform(1, what, index, 0));
}

/** A customer, as the models' handlers are: one generator function for all of them. */
function* customer(clock: Kernel, station: Station, index: number): Flow<void> {
  const visit = station.ask(index, null);
  if (visit.state === 'waiting') {
    yield;
    station.begin(visit);
  }
  clock.sleep(service(index));
  yield;
  station.leave(visit, true);
}

class Arrivals {
  readonly #clock: Kernel;
  readonly #station: Station;
  #next = 0;

  constructor(clock: Kernel, station: Station) {
    this.#clock = clock;
    this.#station = station;
  }

  wake(): void {
    const clock = this.#clock;
    clock.spawn(customer(clock, this.#station, this.#next));
    this.#next += 1;
    if (this.#next < customers) clock.at(clock.now + gap(this.#next), Rank.arrival, this);
  }
}

function byProcesses(): Outcome {
  const clock = new Kernel();
  const station = new Station(clock, 1, Infinity, { from: 0, to: Infinity }, null);
  return timed(() => {
    clock.at(gap(0), Rank.arrival, new Arrivals(clock, station));
    clock.run(Infinity);
    return { served: station.statistics.served, end: clock.now };
  });
}

function byLoop(): Outcome {
  return timed(() => {
    const times: number[] = [];
    const kinds: number[] = [];
    const push = (time: number, kind: number) => {
      let at = times.length;
      times.push(time);
      kinds.push(kind);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (times[parent]! < time || (times[parent] === time && kinds[parent]! <= kind)) break;
        times[at] = times[parent]!;
        kinds[at] = kinds[parent]!;
        at = parent;
      }
      times[at] = time;
      kinds[at] = kind;
    };
    const pop = () => {
      const time = times.pop()!;
      const kind = kinds.pop()!;
      const size = times.length;
      if (size === 0) return;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        const right = child + 1;
        if (right < size && (times[right]! < times[child]! || (times[right] === times[child] && kinds[right]! < kinds[child]!))) child = right;
        if (time < times[child]! || (time === times[child] && kind < kinds[child]!)) break;
        times[at] = times[child]!;
        kinds[at] = kinds[child]!;
        at = child;
      }
      times[at] = time;
      kinds[at] = kind;
    };
    let [next, begun, served, waiting, busy, now] = [0, 0, 0, 0, false, 0];
    push(gap(0), 1);
    while (times.length > 0) {
      now = times[0]!;
      const arrived = kinds[0] === 1;
      pop();
      if (arrived) {
        waiting += 1;
        next += 1;
        if (next < customers) push(now + gap(next), 1);
      } else {
        served += 1;
        busy = false;
      }
      if (!busy && waiting > 0) {
        waiting -= 1;
        busy = true;
        push(now + service(begun), 0);
        begun += 1;
      }
    }
    return { served, end: now };
  });
}

function timed(work: () => { served: number; end: number }): Outcome {
  const from = performance.now();
  const outcome = work();
  return { ...outcome, rate: (2 * customers) / ((performance.now() - from) / 1000) };
}
