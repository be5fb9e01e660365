/** One queue, at B, at A's copy or at its consumer. */
import { textbook } from './case.ts';
import type { Check, Experiment } from './case.ts';
import {
  md1Wait, mm1Later, mm1Quantile, mm1Time, mm1Waiting, mmcQuantile, mmcWait, mmckBlocked,
} from './closed-forms.ts';

/** Services a second of one worker. */
const MU = 100;
const service = { distribution: 'exponential', mean: '10ms' } as const;

interface Load {
  lambda: number;
  /** Checkouts a run. */
  customers: number;
  quick?: boolean;
}

const duration = ({ lambda, customers }: Load) => `duration: ${Math.ceil((customers / lambda) * 1.05)}s\nwarmup: ${Math.floor((customers / lambda) * 0.05)}s`;
const atB = (workers: number, queue: number | 'unbounded', kind: string, { lambda }: Load) => `
  workload: { rate: ${lambda}/s }
  participants: { B: { workers: ${workers}, queue: ${queue}, serviceTime: { distribution: ${kind}, mean: ${service.mean} } } }`;

const seconds = (value: number) => value * 1000;

const mm1 = (load: Load): Experiment => {
  const { lambda, quick = false } = load;
  return {
    family: 'M/M/1', technique: 'direct-api-call', setting: `${lambda}/s at 1 worker of ${MU}/s`, quick,
    scenario: textbook(atB(1, 'unbounded', 'exponential', load), duration(load)),
    checks: [
      { what: 'mean latency', unit: 'ms', expected: seconds(mm1Time(lambda, MU)), of: ({ latency }) => latency.mean! },
      ...[0.5, 0.99].map((p): Check => ({
        what: `latency, ${p * 100} % quantile`, unit: 'ms', expected: seconds(mm1Quantile(lambda, MU, p)),
        of: ({ latency }) => (p === 0.5 ? latency.p50! : latency.p99!),
      })),
      { what: 'mean number waiting', unit: 'count', expected: mm1Waiting(lambda, MU), of: ({ participants: { B } }) => B!.meanQueue },
      { what: 'utilisation of B', unit: 'share', expected: lambda / MU, of: ({ participants: { B } }) => B!.utilisation! },
    ],
  };
};

const timeouts = (load: Load, timeout: number): Experiment => ({
  family: 'M/M/1', technique: 'direct-api-call', setting: `${load.lambda}/s at 1 worker of ${MU}/s, time-out ${timeout} ms`, quick: load.quick ?? false,
  scenario: textbook(atB(1, 'unbounded', 'exponential', load), duration(load), `policies: { timeout: ${timeout}ms }`),
  checks: [{
    what: 'checkouts that time out', unit: 'share', expected: mm1Later(load.lambda, MU, timeout / 1000),
    of: ({ availability }) => 1 - availability!,
  }],
});

const mmc = (c: number, load: Load): Experiment => {
  const { lambda, quick = false } = load;
  return {
    family: 'M/M/c', technique: 'direct-api-call', setting: `${lambda}/s at ${c} workers of ${MU}/s`, quick,
    scenario: textbook(atB(c, 'unbounded', 'exponential', load), duration(load)),
    checks: [
      { what: 'mean latency', unit: 'ms', expected: seconds(mmcWait(lambda, MU, c)) + 10, of: ({ latency }) => latency.mean! },
      ...([['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const).map(([rank, p]): Check => ({
        what: `latency, ${p * 100} % quantile`, unit: 'ms', expected: seconds(mmcQuantile(lambda, MU, c, p)), of: ({ latency }) => latency[rank]!,
      })),
      { what: 'utilisation of B', unit: 'share', expected: lambda / (c * MU), of: ({ participants: { B } }) => B!.utilisation! },
    ],
  };
};

/** The same queue where it stands in front of A's own copy. */
const mmcAtCopy = (c: number, load: Load): Experiment => ({
  family: 'M/M/c', technique: 'cache-with-api-updates', setting: `${load.lambda}/s at ${c} connections of ${MU}/s to the copy`, quick: load.quick ?? false,
  scenario: textbook(`
    workload: { rate: ${load.lambda}/s }
    participants: { cache: { workers: ${c}, serviceTime: { distribution: exponential, mean: 10ms } } }`, duration(load)),
  checks: [
    { what: 'mean wait', unit: 'ms', expected: seconds(mmcWait(load.lambda, MU, c)), of: ({ participants: { cache } }) => cache!.meanWait! },
    { what: 'mean number waiting', unit: 'count', expected: load.lambda * mmcWait(load.lambda, MU, c), of: ({ participants: { cache } }) => cache!.meanQueue },
  ],
});

