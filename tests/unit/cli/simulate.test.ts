import * as fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeScenario } from '../../../src/schemas/describe.ts';
import { resolveScenario } from '../../../src/schemas/resolve.ts';
import { trafficLayers, trafficScenario } from '../../../src/schemas/runs.ts';
import { withSets } from '../../../src/schemas/sets.ts';
import { measure, simulate } from '../../../src/simulation/simulate.ts';
import { traceLine } from '../../../src/simulation/trace.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { findScenario, scenarioNames } from '../../../src/cli/scenarios.ts';
import { output, readOrder, type Order } from '../../../src/cli/simulate.ts';
import { file, sentences } from '../schemas/read.ts';
import { simulateCli } from './run.ts';

const short = ['--set', 'duration=2s'];
let folder = '';
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ordered = (...given: string[]): string => {
  const order = readOrder('.', given);
  return order === 'help' ? order : [...output(order)].join('');
};

describe('formats', () => {
  test('json is the metrics and the scenario, which read as a file gives the same run', async () => {
    const out = ordered('direct-api-call', '--scenario', 'b-down', '--set', 'duration=25s', '--seed', '7', '--format', 'json');
    const { scenario, ...metrics } = JSON.parse(out) as Record<string, unknown>;
    const again = trafficScenario([file(JSON.stringify(scenario), 'b-down')]);
    expect(again).toMatchObject({ seed: 7, duration: 25_000_000, parameters: 'realistic' });
    expect(describeScenario(again)).toEqual(scenario);
    expect(metrics).toEqual(JSON.parse(JSON.stringify({ ...measure(techniques['direct-api-call']!, again), scenario: undefined })));
    expect(ordered('direct-api-call', '--scenario', written('same.json', JSON.stringify(scenario)), '--format', 'json')).toBe(out);
  });

  test('the keys of the json are those of the design, in its order', async () => {
    const out = JSON.parse(ordered('async-messaging', ...short, '--format', 'json')) as Record<string, Record<string, unknown>>;
    expect(Object.keys(out)).toEqual([
      'technique', 'seed', 'scenario', 'checkouts', 'availability', 'correct', 'latency', 'wrongPrice', 'staleness',
      'messages', 'participants', 'failingSpan',
    ]);
    expect(Object.keys(out['participants']!['B'] as object)).toEqual([
      'arrivals', 'served', 'rejected', 'utilisation', 'meanWait', 'meanQueue', 'maxQueue', 'wasted',
    ]);
  });

  test('trace is every event of the run, one a line, story and traffic', async () => {
    for (const story of [true, false]) {
      const out = ordered('shared-data', ...short, ...(story ? ['--story'] : []), '--format', 'trace');
      const json = JSON.parse(ordered('shared-data', ...short, ...(story ? ['--story'] : []), '--format', 'json')) as { scenario: object };
      const { events } = simulate(techniques['shared-data']!, trafficScenario([file(JSON.stringify(json.scenario), 'normal')]));
      expect(out).toBe(events.map((event) => `${traceLine(event)}\n`).join(''));
    }
  });

  test('a long trace is whole when piped, and a reader that leaves is no failure', async () => {
    const given = ['direct-api-call', '--set', 'duration=10s', '--format', 'trace'];
    const { status, out, err } = await simulateCli(given);
    expect({ status, err, whole: out === ordered(...given) }).toEqual({ status: 0, err: '', whole: true });
    expect(out.length).toBeGreaterThan(1_000_000);
    const left = await simulateCli(['direct-api-call', '--format', 'trace'], 'leaves');
    expect(left).toMatchObject({ status: 0, err: '' });
  });

  test('mermaid is a sequence diagram of the story', async () => {
    const out = ordered('direct-api-call', '--story', '--format', 'mermaid');
    expect(out).toMatch(/^sequenceDiagram\n/);
    expect(out.match(/->>/g)).toHaveLength(8);
  });

  test('the summary says what made no difference', async () => {
    const path = written('odd.yaml', `extends: b-down
duration: 2s
participants: { broker: { workers: 3 }, A: { pushWorkers: 2 } }
policies: { cacheTtl: 3s, pollInterval: 1s }
workload: { at: [1s] }
faults:
  - { participant: cache, kind: down, from: 1s, to: 2s }
  - { participant: B, kind: hang, from: 9s, to: 10s }
  - { kind: loss, of: [event, poll], probability: 1 }
`);
    const notes = (out: string) => out.split('\n').filter((line) => line.startsWith('note:'));
    expect(notes(ordered('direct-api-call', '--scenario', path))).toMatchInlineSnapshot(`
      [
        "note: participants.broker makes no difference here: direct-api-call has no broker.",
        "note: participants.A.pushWorkers makes no difference here: nobody pushes to A in direct-api-call.",
        "note: policies.pollInterval makes no difference here: direct-api-call has no use for it.",
        "note: policies.cacheTtl makes no difference here: direct-api-call has no use for it.",
        "note: workload.at makes no difference here: it needs workload.arrivals: single.",
        "note: faults[0] makes no difference here: direct-api-call has no cache.",
        "note: faults[1] makes no difference here: it begins after the end of the run.",
        "note: faults[2] makes no difference here: no event or poll was sent.",
      ]
    `);
    expect(notes(ordered('cache-with-api-updates', '--scenario', path))).toMatchInlineSnapshot(`
      [
        "note: participants.broker makes no difference here: cache-with-api-updates has no broker.",
        "note: policies.pollInterval makes no difference here: cache-with-api-updates has no use for it.",
        "note: policies.cacheTtl makes no difference here: it needs policies.cacheAside: true.",
        "note: workload.at makes no difference here: it needs workload.arrivals: single.",
        "note: faults[1] makes no difference here: it begins after the end of the run.",
        "note: faults[2] makes no difference here: no event or poll was sent.",
      ]
    `);
  });

  test('the summary says which settings of a station nobody ever asks make no difference', () => {
    const notes = (slug: string, ...sets: string[]) => ordered(slug, ...short, ...sets.flatMap((set) => ['--set', set]))
      .split('\n').filter((line) => line.startsWith('note:')).map((line) => line.slice(6));
    expect(notes('shared-data', 'participants.B.workers=1', 'participants.B.serviceTime=1s'))
      .toEqual(['participants.B makes no difference here: nobody asks B for anything in shared-data.']);
    for (const slug of ['cache-with-update-events', 'cache-with-api-updates']) {
      expect(notes(slug, 'participants.B.serviceTime=1s')).toEqual(['participants.B makes no difference here: it needs policies.cacheAside: true.']);
      expect(notes(slug, 'participants.B.serviceTime=1s', 'policies.cacheAside=true')).toEqual([]);
    }
    for (const store of ['catalog', 'database']) {
      expect(notes('direct-api-call', `participants.${store}.commitTime=1s`))
        .toEqual([`participants.${store}.commitTime makes no difference here: nobody writes to ${store} in direct-api-call.`]);
      expect(notes('cache-with-update-events', `participants.${store}.commitTime=9ms`)).toEqual([]);
    }
    for (const slug of ['direct-api-call', 'async-polling', 'async-messaging']) expect(notes(slug, 'participants.B.workers=3')).toEqual([]);
    expect(notes('shared-data', 'participants.database.commitTime=9ms')).toEqual([]);
    expect(notes('cache-with-update-events', 'participants.relay.serviceTime=1s'))
      .toEqual(['participants.relay makes no difference here: nobody asks relay for anything in cache-with-update-events.']);
    expect(notes('shared-data', 'workload.first=1s')).toEqual(['workload.first makes no difference here: it needs workload.arrivals: single.']);
  });

  test('a fault on a participant that the technique has not got changes nothing but the note', () => {
    const told = (...given: string[]) => ordered('direct-api-call', '--set', 'duration=25s', ...given).split('\n').filter((line) => line !== '');
    const plain = told();
    const odd = told('--set', 'faults=[{ participant: broker, kind: down, from: 1s, to: 20s }]', '--set', 'participants.jobs.workers=1');
    expect(odd.filter((line) => !line.startsWith('note:'))).toEqual(plain);
    expect(odd.filter((line) => line.startsWith('note:'))).toHaveLength(2);
  });

  test('the summary of a story lists its steps', () => {
    const given = ['direct-api-call', '--story', '--scenario', 'b-hang'];
    const [, ...rows] = ordered(...given).trimEnd().split('\n\n').at(-1)!.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows.map(([index]) => Number(index))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map((cells) => cells.slice(2).join(': '))).toEqual([
      'shopper -> A: POST /checkout', ...Array.from({ length: 2 }, () => ['A -> B: GET /prices (lost)', 'A -> B: time-out']).flat(),
      'A -> B: GET /prices (lost)', 'shopper -> A: shopper leaves',
    ]);
  });

  test('the same arguments give the same bytes, another seed others', () => {
    const given = ['cache-with-update-events', ...short, '--format', 'trace'];
    const [one, two, other] = [ordered(...given), ordered(...given), ordered(...given, '--seed', '2')];
    expect(one).toBe(two);
    expect(other).not.toBe(one);
  });
});

