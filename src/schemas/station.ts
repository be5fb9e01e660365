import type { z } from 'astro/zod';
import type { Station } from '../simulation/scenario.ts';
import { fields, reading, whole, type Read } from './fields.ts';
import { distribution, writeDistribution } from './distribution.ts';

/** A number of workers, or null for `unlimited`. */
export const workers = reading((input) => count(input, 1, 'unlimited'));

/** A number of waiting places, or null for `unbounded`. */
export const places = reading((input) => count(input, 0, 'unbounded'));

const common = { workers: workers.optional(), queue: places.optional(), serviceTime: distribution.optional() };

/** What a file says under `participants.B`. */
export const station = fields(common);

/** What a file says of a participant that keeps data: a write may take another time than a read. */
export const store = fields({ ...common, commitTime: distribution.optional() });

/** What a file says of A, which also takes pushes. */
export const receiver = fields({ ...common, pushWorkers: workers.optional(), pushTime: distribution.optional() });

/** What a file says of the event consumer, whose workers are counted. */
export const crew = fields({ ...common, workers: whole('a whole number of workers from 1 to 10000', 1, 10_000).optional() });

/** What a layer may say of any participant. */
export type StationLayer = z.output<typeof store> & z.output<typeof receiver>;

/** In file notation. */
export function writeStation(value: Station): Record<string, unknown> {
  const { serviceTime, commitTime, pushWorkers, pushTime } = value;
  return {
    workers: value.workers ?? 'unlimited',
    queue: value.queue ?? 'unbounded',
    serviceTime: writeDistribution(serviceTime),
    ...(commitTime && { commitTime: writeDistribution(commitTime) }),
    ...(pushWorkers !== undefined && { pushWorkers: pushWorkers ?? 'unlimited' }),
    ...(pushTime && { pushTime: writeDistribution(pushTime) }),
  };
}

function count(input: unknown, least: number, without: string): Read<number | null> {
  if (input === without) return { value: null };
  if (typeof input === 'number' && Number.isSafeInteger(input) && input >= least) return { value: input };
  const expected = `a whole number from ${least}, or ${without}`;
  return input === null || input === 'none' ? { expected, todo: `write ${without} for no limit` } : { expected };
}