/** The same queue where the broker keeps it: it hands B a message for each free worker. */
const mmcAtBroker = (c: number, load: Load): Experiment => ({
  family: 'M/M/c', technique: 'async-messaging', setting: `${load.lambda}/s at ${c} workers of ${MU}/s, queued by the broker`, quick: load.quick ?? false,
  scenario: textbook(atB(c, 'unbounded', 'exponential', load), duration(load)),
  checks: [
    { what: 'mean latency', unit: 'ms', expected: seconds(mmcWait(load.lambda, MU, c)) + 10, of: ({ latency }) => latency.mean! },
    {
      what: 'mean number in the queue', unit: 'count', expected: load.lambda * mmcWait(load.lambda, MU, c),
      of: ({ participants: { broker } }) => broker!.meanQueue,
    },
  ],
});

const md1 = (load: Load): Experiment => ({
  family: 'M/D/1', technique: 'direct-api-call', setting: `${load.lambda}/s at 1 worker of constant 10 ms`, quick: load.quick ?? false,
  scenario: textbook(atB(1, 'unbounded', 'constant', load), duration(load)),
  checks: [{ what: 'mean wait', unit: 'ms', expected: seconds(md1Wait(load.lambda, MU)), of: ({ participants: { B } }) => B!.meanWait! }],
});

const md1AtConsumer = (load: Load): Experiment => ({
  family: 'M/D/1', technique: 'cache-with-update-events', setting: `${load.lambda} price changes/s at 1 consumer of constant 2 ms`, quick: load.quick ?? false,
  scenario: textbook(`
    workload: { rate: 0/s }
    catalog: { priceChanges: ${load.lambda}/s, products: 1000, hot: 1000 }
    participants: { consumer: { serviceTime: 2ms } }`, duration(load)),
  checks: [
    { what: 'mean wait', unit: 'ms', expected: seconds(md1Wait(load.lambda, 500)), of: ({ participants: { broker } }) => broker!.meanWait! },
    { what: 'mean age of the copy', unit: 'ms', expected: seconds(md1Wait(load.lambda, 500)) + 2, of: ({ staleness }) => staleness.mean! },
  ],
});

const mmck = (c: number, k: number, load: Load): Experiment => ({
  family: c === 1 ? 'M/M/1/K' : 'M/M/c/K', technique: 'direct-api-call', quick: load.quick ?? false,
  setting: `${load.lambda}/s at ${c} worker${c === 1 ? '' : 's'} of ${MU}/s and ${k - c} places`,
  scenario: textbook(atB(c, k - c, 'exponential', load), duration(load)),
  checks: [{
    what: 'checkouts turned away', unit: 'share', expected: mmckBlocked(load.lambda, MU, c, k),
    of: ({ checkouts }) => checkouts.failures.rejected / checkouts.attempted,
  }],
});

/** Polling turns away at the same bound, before it accepts a job. */
const mmckByJobs = (c: number, k: number, load: Load): Experiment => ({
  ...mmck(c, k, load), technique: 'async-polling',
  scenario: textbook(atB(c, k - c, 'exponential', load), duration(load), 'policies: { pollInterval: 20ms }'),
});

/** Every experiment with one queue. */
export const queues: Experiment[] = [
  mm1({ lambda: 50, customers: 40_000 }),
  mm1({ lambda: 70, customers: 120_000 }),
  mm1({ lambda: 80, customers: 220_000 }),
  timeouts({ lambda: 50, customers: 10_000, quick: true }, 20),
  timeouts({ lambda: 80, customers: 60_000 }, 50),
  timeouts({ lambda: 80, customers: 150_000 }, 100),
  mmc(4, { lambda: 100, customers: 20_000, quick: true }),
  mmc(4, { lambda: 280, customers: 60_000 }),
  mmc(4, { lambda: 360, customers: 350_000 }),
  mmc(16, { lambda: 1440, customers: 150_000 }),
  mmcAtCopy(2, { lambda: 140, customers: 80_000 }),
  mmcAtBroker(4, { lambda: 280, customers: 150_000 }),
  md1({ lambda: 50, customers: 15_000, quick: true }),
  md1({ lambda: 80, customers: 60_000 }),
  md1AtConsumer({ lambda: 250, customers: 15_000 }),
  md1AtConsumer({ lambda: 400, customers: 60_000 }),
  mmck(1, 10, { lambda: 80, customers: 30_000 }),
  mmck(1, 10, { lambda: 100, customers: 30_000 }),
  mmck(1, 5, { lambda: 150, customers: 10_000, quick: true }),
  mmck(1, 1, { lambda: 100, customers: 10_000 }),
  mmck(4, 54, { lambda: 500, customers: 40_000 }),
  mmck(4, 24, { lambda: 400, customers: 60_000 }),
  mmck(4, 4, { lambda: 300, customers: 15_000, quick: true }),
  mmckByJobs(4, 6, { lambda: 500, customers: 15_000 }),
];

