import { describe, expect, test } from 'vitest';
import { scenarioNames } from '../../../src/cli/scenarios.ts';
import { output, readOrder } from '../../../src/cli/simulate.ts';
import { measure, simulate } from '../../../src/simulation/simulate.ts';
import { traceLine } from '../../../src/simulation/trace.ts';
import { csv } from '../../../src/take-away/csv.ts';
import { runFile } from '../../../src/take-away/run-files.ts';
import { metricsCsv, traceCsv, withUnit } from '../../../src/take-away/tables.ts';
import { techniques } from '../../../src/schemas/models.ts';

/** Reads CSV back by the rules of RFC 4180. */
function rows(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const all: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(0, -2).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    all.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') all.push([]);
    if (end === '') break;
  }
  return all;
}

const ordered = (...given: string[]) => {
  const order = readOrder('.', given);
  if (order === 'help') throw new Error('no help was asked for');
  return { ...order, text: [...output(order)].join('') };
};

test('cells with commas, quotes and line ends are quoted, and read back as they were', () => {
  const cells = ['a,b', 'say "no"', 'two\r\nlines', '', ' plain '];
  expect(csv(['x', 'y, z'], [])).toBe('x,"y, z"\r\n');
  expect(rows(csv(cells, [cells]))).toEqual([cells, cells]);
  expect(csv(['a'], [[null], [true], [0.1]])).toBe('a\r\n\r\ntrue\r\n0.1\r\n');
});

test('the header names the unit of what is counted in one', () => {
  expect(['latency.p99', 'failingSpan', 'participants.B.meanWait', 'availability', 'participants.B.utilisation', 'wrongPrice.count', 'checkouts.failures.timeout'].map(withUnit)).toEqual([
    'latency.p99 [ms]', 'failingSpan [ms]', 'participants.B.meanWait [ms]', 'availability [share of 1]', 'participants.B.utilisation [share of 1]',
    'wrongPrice.count', 'checkouts.failures.timeout',
  ]);
});

test('the trace has every event, a row each', () => {
  const { technique, scenario } = ordered('async-messaging', '--scenario', 'broker-down', '--story');
  const trace = simulate(technique, scenario);
  const [header, ...events] = rows(traceCsv(trace));
  expect(header).toHaveLength(10);
  expect(events.map(([t, , type, id, , from, to, , , payload]) => [Number(t), type, Number(id), from, to, JSON.parse(payload!)])).toEqual(
    trace.events.map(({ t, type, id, from, to, payload }) => [t, type, id, from, to ?? '', payload]),
  );
});

test('runs with different participants share a header; what a run has not is empty', () => {
  const { scenario } = ordered('shared-data', '--set', 'duration=2s');
  const [header, ...runs] = rows(metricsCsv(['shared-data', 'async-messaging'].map((slug) => measure(techniques[slug]!, scenario))));
  const column = header!.indexOf('participants.broker.arrivals');
  expect(runs.map((row) => row.length)).toEqual([header!.length, header!.length]);
  expect(runs[0]![column]).toBe('');
  expect(Number(runs[1]![column])).toBeGreaterThan(100);
});

describe.each(Object.keys(techniques))('%s', (slug) => {
  test.each(['normal', 'b-down'])('the files of %s are what the command line prints', (name) => {
    expect(scenarioNames('.')).toContain(name);
    const asked = (format: string) => ordered(slug, '--scenario', name, '--story', '--format', format);
    const { technique, scenario, text } = asked('json');
    const trace = simulate(technique, scenario);
    expect(runFile('metrics.json', technique, trace)).toBe(text);
    expect(runFile('metrics.csv', technique, trace)).toBe(asked('csv').text);
    expect(runFile('story.mmd', technique, trace)).toBe(asked('mermaid').text);
    const json = JSON.parse(runFile('trace.json', technique, trace)) as { technique: string; scenario: { name: string }; events: object[] };
    expect(json).toMatchObject({ technique: slug, scenario: { name } });
    expect(json.events).toEqual(trace.events.map((event) => JSON.parse(traceLine(event)) as object));
  });
});
