import type { Micros } from '../simulation/scenario.ts';
import { reading, type Read } from './fields.ts';

const units = { us: 1n, ms: 1_000n, s: 1_000_000n, m: 60_000_000n, h: 3_600_000_000n };
const pattern = /^(\d+)(?:\.(\d+))?\s*(us|ms|s|m|h)$/;
const what = 'a duration with its unit, such as 250ms or 10s';

/** A span of time, as `250ms`, `10s` or `2m` in a file, as integer microseconds in the program. */
export const duration = reading(readDuration);

/** A span that must pass: anything above `0ms`. */
export const someDuration = reading<Micros>((input) => {
  const read = readDuration(input);
  return 'value' in read && read.value === 0 ? { expected: 'a duration above 0ms' } : read;
});

/** A span of time, or null for the word `none`. */
export const durationOrNone = reading<Micros | null>((input) => {
  if (input === 'none') return { value: null };
  const read = readDuration(input);
  if ('value' in read) return read;
  return { expected: `${what}, or none`, todo: input === null ? 'write none to switch it off' : read.todo };
});

/**
 * Reads `250ms`, `0.25ms`, `10s`, `2m`, `1h` or `40us`, exactly: a decimal fraction is never
 * rounded, and one finer than a microsecond is refused.
 */
export function readDuration(input: unknown): Read<Micros> {
  if (typeof input === 'number' || (typeof input === 'string' && /^\d+(\.\d+)?$/.test(input))) {
    return { expected: what, todo: `write the unit, as in ${input}ms or ${input}s` };
  }
  const match = typeof input === 'string' ? pattern.exec(input.trim()) : null;
  if (match === null) return { expected: what };
  const [, integer = '', fraction = '', unit = 's'] = match;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(integer + fraction) * units[unit as keyof typeof units];
  if (scaled % scale !== 0n) return { expected: 'a duration of whole microseconds, such as 0.25ms or 40us' };
  const micros = scaled / scale;
  if (micros > BigInt(Number.MAX_SAFE_INTEGER)) return { expected: 'a duration of at most 285 years' };
  return { value: Number(micros) };
}

/** The same span in file notation: `0ms`, `0.25ms`, `250ms`, `60s`. */
export function writeDuration(micros: Micros): string {
  if (micros !== 0 && micros % 1_000_000 === 0) return `${micros / 1_000_000}s`;
  const fraction = String(micros % 1000).padStart(3, '0').replace(/0+$/, '');
  const integer = Math.floor(micros / 1000);
  return `${integer}${fraction === '' ? '' : `.${fraction}`}ms`;
}
