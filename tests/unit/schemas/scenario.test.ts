import { describe, expect, test } from 'vitest';
import { describeScenario } from '../../../src/schemas/describe.ts';
import { resolveScenario } from '../../../src/schemas/resolve.ts';
import { storyScenario, trafficLayers, trafficScenario, type NamedFile } from '../../../src/schemas/runs.ts';
import { withSets } from '../../../src/schemas/sets.ts';
import { parameterSets } from '../../../src/simulation/parameters.ts';
import { alone, file, sentences, taken } from './read.ts';

const example = `extends: normal                # another scenario
parameters: realistic          # or teaching
seed: 1
duration: 60s
warmup: 0s                     # excluded from metrics
workload: { arrivals: poisson, rate: 100/s, patience: 2s }   # arrivals: poisson | uniform; patience: none waits for ever
catalog: { products: 1000, popularity: zipf, exponent: 1, priceChanges: 1/s, hot: 50 }      # popularity: zipf | uniform; changes fall on the \`hot\` most popular
network: { hop: { distribution: constant, mean: 0.25ms }, storeHop: 0ms, shopperHop: 0ms, loss: 0 }
participants:                  # by name: A, B, database, broker, cache, ...
  B: { workers: 4, queue: 20, serviceTime: { distribution: exponential, mean: 10ms } }   # queue: unbounded
policies: { timeout: 250ms, retries: 2, backoff: 50ms, circuitBreaker: false, pollInterval: 100ms, messageTtl: none, cacheTtl: none, cacheAside: false, relayInterval: 100ms, consumers: 1, subscribers: 1 }
faults:
  - { participant: B, kind: down, from: 20s, to: 30s }       # down refuses; hang swallows; slow takes factor
  - { participant: B, kind: slow, factor: 20, from: 20s, to: 30s }
  - { kind: loss, probability: 0.05, from: 20s, to: 30s }
  - { kind: traffic, factor: 5, from: 20s, to: 30s }
  - { kind: priceChanges, rate: 600/s, from: 20s, to: 30s }
`;

const set = (text: string, ...sets: string[]) => resolveScenario(withSets(trafficLayers(alone(text)), sets), 'test');
const wrongSet = (...sets: string[]) => sentences(() => set('', ...sets));

test('an empty file is the realistic parameters', () => {
  expect(trafficScenario(alone(''))).toEqual({ ...parameterSets.realistic, name: 'test', seed: 1 });
});

test('the example of the design, which spells out the defaults, is the realistic parameters with five faults', () => {
  const { faults, ...world } = trafficScenario(taken({ normal: '', test: example }, 'test'));
  expect(world).toEqual({ ...trafficScenario(alone('')), faults: undefined });
  expect(faults.map(({ kind }) => kind)).toEqual(['down', 'slow', 'loss', 'traffic', 'priceChanges']);
});

test('a file that asks for teaching gets all of it', () => {
  expect(trafficScenario(alone('parameters: teaching'))).toEqual({ ...parameterSets.teaching, name: 'test', seed: 1 });
});

test('the two sets are what the semantics say', () => {
  const { participants, policies, network } = parameterSets.realistic;
  expect(participants.B).toEqual({ workers: 4, queue: 20, serviceTime: { distribution: 'exponential', mean: 10_000 } });
  expect(participants.orders).toEqual({ workers: 16, queue: null, serviceTime: { distribution: 'constant', mean: 3_000 } });
  expect(network.hop).toEqual({ distribution: 'constant', mean: 250 });
  expect(policies.timeout).toBe(250_000);
  expect(parameterSets.teaching.policies.timeout).toBe(400_000);
  expect(parameterSets.teaching.participants.B.queue).toBe(6);
});

