import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askKey, lineKey, lineOf, linesOf } from '../../../src/diagram/lines.ts';
import type { MessageKind } from '../../../src/simulation/scenario.ts';
import type { MessageEvent } from '../../../src/simulation/trace.ts';

const read = (slug: string) => readFileSync(`src/techniques/${slug}.ts`, 'utf8');
const say = (kind: MessageKind, name: string, from: string, to: string) => ({ kind, name, from, to });
const textAt = (source: string, line: number | undefined) => source.split('\n')[(line ?? 0) - 1]?.trim();

const source = read('direct-api-call');
const buy = say('request', 'POST /checkout', 'shopper', 'A');
const ask = say('request', 'GET /prices', 'A', 'B');
const query = say('query', 'select price', 'B', 'catalog');
const insert = say('command', 'insert order', 'A', 'orders');

test.each([
  ['the shopper’s request runs the first line of checkout', buy, null, '*checkout(', 'A'],
  ['an ask with a handler runs the handler’s first line', ask, null, '*\'GET /prices\'(', 'B'],
  ['an ask without a handler runs the line that asks', query, null, 'return yield* B.query', 'B'],
  ['the store’s answer runs the line that asked', say('result', 'one row', 'catalog', 'B'), query, 'return yield* B.query', 'B'],
  ['the handler’s answer runs its return', say('response', '200 OK', 'B', 'A'), ask, 'return yield* B.query', 'B'],
  ['a command runs the line that gives it', insert, null, 'yield* A.command(orders', 'A'],
  ['the checkout’s answer runs its return', say('response', '201 Created', 'A', 'shopper'), buy, 'return price', 'A'],
])('%s', (_, message, asked, text, who) => {
  const found = lineOf(source, message, asked);
  expect(textAt(source, found?.line)).toContain(text);
  expect(found?.who).toBe(who);
});

test('a name that the model does not hold has no line', () => {
  expect(lineOf(source, say('query', 'select nothing', 'B', 'catalog'), null)).toBeNull();
  expect(lineOf(read('cache-with-api-updates'), say('query', 'select price', 'A', 'cache'), null)).toBeNull();
});

test('an answer that its handler names runs the line that names it', () => {
  const polling = read('async-polling');
  const poll = say('poll', 'GET /price-requests/:id', 'A', 'B');
  expect(textAt(polling, lineOf(polling, say('response', '303 See Other', 'B', 'A'), poll)?.line)).toContain('303 See Other');
});

test('a message to a broker runs the line that publishes it, and its delivery the consumer’s handler', () => {
  const messaging = read('async-messaging');
  expect(textAt(messaging, lineOf(messaging, say('query', 'GetPrice', 'A', 'broker'), null)?.line)).toContain('A.request(broker');
  expect(textAt(messaging, lineOf(messaging, say('push', 'GetPrice', 'broker', 'B'), null)?.line)).toContain('*GetPrice(');
  expect(textAt(messaging, lineOf(messaging, say('response', 'PriceReply', 'B', 'broker'), null)?.line)).toContain('B.send(broker');
});

test('the map of a run holds the line of each arrival and of each ask', () => {
  const event = (message: typeof ask, id: number, answers: number | null): MessageEvent =>
    ({ ...message, t: id, seq: id, type: 'send', id, checkout: 1, payload: {}, answers });
  const answer = say('response', '200 OK', 'B', 'A');
  const map = linesOf(source, [event(ask, 1, null), event(answer, 2, 1)]);
  expect(textAt(source, map[lineKey(ask)]?.line)).toContain('*\'GET /prices\'');
  expect(textAt(source, map[askKey(ask)]?.line)).toContain('A.call(B');
  expect(textAt(source, map[lineKey(answer)]?.line)).toContain('return');
});
