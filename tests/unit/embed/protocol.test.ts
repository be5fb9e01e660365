import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { envelope, readFromEmbed, readFromHost } from '../../../src/embed/messages.ts';
import { defaultState, readParameters, writeParameters } from '../../../src/embed/parameters.ts';

const stops = { normal: 9, 'b-down': 7 };

test('an address without parameters asks for the default', () => {
  expect(readParameters('', stops)).toEqual({ state: defaultState, bad: [] });
});

test('every parameter is read', () => {
  const search = '?theme=dark&scenario=b-down&step=6&autoplay=1&speed=0.25&controls=min&view=sequence&utm_source=x';
  expect(readParameters(search, stops)).toEqual({
    state: { theme: 'dark', scenario: 'b-down', step: 6, autoplay: true, speed: 0.25, controls: 'min', view: 'sequence' },
    bad: [],
  });
});

test('a bad value gives way to its default and is named', () => {
  const { state, bad } = readParameters('?scenario=b-gone&step=9&speed=3&theme=pink&autoplay=yes', stops);
  expect(state).toEqual(defaultState);
  expect(bad.toSorted()).toEqual(['autoplay', 'scenario', 'speed', 'step', 'theme']);
});

test('a step is held to the scenario it is asked of', () => {
  expect(readParameters('?scenario=b-down&step=7', stops)).toMatchObject({ state: { step: 0 }, bad: ['step'] });
});

test('what is written is read back', () => {
  const state = { ...defaultState, scenario: 'b-down', step: 3, autoplay: true, speed: 2 as const };
  expect(readParameters(writeParameters(state), stops).state).toEqual(state);
  expect(writeParameters(defaultState)).toBe('');
});

test('no address makes it throw or leave the known values', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('step', 'scenario', 'theme', 'b-down', '0', '-1', '1e9', '<script>', '%', '__proto__'));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 8 }), (pairs) => {
      const { state } = readParameters(`?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`, stops);
      expect(Object.keys(stops)).toContain(state.scenario);
      expect(state.step).toBeLessThan(stops[state.scenario as keyof typeof stops]);
      expect([0.25, 0.5, 1, 2]).toContain(state.speed);
    }),
    { numRuns: 2000 },
  );
});

test('a host is understood only in the words of the protocol', () => {
  expect(readFromHost(envelope({ type: 'seek', step: 3 }))).toEqual({ type: 'seek', step: 3 });
  expect(readFromHost({ ...envelope({ type: 'seek', step: 3 }), v: 2 })).toBeNull();
  expect(readFromHost({ ns: 'between-services', v: 1, type: 'seek', step: -1 })).toBeNull();
  expect(readFromHost({ ns: 'between-services', v: 1, type: 'theme', theme: 'url(x)' })).toBeNull();
  expect(readFromHost({ ns: 'between-services', v: 1, type: 'navigate', to: 'https://example.com' })).toBeNull();
});

test('nothing that comes by message makes either side throw', () => {
  fc.assert(fc.property(fc.anything(), (data) => {
    expect(readFromHost(data)).toBeNull();
    expect(readFromEmbed(data)).toBeNull();
  }));
});