describe('layers', () => {
  test('extends merges maps by key and replaces lists', () => {
    const scenario = trafficScenario(taken({
      low: 'participants: { B: { workers: 2, queue: 5 } }\nfaults: [{ kind: schemaChange }, { kind: traffic, factor: 2 }]',
      high: 'extends: low\nparticipants: { B: { queue: unbounded } }\nfaults: [{ kind: down, participant: B, from: 1s, to: 2s }]',
    }, 'high'));
    expect(scenario.participants.B).toMatchObject({ workers: 2, queue: null });
    expect(scenario.faults).toEqual([{ kind: 'down', participant: 'B', from: 1_000_000, to: 2_000_000 }]);
  });

  test('an unknown scenario and a circle are named', () => {
    expect(sentences(() => taken({ normal: '', low: 'extends: norml' }, 'low'))).toMatchInlineSnapshot(`"low.yaml, extends: expected a scenario: normal or low, but found "norml"; the nearest valid name is "normal"."`);
    expect(sentences(() => taken({ a: 'extends: b', b: 'extends: c', c: 'extends: b' }, 'a'))).toMatchInlineSnapshot(`"c.yaml, extends: expected a scenario that does not lead back here, but found the circle b -> c -> b."`);
    expect(sentences(() => taken({ a: 'extends: a' }, 'a'))).toMatchInlineSnapshot(`"a.yaml, extends: expected a scenario that does not lead back here, but found the circle a -> a."`);
    expect(sentences(() => taken({ normal: '', 'b-down': '' }, 'b-dwn'))).toMatchInlineSnapshot(`"the test: expected a scenario: normal or b-down, but found "b-dwn"; the nearest valid name is "b-down"."`);
  });

  test('database is the store that holds the truth, and catalog goes its own way when it is named', () => {
    const both = trafficScenario(alone('participants: { database: { workers: 2 } }')).participants;
    expect([both.database.workers, both.catalog.workers, both.orders.workers]).toEqual([2, 2, 16]);
    const own = trafficScenario(alone('participants: { database: { workers: 2 }, catalog: { workers: 3 } }')).participants;
    expect([own.database.workers, own.catalog.workers]).toEqual([2, 3]);
  });

  test('the number of consumers is the number of the consumer\'s workers, whichever is said', () => {
    for (const text of ['policies: { consumers: 3 }', 'participants: { consumer: { workers: 3 } }']) {
      const { participants, policies } = trafficScenario(alone(text));
      expect([participants.consumer.workers, policies.consumers]).toEqual([3, 3]);
    }
  });

  test('a distribution that changes its kind keeps the mean and drops what the new kind has not', () => {
    expect(set('', 'participants.B.serviceTime.distribution=constant').participants.B.serviceTime)
      .toEqual({ distribution: 'constant', mean: 10_000 });
    expect(set('', 'participants.B.serviceTime={ distribution: uniform, min: 1ms, max: 3ms }').participants.B.serviceTime)
      .toEqual({ distribution: 'uniform', min: 1_000, max: 3_000 });
    expect(set('', 'network.hop=2ms').network.hop).toEqual({ distribution: 'constant', mean: 2_000 });
  });

  test('a fault without a window lasts as long as the run', () => {
    expect(trafficScenario(alone('duration: 5s\nfaults: [{ kind: schemaChange }]')).faults)
      .toEqual([{ kind: 'schemaChange', from: 0, to: 5_000_000 }]);
  });

  test('no more products are hot than there are', () => {
    expect(set('', 'catalog.products=1').catalog.hot).toBe(1);
  });
});

describe('stories', () => {
  const chain = taken({
    low: 'story: { policies: { retries: 1, backoff: 7ms } }',
    high: 'extends: low\nfaults: [{ kind: down, participant: B, from: 20s, to: 30s }]\nstory: { policies: { retries: 0 }, faults: [] }',
  }, 'high');

  test('one shopper, teaching parameters, no price change; blocks of the chain in order', () => {
    const scenario = storyScenario(chain);
    expect(scenario).toMatchObject({ parameters: 'teaching', workload: { arrivals: 'single' }, faults: [] });
    expect(scenario.policies).toMatchObject({ retries: 0, backoff: 7_000, timeout: 400_000 });
    expect(scenario.catalog.priceChanges).toBe(0);
  });

  test('what the technique says of a scenario stands above it, and below what extends it', () => {
    const own = (scenario: string) => ({ name }: NamedFile) => (name === scenario ? { where: 'story.yaml', layer: file('policies: { retries: 9, backoff: 9ms }').file } : null);
    expect(storyScenario(chain, own('high')).policies).toMatchObject({ retries: 9, backoff: 9_000 });
    expect(storyScenario(chain, own('low')).policies).toMatchObject({ retries: 0, backoff: 9_000 });
  });

  test('the story leaves the traffic run alone', () => {
    expect(trafficScenario(chain)).toMatchObject({ parameters: 'realistic', policies: { retries: 2 } });
  });
});

