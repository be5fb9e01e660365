/** The names that wake a figure stand apart from the code that reads them, which an untouched page does not load. */
import { expect, test } from 'vitest';
import { stateInAddress } from '../../../src/client/wake.ts';
import { writeAddress } from '../../../src/diagram/address.ts';
import { writeTraffic } from '../../../src/diagram/traffic/address.ts';
import { names } from '../../../src/player/compared/address.ts';
import { allKnobs } from '../../../src/player/traffic/settings.ts';
import { techniques } from '../../../src/schemas/models.ts';

const sorted = (all: Iterable<string>) => [...new Set(all)].toSorted();
const namesIn = (query: string) => new URLSearchParams(query).keys();

test('a figure wakes for each name of its address', () => {
  expect(sorted(stateInAddress['address']!)).toEqual(sorted(namesIn(writeAddress('', { scenario: 'b-down', step: 1, view: 'sequence' }))));
});

test('the comparison wakes for each name of its address', () => {
  expect(sorted(stateInAddress['compare']!)).toEqual(sorted(names));
});

test('the traffic wakes for each name of any technique’s address, and for a run of the comparison', () => {
  const written = Object.values(techniques).flatMap((topology) => {
    const values = Object.fromEntries(allKnobs(topology).map(({ name, start, step }) => [name, start + step]));
    return [...namesIn(writeTraffic('', topology, { settings: { breakage: 'b-down', values }, position: 1, checkout: 1 }))];
  });
  expect(sorted(stateInAddress['traffic']!)).toEqual(sorted(['compared', ...written]));
});