test('--help lists techniques, scenarios and fields', async () => {
  const { status, out } = await simulateCli(['--help']);
  expect(status).toBe(0);
  for (const word of ['shared-data', 'b-down', 'policies.{timeout', '--story']) expect(out).toContain(word);
});

describe('what makes no sense is told in one sentence', () => {
  const wrong = (...given: string[]) => {
    const said = sentences(() => readOrder('.', given));
    expect(said.split('\n')).toHaveLength(1);
    return said.replaceAll(folder, 'FOLDER').replace(/b-down, b-hang.*traffic-spike/, 'SCENARIOS');
  };

  test('on stderr, with exit status 2 and nothing on stdout', async () => {
    const given = ['direct-api-call', '--scenario', 'b-dwn'];
    expect(await simulateCli(given)).toEqual({ status: 2, out: '', err: `${sentences(() => readOrder('.', given))}\n` });
  });

  test('arguments', async () => {
    expect(wrong()).toMatchInlineSnapshot(`"simulate: expected a technique (async-messaging, async-polling, cache-with-api-updates, cache-with-update-events, direct-api-call or shared-data), but found none: --help says the rest."`);
    expect(wrong('direct-api-cal')).toMatchInlineSnapshot(`"direct-api-cal: expected a technique: async-messaging, async-polling, cache-with-api-updates, cache-with-update-events, direct-api-call or shared-data, but found "direct-api-cal"; the nearest valid name is "direct-api-call"."`);
    expect(wrong('direct-api-call', 'shared-data')).toMatchInlineSnapshot(`"shared-data: expected one technique, but found "direct-api-call" and "shared-data"."`);
    expect(wrong('direct-api-call', '--sede', '3')).toMatchInlineSnapshot(`"--sede: expected --scenario, --story, --set, --seed, --format or --help, but found "--sede"; the nearest valid name is "--seed"."`);
    expect(wrong('direct-api-call', '--seed', '1.5')).toMatchInlineSnapshot(`"--seed 1.5: expected a whole number from 0, but found "1.5"."`);
    expect(wrong('direct-api-call', '--seed')).toMatchInlineSnapshot(`"--seed: expected a value after --seed, but found nothing."`);
    expect(wrong('direct-api-call', '--format', 'jsn')).toMatchInlineSnapshot(`"--format jsn: expected summary, json, csv, trace or mermaid, but found "jsn"; the nearest valid name is "json"."`);
    expect(wrong('direct-api-call', '--story=yes')).toMatchInlineSnapshot(`"--story=yes: expected --story without a value, but found "yes"."`);
  });

  test('scenarios', async () => {
    expect(wrong('direct-api-call', '--scenario', 'b-dwn')).toMatchInlineSnapshot(`"--scenario b-dwn: expected the name of a scenario or a .yaml file: SCENARIOS, but found "b-dwn"; the nearest valid name is "b-down"."`);
    expect(wrong('direct-api-call', '--scenario', `${folder}/none.yaml`)).toMatchInlineSnapshot(`"--scenario FOLDER/none.yaml: expected a scenario file, but there is none at FOLDER/none.yaml."`);
    expect(wrong('direct-api-call', '--scenario', written('bad.yaml', 'workload: { rate: 100 }'))).toMatchInlineSnapshot(`"FOLDER/bad.yaml, line 1, workload.rate: expected a rate with its unit, such as 100/s or 30/m, but found 100: write the unit, as in 100/s."`);
    expect(wrong('direct-api-call', '--scenario', written('broken.yaml', 'a: [1'))).toMatchInlineSnapshot(`"FOLDER/broken.yaml, line 1: expected well-formed YAML, but at column 6 flow sequence in block collection must be sufficiently indented and end with a ]."`);
    expect(wrong('direct-api-call', '--scenario', written('circle.yaml', 'extends: circle.yaml'))).toMatchInlineSnapshot(`"FOLDER/circle.yaml, extends: expected a scenario that does not lead back here, but found the circle circle -> circle."`);
  });

  test('a file whose aliases multiply', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x]', ...['b', 'c', 'd'].map((name, index) => `${name}: &${name} [${`*${'abc'[index]}, `.repeat(9)}]`)];
    expect(wrong('direct-api-call', '--scenario', written('bomb.yaml', rows.join('\n')))).toMatchInlineSnapshot(`"FOLDER/bomb.yaml: expected YAML that says each thing once, but its aliases repeat too much."`);
  });

  test('values', async () => {
    expect(wrong('direct-api-call', '--set', 'policies.timeout=250')).toMatchInlineSnapshot(`"--set policies.timeout=250: expected a duration with its unit, such as 250ms or 10s, or none, but found 250: write the unit, as in 250ms or 250s."`);
    expect(wrong('direct-api-call', '--set', 'policies.timout=250ms')).toMatchInlineSnapshot(`"--set policies.timout=250ms, policies: expected timeout, retries, backoff, circuitBreaker, pollInterval, pollJitter, messageTtl, cacheTtl, cacheAside, cacheStart, relayInterval, outbox, consumers or subscribers, but found "timout"; the nearest valid name is "timeout"."`);
    expect(wrong('direct-api-call', '--set', 'participants.B.workers')).toMatchInlineSnapshot(`"--set participants.B.workers: expected a path and a value, such as participants.B.workers=8, but found "participants.B.workers"."`);
  });

  test('a file whose run is too large', () => {
    const path = written('large.yaml', 'extends: b-down\nworkload: { rate: 200000/s }\nduration: 600s\n');
    expect(wrong('direct-api-call', '--scenario', path)).toMatch(/^simulate: expected a run of at most 50 million events, but this one would take about \d+ million: shorten its duration or lower its rates\.$/);
  });

  test('a run that is too large', async () => {
    const large = (least: number, most: number, ...given: string[]) => {
      const [, count] = /^simulate: expected a run of at most 50 million events, but this one would take about ([\d.]+) million: shorten its duration or lower its rates\.$/.exec(wrong(...given))!;
      expect(Number(count)).toBeGreaterThan(least);
      expect(Number(count)).toBeLessThan(most);
    };
    large(400, 650, 'direct-api-call', '--set', 'duration=100h');
    large(55, 240, 'direct-api-call', '--set', 'workload.rate=100000/s');
    large(500, 1000, 'async-polling', '--set', 'workload.rate=450/s', '--set', 'participants.B.queue=unbounded', '--set', 'workload.patience=none', '--set', 'policies.pollInterval=1ms');
    large(55, 100, 'direct-api-call', '--scenario', 'b-down', '--set', 'policies.backoff=0ms', '--set', 'policies.retries=100', '--set', 'duration=1800s', '--set', 'faults.0.to=1790s');
    large(60, 300, 'async-polling', '--set', 'network.hop=0ms', '--set', 'policies.pollInterval=1us');
    expect(wrong('shared-data', '--set', 'workload.rate=1e306/s')).toContain('would take about a million million or more: shorten');
  });

  test('a run that grows larger than was thought is stopped', () => {
    for (const format of ['json', 'csv', 'trace', 'mermaid', 'summary']) {
      const order = readOrder('.', ['direct-api-call', '--set', 'duration=2s', '--format', format]) as Order;
      expect(sentences(() => [...output(order, 1000)]))
        .toMatch(/^simulate: expected a run of at most 0\.001 million events, but this one had taken them by 0?\.?[\d.]+m?s of 2s: shorten its duration or lower its rates\.$/);
    }
  });
});