describe('--set', () => {
  test('applies from left to right, to fields and to items of lists', () => {
    const scenario = set(
      'faults: [{ kind: slow, participant: B, factor: 2, from: 1s, to: 2s }]',
      'participants.B.workers=8', 'participants.B.workers=unlimited', 'policies.timeout=none', 'workload.rate=30/m',
      'faults.0.factor=20', 'faults[0].to=3s', 'seed=7',
    );
    expect(scenario.participants.B.workers).toBeNull();
    expect(scenario.policies.timeout).toBeNull();
    expect(scenario.workload.rate).toBe(0.5);
    expect(scenario.faults).toEqual([{ kind: 'slow', participant: 'B', factor: 20, from: 1_000_000, to: 3_000_000 }]);
    expect(scenario.seed).toBe(7);
  });

  test('none switches off whatever can be', () => {
    const { policies } = set('', ...['retries', 'backoff', 'circuitBreaker', 'pollJitter', 'messageTtl', 'cacheTtl', 'cacheAside', 'outbox']
      .map((name) => `policies.${name}=none`));
    expect(policies).toMatchObject({
      retries: 0, backoff: 0, circuitBreaker: false, pollJitter: 0, messageTtl: null, cacheTtl: null, cacheAside: false, outbox: false,
    });
  });

  test('what makes no sense is told so in one sentence', () => {
    expect(wrongSet('participants.B.workrs=2')).toMatchInlineSnapshot(`"--set participants.B.workrs=2, participants.B: expected workers, queue or serviceTime, but found "workrs"; the nearest valid name is "workers"."`);
    expect(wrongSet('participants.Bee.workers=2')).toMatchInlineSnapshot(`"--set participants.Bee.workers=2, participants: expected A, B, orders, catalog, database, broker, jobs, cache, relay or consumer, but found "Bee"; the nearest valid name is "B"."`);
    expect(wrongSet('policy.timeout=2s')).toMatchInlineSnapshot(`"--set policy.timeout=2s: expected parameters, seed, duration, warmup, workload, catalog, network, participants, policies or faults, but found "policy"; the nearest valid name is "policies"."`);
    expect(wrongSet('policies.timeout=250')).toMatchInlineSnapshot(`"--set policies.timeout=250: expected a duration with its unit, such as 250ms or 10s, or none, but found 250: write the unit, as in 250ms or 250s."`);
    expect(wrongSet('policies.timeout=')).toMatchInlineSnapshot(`"--set policies.timeout=: expected a duration with its unit, such as 250ms or 10s, or none, but found an empty value: write none to switch it off."`);
    expect(wrongSet('participants.B.workers=none')).toMatchInlineSnapshot(`"--set participants.B.workers=none: expected a whole number from 1, or unlimited, but found "none": write unlimited for no limit."`);
    expect(wrongSet('participants.B.workers=0')).toMatchInlineSnapshot(`"--set participants.B.workers=0: expected a whole number from 1, or unlimited, but found 0."`);
    expect(wrongSet('participants.B.queue=-1')).toMatchInlineSnapshot(`"--set participants.B.queue=-1: expected a whole number from 0, or unbounded, but found -1."`);
    expect(wrongSet('network.loss=2')).toMatchInlineSnapshot(`"--set network.loss=2: expected a probability from 0 to 1, but found 2."`);
    expect(wrongSet('workload.arrivals=poison')).toMatchInlineSnapshot(`"--set workload.arrivals=poison: expected poisson, uniform or single, but found "poison"; the nearest valid name is "poisson"."`);
    expect(wrongSet('seed.x=3')).toMatchInlineSnapshot(`"--set seed.x=3, seed: expected a whole number from 0, but found a map."`);
    expect(wrongSet('seed')).toMatchInlineSnapshot(`"--set seed: expected a path and a value, such as participants.B.workers=8, but found "seed"."`);
    expect(wrongSet('policies.timeout={')).toMatchInlineSnapshot(`"--set policies.timeout={: expected a value as a scenario file has it, such as 250ms or { mean: 10ms }, but found "{"."`);
    expect(wrongSet('faults.0.to=40s')).toMatchInlineSnapshot(`"--set faults.0.to=40s: expected a list with items, but this one is empty."`);
    expect(wrongSet('participants.B.serviceTime.cv=2')).toMatchInlineSnapshot(`"--set participants.B.serviceTime.cv=2, participants.B.serviceTime: expected distribution or mean, but found "cv"."`);
    expect(wrongSet('participants.B.serviceTime.distribution=uniform')).toMatchInlineSnapshot(`"--set participants.B.serviceTime.distribution=uniform, participants.B.serviceTime.min: expected the min of the uniform distribution, but it is missing."`);
    expect(wrongSet('participants.B.serviceTime={ distribution: uniform, min: 3ms, max: 1ms }')).toMatchInlineSnapshot(`"--set participants.B.serviceTime={ distribution: uniform, min: 3ms, max: 1ms }, participants.B.serviceTime: expected min to be at most max, but found 3ms and 1ms."`);
    expect(wrongSet('warmup=60s')).toMatchInlineSnapshot(`"--set warmup=60s, warmup: expected a warm-up shorter than the run of 60s, but found 60s."`);
    expect(wrongSet('faults=[{ kind: down, participant: B, from: 30s, to: 20s }]')).toMatchInlineSnapshot(`"--set faults=[{ kind: down, participant: B, from: 30s, to: 20s }], faults: expected fault 0 to end after it begins at 30s, but found to: 20s."`);
    expect(wrongSet('catalog.changes=[{ at: 1s, product: 1001 }]')).toMatchInlineSnapshot(`"--set catalog.changes=[{ at: 1s, product: 1001 }], catalog.changes: expected changes[0] to name one of the 1000 products by its rank, but found 1001."`);
    expect(wrongSet('story.seed=3')).toMatchInlineSnapshot(`"--set story.seed=3: expected parameters, seed, duration, warmup, workload, catalog, network, participants, policies or faults, but found "story"."`);
  });
});

