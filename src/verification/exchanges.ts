/** Polling, outages, retries and overload. */
import { textbook } from './case.ts';
import type { Experiment } from './case.ts';
import { attempts, failFast, failingSpan, lostDespiteRetries, overshoot, polls, triangle } from './closed-forms.ts';

const polling = (interval: number, customers: number, quick = false): Experiment => ({
  family: 'Polling', technique: 'async-polling', setting: `jobs of 10 ms on average, a poll every ${interval} ms`, quick,
  scenario: textbook(`
    duration: ${customers / 100}s
    workload: { rate: 100/s }
    participants: { B: { workers: unlimited } }
    policies: { pollInterval: ${interval}ms }`),
  checks: [
    {
      what: 'polls a checkout', unit: 'count', expected: polls(interval, 10),
      of: ({ messages, checkouts }) => messages.byKind['poll']! / checkouts.completed,
    },
    { what: 'wait of a finished job for the poll that finds it', unit: 'ms', expected: overshoot(interval, 10), of: ({ latency }) => latency.mean! - 10 },
  ],
});

/** Where polls follow each other closely the wait is a small difference of large figures, and tells nothing that the polls do not. */
const pollsAlone = (experiment: Experiment): Experiment => ({ ...experiment, checks: experiment.checks.slice(0, 1) });

const outage = (from: number, to: number, length: number): Experiment => ({
  family: 'Outage', technique: 'direct-api-call', setting: `B down for ${to - from} s of ${length} s, no retries`, quick: to - from === 10,
  scenario: textbook(`
    duration: ${length}s
    workload: { rate: 200/s }
    participants: { B: { workers: unlimited, serviceTime: 1ms } }
    faults: [{ participant: B, kind: down, from: ${from}s, to: ${to}s }]`),
  checks: [
    { what: 'availability', unit: 'share', expected: failFast(to - from, length), of: ({ availability }) => availability! },
    { what: 'checkouts lost', unit: 'count', expected: 200 * (to - from), of: ({ checkouts }) => checkouts.failures.refused },
    { what: 'span in which checkouts fail', unit: 's', expected: to - from, of: (metrics) => metrics.failingSpan / 1000 },
  ],
});

const retried = (retries: number, backoff: number, down: number): Experiment => ({
  family: 'Outage', technique: 'direct-api-call', setting: `B down for ${down} s, ${retries} retries, backoff ${backoff} s`, quick: false,
  scenario: textbook(`
    duration: 60s
    workload: { rate: 300/s }
    participants: { B: { workers: unlimited, serviceTime: 1ms } }
    policies: { retries: ${retries}, backoff: ${backoff}s }
    faults: [{ participant: B, kind: down, from: 20s, to: ${20 + down}s }]`),
  checks: [{
    what: 'checkouts lost', unit: 'count', expected: lostDespiteRetries(300, down, backoff, retries),
    of: ({ checkouts }) => checkouts.failures.refused,
  }],
});

const attempted = (p: number, retries: number): Experiment => ({
  family: 'Retries', technique: 'direct-api-call', setting: `each request lost with probability ${p}, ${retries} retries`, quick: p === 0.5,
  scenario: textbook(`
    duration: 60s
    workload: { rate: 100/s }
    network: { hop: 1us }
    participants: { B: { workers: unlimited, serviceTime: 0ms } }
    policies: { timeout: 5ms, retries: ${retries}, backoff: 0ms }
    faults: [{ kind: loss, of: [request], probability: ${p} }]`),
  checks: [
    {
      what: 'attempts a call', unit: 'count', expected: attempts(p, retries),
      of: ({ messages, checkouts }) => messages.byKind['request']! / checkouts.attempted - 1,
    },
    { what: 'checkouts that time out', unit: 'share', expected: p ** (retries + 1), of: ({ availability }) => 1 - availability! },
  ],
});

