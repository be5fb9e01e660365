import { expect, test } from 'vitest';
import { summary } from '../../../src/cli/summary.ts';
import { trafficScenario } from '../../../src/schemas/runs.ts';
import type { Metrics } from '../../../src/simulation/metrics.ts';
import { alone } from '../schemas/read.ts';

const scenario = trafficScenario(alone(''));
const metrics: Metrics = {
  technique: 'direct-api-call',
  seed: 1,
  scenario,
  checkouts: { attempted: 100, completed: 90, failed: 9, pending: 1, failures: { timeout: 4, refused: 5, rejected: 0, abandoned: 0, error: 0 } },
  availability: 90 / 99,
  correct: 0.9,
  latency: { mean: 15.4567, p50: 12, p95: 35.5, p99: 53.25, max: 110 },
  wrongPrice: { count: 1, rate: 1 / 90 },
  staleness: { mean: null, p99: null, max: null },
  messages: { perCheckout: 8, background: 0, byKind: { request: 200, response: 190 } },
  participants: {
    A: { arrivals: 100, served: 99, rejected: 0, utilisation: null, meanWait: 0, meanQueue: 0, maxQueue: 0, wasted: 0 },
    B: { arrivals: 120, served: 95, rejected: 5, utilisation: 0.25, meanWait: 0.4321, meanQueue: 1.5, maxQueue: 20, wasted: 3 },
  },
  failingSpan: 9876.5,
};

test('a run for people', () => {
  expect(summary(metrics, scenario, false, ['policies.cacheTtl makes no difference here: it has no use.'])).toMatchInlineSnapshot(`
    "direct-api-call, test, realistic parameters, 60s, seed 1

    checkouts     100 attempted, 90 completed, 9 failed, 1 pending
    failures      4 timeout, 5 refused
    availability  90.91 %
    correct       90.00 %
    latency       mean 15.46 ms, p50 12 ms, p95 35.5 ms, p99 53.25 ms, max 110 ms
    wrong price   1 (1.11 % of the completed)
    staleness     does not apply
    messages      8 a checkout, 0 in the background
                  200 request, 190 response
    failing span  9876.5 ms

       arrivals  served  rejected  utilisation  mean wait  mean queue  max queue  wasted
    A       100      99         0            -       0 ms           0          0       0
    B       120      95         5      25.00 %    0.43 ms         1.5         20       3

    note: policies.cacheTtl makes no difference here: it has no use.
    "
  `);
});

test('what does not apply is said so, not shown as a number', () => {
  const none = { mean: null, p50: null, p95: null, p99: null, max: null };
  const said = summary({ ...metrics, availability: null, correct: null, latency: none }, scenario, true, []);
  expect(said).toContain('availability  -\n');
  expect(said).toContain('test (story)');
  expect(said).not.toMatch(/null|NaN/);
});
