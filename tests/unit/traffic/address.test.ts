import { expect, test } from 'vitest';
import { asksForTraffic, readTraffic, writeTraffic } from '../../../src/diagram/traffic/address.ts';
import { defaults } from '../../../src/player/traffic/settings.ts';
import { techniques } from '../../../src/schemas/models.ts';

const direct = techniques['direct-api-call']!;
const messaging = techniques['async-messaging']!;

test('an address carries what breaks, when, for how long, every slider, the position and the checkout', () => {
  const query = '?break=b-down&at=3.21s&for=750ms&load=60&timeout=400ms&retries=0&position=4.2s&checkout=17';
  const asked = readTraffic(query, direct);
  expect(asked).toEqual({
    settings: { breakage: 'b-down', values: { at: 3210, for: 750, load: 60, timeout: 400, retries: 0 } },
    position: 4200, checkout: 17, notes: [],
  });
  expect(readTraffic(writeTraffic('', direct, asked), direct)).toEqual(asked);
});

test('what is as at the start is left out, and what is not of the traffic stays', () => {
  const shared = { settings: defaults(direct), position: 0, checkout: null };
  expect(writeTraffic('?scenario=b-hang&load=5', direct, shared)).toBe('?scenario=b-hang&break=nothing');
  expect(writeTraffic('', direct, { ...shared, settings: { ...shared.settings, breakage: 'b-slow' } })).toBe('?break=b-slow&at=3s&for=2s');
});

test('a policy that is switched off is written as none', () => {
  const settings = { breakage: 'nothing', values: { ...defaults(messaging).values, ttl: 600 } };
  expect(writeTraffic('', messaging, { settings, position: 0, checkout: null })).toBe('?break=nothing&ttl=600ms');
  expect(readTraffic('?ttl=none', messaging).settings).toEqual(defaults(messaging));
});

test.each([
  ['?break=b-dwon', /does not know/],
  ['?break=broker-down', /does not have: broker-down/],
  ['?load=900', /load=900. Shoppers can be 2 a second to 60 a second; it is 10 a second here/],
  ['?load=12.5', /load=12.5/],
  ['?timeout=420ms', /in steps of 50 ms/],
  ['?timeout=none', /timeout=none/],
  ['?at=20s', /Breaks at can be 0 ms to 9.5 s/],
  ['?position=11s', /lasts 10 s/],
  ['?position=soon', /lasts 10 s/],
  ['?checkout=last', /names a checkout/],
])('%s gives the run as at the start, and a note', (query, note) => {
  const { settings, position, checkout, notes } = readTraffic(query, direct);
  expect({ settings, position, checkout }).toEqual({ settings: defaults(direct), position: 0, checkout: null });
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(note);
});

test('a slider of another technique is left alone', () => {
  expect(readTraffic('?poll=100ms', direct)).toEqual({ settings: defaults(direct), position: 0, checkout: null, notes: [] });
});

test('an address asks for traffic when it names any of it', () => {
  expect(asksForTraffic('?scenario=b-down&step=3', direct)).toBe(false);
  expect(asksForTraffic('?retries=0', direct)).toBe(true);
  expect(asksForTraffic('?position=1s', direct)).toBe(true);
});
