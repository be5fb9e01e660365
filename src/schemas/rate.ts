import { reading, type Read } from './fields.ts';

const seconds = { s: 1, m: 60, h: 3600 };
const pattern = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*\/\s*(s|m|h)$/;
const what = 'a rate with its unit, such as 100/s or 30/m';

/** How often something happens, as `100/s` in a file, as a number a second in the program. */
export const rate = reading(readRate);

/** Reads `100/s`, `0.5/s`, `30/m` or `6/h`. */
export function readRate(input: unknown): Read<number> {
  if (typeof input === 'number') return { expected: what, todo: `write the unit, as in ${input}/s` };
  const match = typeof input === 'string' ? pattern.exec(input.trim()) : null;
  if (match === null) return { expected: what };
  const [, number = '', unit = 's'] = match;
  const value = Number(number) / seconds[unit as keyof typeof seconds];
  return Number.isFinite(value) ? { value } : { expected: what };
}

/** The same rate in file notation: `100/s`. */
export function writeRate(perSecond: number): string {
  return `${perSecond}/s`;
}
