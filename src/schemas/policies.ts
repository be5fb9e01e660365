import type { Policies } from '../simulation/scenario.ts';
import { duration, durationOrNone, readDuration, someDuration, writeDuration } from './duration.ts';
import { fields, oneOf, reading } from './fields.ts';

/** What A, B and the broker do about slowness, failure and age. `none` switches a policy off. */
export const policies = fields({
  timeout: durationOrNone.optional(),
  retries: countOrNone('a whole number of retries from 0 to 100, or none', 100).optional(),
  backoff: reading<number>((input) => input === 'none' ? { value: 0 } : readDuration(input)).optional(),
  circuitBreaker: switchOrNone().optional(),
  pollInterval: someDuration.optional(),
  pollJitter: reading<number>((input) => {
    if (input === 'none') return { value: 0 };
    return typeof input === 'number' && input >= 0 && input <= 1
      ? { value: input } : { expected: 'a share of the poll interval from 0 to 1, or none' };
  }).optional(),
  messageTtl: durationOrNone.optional(),
  cacheTtl: durationOrNone.optional(),
  cacheAside: switchOrNone().optional(),
  cacheStart: oneOf(['full', 'empty']).optional(),
  relayInterval: duration.optional(),
  outbox: switchOrNone().optional(),
  consumers: counted('a whole number of consumers from 1 to 10000').optional(),
  subscribers: counted('a whole number of subscribers from 1 to 10000').optional(),
});

/** In file notation. */
export function writePolicies(value: Policies): Record<string, unknown> {
  return {
    timeout: span(value.timeout),
    retries: value.retries,
    backoff: span(value.backoff),
    circuitBreaker: value.circuitBreaker,
    pollInterval: span(value.pollInterval),
    pollJitter: value.pollJitter,
    messageTtl: span(value.messageTtl),
    cacheTtl: span(value.cacheTtl),
    cacheAside: value.cacheAside,
    cacheStart: value.cacheStart,
    relayInterval: span(value.relayInterval),
    outbox: value.outbox,
    consumers: value.consumers,
    subscribers: value.subscribers,
  };
}

function span(micros: number | null): string {
  return micros === null ? 'none' : writeDuration(micros);
}

function countOrNone(what: string, most: number) {
  return reading<number>((input) => {
    if (input === 'none') return { value: 0 };
    return typeof input === 'number' && Number.isInteger(input) && input >= 0 && input <= most
      ? { value: input } : { expected: what, ...(input === null && { todo: 'write none to switch it off' }) };
  });
}

function counted(what: string) {
  return reading<number>((input) => typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= 10_000
    ? { value: input } : { expected: what });
}

function switchOrNone() {
  return reading<boolean>((input) => {
    if (input === 'none') return { value: false };
    return typeof input === 'boolean' ? { value: input } : { expected: 'true, false or none' };
  });
}