test('whatever is set, the answer is a scenario or a sentence', () => {
  const key = fc.constantFrom('participants', 'B', 'workers', 'serviceTime', 'mean', 'distribution', 'faults', '0', 'from', 'catalog',
    'changes', 'workload', 'at', 'policies', 'timeout', 'seed', 'network', 'hop', '__proto__', 'constructor', '', 'x', '[0]');
  const value = fc.oneof(fc.string(), fc.constantFrom('1', '10ms', '-1', 'none', 'null', '[]', '{}', '[1]', '{ mean: 1ms }', '*a', '!!x', '.nan', '1e99', '{'));
  const set = fc.tuple(fc.array(key, { maxLength: 5 }), value).map(([keys, text]) => `${keys.join('.')}=${text}`);
  fc.assert(fc.property(fc.array(set, { minLength: 1, maxLength: 3 }), (sets) => {
    const said = sentences(() => resolveScenario(withSets(trafficLayers(findScenario('.', 'b-down')), sets)));
    expect(said).not.toMatch(/undefined|\[object/);
  }), { numRuns: 500 });
});

test('--set comes after the scenario, --seed after --set', async () => {
  const out = ordered('direct-api-call', '--seed', '5', '--set', 'seed=4', '--set', 'duration=3s', '--set', 'duration=2s', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ seed: 5, scenario: { seed: 5, duration: '2s' } });
});

