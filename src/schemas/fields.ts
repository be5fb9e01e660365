import { z } from 'astro/zod';
import { sayOneOf, show, unknownName } from './errors.ts';

/** Outcome of reading one value: the value, or what was expected of it and, if it helps, what to do. */
export type Read<T> = { value: T } | { expected: string; todo?: string };

/**
 * A schema for one value of a file, from a function that reads it. The message states what was
 * expected, what was found and what to do.
 */
export function reading<T>(read: (input: unknown) => Read<T>) {
  return z.unknown().transform((input, context): T => {
    const result = read(input);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: expected(result.expected, input, result.todo) });
    return z.NEVER;
  });
}

/** `expected X, but found Y: do Z` */
export function expected(what: string, found: unknown, todo?: string): string {
  return `expected ${what}, but ${found === undefined ? 'it is missing' : `found ${show(found)}`}${todo === undefined ? '' : `: ${todo}`}`;
}

/** A map with these keys and no other. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => issue.code === 'unrecognized_keys'
      ? unknownKey((issue as unknown as { keys: string[] }).keys[0]!, names)
      : expected(`a map with ${sayOneOf(names)}`, issue.input),
  });
}

/** A key with a space in it is the rest of a text that was cut at a comma. */
function unknownKey(key: string, names: readonly string[]): string {
  const text = unknownName(key, names);
  return key.includes(' ') ? `${text}: put a text with a comma in quotes` : text;
}

/** A map from any name to such values. */
export function mapOf<Value extends z.ZodType>(value: Value, what: string) {
  return z.record(z.string(), value, { error: (issue) => expected(what, issue.input) });
}

/** A list of such values. */
export function listOf<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: (issue) => expected(what, issue.input) });
}

/** One of a few words. */
export function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: (issue) => issue.input === undefined
    ? expected(sayOneOf(names), undefined)
    : unknownName(issue.input, names) });
}

/** A text of at least one character. */
export function words(what: string) {
  return reading<string>((input) => typeof input === 'string' && input.trim() !== ''
    ? { value: input.trim() } : { expected: what });
}

/** A number from `least` to `most`. */
export function number(what: string, least: number, most = Number.MAX_VALUE) {
  return reading<number>((input) => isNumber(input) && input >= least && input <= most
    ? { value: input } : { expected: what });
}

/** A whole number from `least` to `most`. */
export function whole(what: string, least: number, most: number = Number.MAX_SAFE_INTEGER) {
  return reading<number>((input) => isNumber(input) && Number.isInteger(input) && input >= least && input <= most
    ? { value: input } : { expected: what });
}

/** True or false. */
export function flag() {
  return reading<boolean>((input) => typeof input === 'boolean' ? { value: input } : { expected: 'true or false' });
}

function isNumber(input: unknown): input is number {
  return typeof input === 'number' && Number.isFinite(input);
}
