import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../src/diagram/address.ts';

const names = ['normal', 'b-down'];
const read = (query: string) => readAddress(query, names, 'normal', (scenario) => (scenario === 'b-down' ? 6 : 9));

test('an address names scenario, step and view', () => {
  expect(read('?scenario=b-down&step=4&view=sequence')).toEqual({ scenario: 'b-down', step: 4, view: 'sequence', notes: [] });
  expect(read('?other=1')).toEqual({ scenario: null, step: null, view: null, notes: [] });
});

test('steps are those of the scenario it names', () => {
  expect(read('?step=8').step).toBe(8);
  expect(read('?step=8&scenario=b-down').notes).toEqual(['The address names a step this run does not have. It has steps 0 to 5.']);
});

test.each(['-1', '1.5', 'x', '', '9', '99999999'])('step=%s is no step, and the reader is told', (step) => {
  const { step: found, notes } = read(`?step=${step}`);
  expect(found).toBeNull();
  expect(notes).toHaveLength(1);
});

test('what an address names is never repeated back', () => {
  const { scenario, view, notes } = read('?scenario=<b>no</b>&view=<i>');
  expect([scenario, view, notes.length]).toEqual([null, null, 2]);
  expect(notes.join(' ')).not.toContain('<');
});

test('a state is written beside whatever else the query holds, and read back', () => {
  const query = writeAddress('?ref=blog', { scenario: 'b-down', step: 3, view: 'sequence' });
  expect(query).toBe('?ref=blog&scenario=b-down&step=3&view=sequence');
  expect(read(query)).toMatchObject({ scenario: 'b-down', step: 3, view: 'sequence' });
  expect(writeAddress(query, { scenario: 'normal', step: 0, view: 'diagram' })).toBe('?ref=blog&scenario=normal&step=0');
});