describe('the story of a file', () => {
  const traced = (...given: string[]) => ordered(...given, '--story', '--format', 'trace');

  test.each(Object.keys(techniques))('that extends a scenario and says nothing more is that scenario’s: %s', (slug) => {
    const another = scenarioNames('.').filter((name) => {
      const told = traced(slug, '--scenario', name);
      return traced(slug, '--scenario', written('plain.yaml', `extends: ${name}\n`)) !== told
        || traced(slug, '--scenario', `content/scenarios/${name}.yaml`) !== told;
    });
    expect(another).toEqual([]);
  });

  test('is its own, whatever the file is called', () => {
    const text = 'story: { faults: [{ participant: B, kind: hang, from: 0ms, to: 5s }] }\n';
    const mine = traced('direct-api-call', '--scenario', written('mine.yaml', text));
    expect(mine).toContain('"lost"');
    expect(traced('direct-api-call', '--scenario', written('b-down.yaml', text))).toBe(mine);
    expect(traced('direct-api-call', '--scenario', written('named.yaml', `name: b-down\n${text}`))).toBe(mine);
    expect(traced('direct-api-call', '--scenario', written('more.yaml', `extends: b-down\n${text}`))).toBe(mine);
  });
});

test('a file may extend another beside it', () => {
  written('low.yaml', 'extends: b-down\nseed: 9');
  const chain = findScenario('.', written('high.yaml', 'extends: ./low.yaml\nduration: 3s'));
  expect(trafficScenario(chain)).toMatchObject({ name: 'high', seed: 9, duration: 3_000_000, faults: [{ participant: 'B' }] });
});