/** B is away for 10 s while the broker keeps what is asked; shoppers wait 2 s. */
const queued = (rho: number, c: number, length: number, ttl: boolean): Experiment => {
  const lambda = rho * c * 100;
  return {
    family: 'Outage', technique: 'async-messaging', quick: false,
    setting: `B down for 10 s at ${rho * 100} % load, shoppers wait 2 s${ttl ? ', messages live 2 s' : ''}`,
    scenario: textbook(`
      duration: ${length}s
      workload: { rate: ${lambda}/s, patience: 2s }
      participants: { B: { workers: ${c} } }
      policies: { messageTtl: ${ttl ? '2s' : 'none'} }
      faults: [{ participant: B, kind: down, from: 10s, to: 20s }]`),
    checks: [
      {
        what: 'span in which checkouts fail', unit: 's', expected: ttl ? 8 : failingSpan(10, 2, rho),
        of: (metrics) => metrics.failingSpan / 1000,
      },
      { what: 'longest queue', unit: 'count', expected: lambda * 10, of: ({ participants: { broker } }) => broker!.maxQueue },
    ],
  };
};

/** The same, and the queue is followed until it is empty again. */
const drained = (rho: number, c: number, length: number): Experiment => {
  const lambda = rho * c * 100;
  return {
    family: 'Outage', technique: 'async-messaging', setting: `B down for 10 s at ${rho * 100} % load, shoppers wait for ever`, quick: false,
    scenario: textbook(`
      duration: ${length}s
      workload: { rate: ${lambda}/s }
      participants: { B: { workers: ${c}, serviceTime: 10ms } }
      faults: [{ participant: B, kind: down, from: 10s, to: 20s }]`),
    checks: [
      {
        what: 'mean queue, from its rise and its fall', unit: 'count', expected: triangle(lambda, 10, c * 100 - lambda, length),
        of: ({ participants: { broker } }) => broker!.meanQueue,
      },
      { what: 'longest latency', unit: 's', expected: 10, of: ({ latency }) => latency.max! / 1000 },
    ],
  };
};

const overload = (factor: number, span: number): Experiment => {
  const [c, lambda] = [40, 1000];
  const rush = lambda * factor;
  return {
    family: 'Overload', technique: 'direct-api-call', setting: `${rush}/s for ${span} s at ${c} workers of 100/s`, quick: false,
    scenario: textbook(`
      duration: ${5 + span + Math.ceil(((rush - c * 100) * span) / (c * 100 - lambda)) + 2}s
      workload: { rate: ${lambda}/s }
      participants: { B: { workers: ${c}, serviceTime: 10ms } }
      faults: [{ kind: traffic, factor: ${factor}, from: 5s, to: ${5 + span}s }]`),
    checks: [
      { what: 'longest queue', unit: 'count', expected: (rush - c * 100) * span, of: ({ participants: { B } }) => B!.maxQueue },
      { what: 'longest wait', unit: 's', expected: (rush / (c * 100) - 1) * span, of: ({ latency }) => (latency.max! - 10) / 1000 },
    ],
  };
};

/** After a rush of five times the traffic for 5 s: calls that are retried twice never recover where (R + 1) lambda >= c mu. */
const collapse = (lambda: number, warmup: number, recovers: boolean): Experiment => ({
  family: 'Overload', technique: 'direct-api-call', quick: false,
  setting: `${lambda}/s, 2 retries, at 400/s without a bound, ${warmup} s after a rush`,
  scenario: textbook(`
    warmup: ${warmup}s
    duration: ${warmup + 20}s
    workload: { rate: ${lambda}/s }
    participants: { B: { workers: 4 } }
    policies: { timeout: 250ms, retries: 2, backoff: 50ms }
    faults: [{ kind: traffic, factor: 5, from: 5s, to: 10s }]`),
  checks: [{ what: 'availability', unit: 'share', expected: recovers ? 1 : 0, of: ({ availability }) => availability! }],
});

/** Every experiment with polls, outages, retries and rushes. */
export const exchanges: Experiment[] = [
  pollsAlone(polling(5, 20_000)),
  polling(20, 30_000),
  polling(100, 5_000, true),
  polling(1000, 5_000),
  outage(20, 30, 60),
  outage(10, 40, 60),
  retried(1, 4, 10),
  retried(2, 2, 10),
  retried(2, 1, 20),
  attempted(0.2, 2),
  attempted(0.5, 2),
  attempted(0.8, 4),
  queued(0.25, 20, 40, false),
  queued(0.5, 16, 50, false),
  queued(0.8, 10, 80, false),
  queued(0.25, 20, 40, true),
  drained(0.25, 10, 40),
  drained(0.5, 10, 50),
  overload(5, 10),
  overload(8, 3),
  collapse(100, 120, true),
  collapse(150, 40, false),
];