test('a scenario is described in the notation of a file, every value with its unit', () => {
  expect(describeScenario(set('faults: [{ kind: loss, probability: 0.05, of: push, from: 20s, to: 30s }]'))).toMatchInlineSnapshot(`
    {
      "catalog": {
        "changes": [],
        "exponent": 1,
        "hot": 50,
        "popularity": "zipf",
        "priceChanges": "1/s",
        "products": 1000,
      },
      "duration": "60s",
      "faults": [
        {
          "from": "20s",
          "kind": "loss",
          "of": [
            "push",
          ],
          "probability": 0.05,
          "to": "30s",
        },
      ],
      "name": "test",
      "network": {
        "hop": {
          "distribution": "constant",
          "mean": "0.25ms",
        },
        "loss": 0,
        "shopperHop": {
          "distribution": "constant",
          "mean": "0ms",
        },
        "storeHop": {
          "distribution": "constant",
          "mean": "0ms",
        },
      },
      "parameters": "realistic",
      "participants": {
        "A": {
          "pushTime": {
            "distribution": "constant",
            "mean": "2ms",
          },
          "pushWorkers": 4,
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "2ms",
          },
          "workers": "unlimited",
        },
        "B": {
          "queue": 20,
          "serviceTime": {
            "distribution": "exponential",
            "mean": "10ms",
          },
          "workers": 4,
        },
        "broker": {
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "2.5ms",
          },
          "workers": "unlimited",
        },
        "cache": {
          "commitTime": {
            "distribution": "exponential",
            "mean": "0.5ms",
          },
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "exponential",
            "mean": "0.5ms",
          },
          "workers": 16,
        },
        "catalog": {
          "commitTime": {
            "distribution": "constant",
            "mean": "0ms",
          },
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "0ms",
          },
          "workers": 16,
        },
        "consumer": {
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "2ms",
          },
          "workers": 1,
        },
        "database": {
          "commitTime": {
            "distribution": "constant",
            "mean": "3ms",
          },
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "exponential",
            "mean": "1ms",
          },
          "workers": 16,
        },
        "jobs": {
          "commitTime": {
            "distribution": "constant",
            "mean": "0ms",
          },
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "0ms",
          },
          "workers": 16,
        },
        "orders": {
          "commitTime": {
            "distribution": "constant",
            "mean": "3ms",
          },
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "3ms",
          },
          "workers": 16,
        },
        "relay": {
          "queue": "unbounded",
          "serviceTime": {
            "distribution": "constant",
            "mean": "0ms",
          },
          "workers": "unlimited",
        },
      },
      "policies": {
        "backoff": "50ms",
        "cacheAside": false,
        "cacheStart": "full",
        "cacheTtl": "none",
        "circuitBreaker": false,
        "consumers": 1,
        "messageTtl": "none",
        "outbox": true,
        "pollInterval": "100ms",
        "pollJitter": 0,
        "relayInterval": "100ms",
        "retries": 2,
        "subscribers": 1,
        "timeout": "250ms",
      },
      "seed": 1,
      "warmup": "0ms",
      "workload": {
        "arrivals": "poisson",
        "at": [],
        "first": "0ms",
        "patience": "2s",
        "rate": "100/s",
      },
    }
  `);
});
