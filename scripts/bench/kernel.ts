import { Kernel, Rank } from '../../src/simulation/kernel.ts';
import type { Flow } from '../../src/simulation/kernel.ts';
import { Station } from '../../src/simulation/station.ts';
import { byLoop, timed, type Outcome } from './loop.ts';
import { gap, service } from './mm1.ts';
import { atLeast, rank, row, type Row } from './row.ts';
import { bySimscript } from './simscript.ts';

const customers = 400_000;
const rounds = 7;

/** One M/M/1 queue at 80 % load: by processes of the kernel, by a loop on a heap written for it alone, and by npm simscript. */
export async function kernel(): Promise<Row[]> {
  const ours: number[] = [];
  const loops: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const a = byProcesses();
    const b = byLoop(customers);
    if (a.served !== b.served || a.end !== b.end) throw new Error('The two queues do not agree.');
    ours.push(a.rate);
    loops.push(b.rate);
  }
  const [mine, loop] = [rank(ours, 0.5), rank(loops, 0.5)];
  return [
    row('Kernel, M/M/1, events per second', millions(mine)),
    row('A loop on a heap, the same queue', millions(loop)),
    atLeast('Kernel against the loop', mine / loop, 0.5),
    await library(loop),
  ];
}

const millions = (rate: number) => `${(rate / 1e6).toFixed(2)} M`;

async function library(loop: number): Promise<Row> {
  const what = 'npm simscript, the same queue, events per second';
  try {
    const { rate, end, customers: few } = await bySimscript();
    if (end !== byLoop(few).end) throw new Error('its queue ends at another time');
    return row(`${what} (${few} customers)`, `${(rate / 1e6).toFixed(4)} M, ${(rate / loop).toPrecision(2)} of the loop`);
  } catch (error) {
    return row(what, `not measured (${String(error).split('\n')[0]})`);
  }
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
  return timed(customers, () => {
    clock.at(gap(0), Rank.arrival, new Arrivals(clock, station));
    clock.run(Infinity);
    return { served: station.statistics.served, end: clock.now };
  });
}
