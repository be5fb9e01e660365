import { describe, expect, test } from 'vitest';
import { tooHeavy } from '../../../src/compare/heavy.ts';
import { readWorld, writeWorld } from '../../../src/player/compared/address.ts';
import { fields, readTyped, typedOf } from '../../../src/player/compared/fields.ts';
import { asNamed, scenarioOf } from '../../../src/player/compared/world.ts';
import { Run } from '../../../src/simulation/run.ts';
import { comparedOf } from '../../../src/site/figures.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { content } from '../measure.ts';

const scenarios = comparedOf(content);
const named = (name: string) => scenarios.find((one) => one.name === name)!;
const field = (name: string) => fields.find((one) => one.name === name)!;
const all = Object.values(techniques);

describe('the address', () => {
  test('of a world is read back as that world', () => {
    const world = { scenario: 'b-slow', values: { ...asNamed('b-slow').values, load: 250, at: 12_340, for: 900, patience: 1500, timeout: 90, retries: 0, poll: 35, ttl: 2500, question: 700, changes: 0 } };
    const query = writeWorld('?theme=dark', named('b-slow'), { world, position: 17_250 });
    expect(readWorld(query, scenarios, 'b-down', 60_000)).toEqual({ world, position: 17_250, notes: [] });
    expect(query).toContain('theme=dark');
  });

  test('leaves out what is as named, and a window where nothing has one', () => {
    expect(writeWorld('?load=7', named('b-down'), { world: asNamed('b-down'), position: 0 })).toBe('?scenario=b-down&position=0ms');
    const world = { scenario: 'normal', values: { ...asNamed('normal').values, at: 5000 } };
    expect(writeWorld('', named('normal'), { world, position: 0 })).toBe('?scenario=normal&position=0ms');
  });

  test.each([
    ['scenario=b-gone', 'not compared here'],
    ['load=0', 'Shoppers: 1 a second to 1000 a second; it is 100 a second here.'],
    ['timeout=5ms', 'Time-out: 10 ms to 10 s; it is 250 ms here.'],
    ['ttl=150ms', 'A copy expires after: 100 ms to 60 s, or none, in steps of 100 ms; it is none here.'],
    ['position=61s', 'It lasts 60 s.'],
    ['retries=two', 'Retries: 0 to 10; it is 2 here.'],
  ])('%s cannot be had, and is said', (query, says) => {
    const { world, notes } = readWorld(`?${query}`, scenarios, 'b-down', 60_000);
    expect(world).toEqual(asNamed('b-down'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(says);
  });
});

describe('a field', () => {
  test.each([['patience', '1.5', 1500], ['timeout', ' 90 ', 90], ['ttl', 'None', 60_100], ['load', '300', 300], ['at', '0', 0]])('%s takes %j', (name, text, value) => {
    expect(readTyped(field(name), text)).toEqual({ value });
  });

  test.each([['timeout', '9', '10 ms to 10 s'], ['load', '1.5', '1 a second to 1000 a second'], ['retries', '-1', '0 to 10'], ['poll', '', '10 ms to 5 s'], ['timeout', 'none', '10 ms to 10 s']])('%s refuses %j and says what it can be', (name, text, says) => {
    expect(readTyped(field(name), text)).toEqual({ problem: `Here it can be ${says}.` });
  });

  test('what stands in it is read as the value it stands for', () => {
    for (const one of fields) for (const value of [one.min, one.start, one.max]) expect(readTyped(one, typedOf(one, value))).toEqual({ value });
  });
});

describe('what is too much for a page', () => {
  test.each(scenarios.map(({ name }) => name))('%s as named is not', (name) => {
    expect(tooHeavy(all, scenarioOf(named(name), asNamed(name)))).toBeNull();
  });

  test('five thousand shoppers a second are, and polls of a B that is down are not: it takes no jobs to ask after', () => {
    const heavy = (name: string, values: Record<string, number>) => tooHeavy(all, scenarioOf(named(name), { scenario: name, values: { ...asNamed(name).values, ...values } }));
    expect(heavy('traffic-spike', { load: 1000 })).toBeGreaterThan(20_000_000);
    expect(heavy('b-down', { poll: 10, patience: 30_000, for: 60_000 })).toBeNull();
    expect(heavy('b-down', { load: 300 })).toBeNull();
  });

  test('the estimate is within half of the events of a run of all six', () => {
    const scenario = { ...scenarioOf(named('normal'), asNamed('normal')), duration: 5_000_000 };
    const counted = all.reduce((sum, technique) => {
      const run = new Run(technique, scenario, true);
      run.advance();
      return sum + run.recorder!.events.length;
    }, 0);
    const estimated = tooHeavy(all, { ...scenario, duration: 5_000_000_000 })! / 1000;
    expect(Math.abs(Math.log2(estimated / counted))).toBeLessThan(0.6);
  });
});
