import { techniques } from './models.ts';
import { unknownName } from './errors.ts';
import { reading, type Read } from './fields.ts';
import type { Unit } from './figures.ts';

const operators = ['>=', '<=', '>', '<'] as const;
type Operator = (typeof operators)[number];

/** A bound as it is written, with its unit; the unit of the figure decides which are allowed. */
export interface Bound {
  number: number;
  unit: '' | '%' | 'ms' | 's';
}

/** What a claim says of a figure. */
export type Comparison =
  | { kind: 'bound'; operator: Operator; bound: Bound }
  | { kind: 'between'; least: Bound; most: Bound }
  /** `factor` times the same figure of another run: null is the technique itself, or the same scenario. */
  | { kind: 'run'; operator: Operator; factor: number; technique: string | null; scenario: string | null };

const what = 'a comparison, such as ">= 0.99", "< 250 ms", "between 10 s and 11.5 s", "> 2 x direct-api-call" or "> itself under normal"';

/** A comparison as trade-offs.yaml has it. */
export const comparison = reading(readComparison);

/** Reads `>= 0.99`, `between 10 s and 11.5 s`, `> 2 x direct-api-call`, `< itself under normal`. */
export function readComparison(input: unknown): Read<Comparison> {
  if (typeof input !== 'string') return { expected: what };
  const between = /^between (.+) and (.+)$/.exec(input.trim());
  if (between) {
    const [least, most] = [readBound(between[1]!), readBound(between[2]!)];
    return least && most ? { value: { kind: 'between', least, most } } : { expected: what };
  }
  const compared = /^(>=|<=|>|<)\s*(.+)$/.exec(input.trim());
  if (!compared) return { expected: what };
  const operator = compared[1] as Operator;
  const bound = readBound(compared[2]!);
  if (bound) return { value: { kind: 'bound', operator, bound } };
  const run = /^(?:([\d.]+) x )?([a-z-]+)(?: under ([a-z0-9-]+))?$/.exec(compared[2]!);
  if (!run) return { expected: what };
  const [, factor = '1', technique = '', scenario = null] = run;
  const names = ['itself', ...Object.keys(techniques)];
  if (!names.includes(technique)) return { expected: `a comparison with ${unknownName(technique, names).replace(/^expected /, '').split(', but')[0]!}` };
  return { value: { kind: 'run', operator, factor: Number(factor), technique: technique === 'itself' ? null : technique, scenario } };
}

function readBound(text: string): Bound | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%|ms|s)?$/.exec(text.trim());
  return match && { number: Number(match[1]), unit: (match[2] ?? '') as Bound['unit'] };
}

/**
 * Whether a figure is what a claim says.
 * @param other the figure of the other run, where the comparison names one
 * @throws RangeError for a bound in a unit that the figure does not have
 */
export function holds(said: Comparison, figure: number, unit: Unit, other: number): boolean {
  if (said.kind === 'between') {
    return figure >= inUnit(said.least, unit) && figure <= inUnit(said.most, unit);
  }
  const right = said.kind === 'bound' ? inUnit(said.bound, unit) : said.factor * other;
  switch (said.operator) {
    case '>=': return figure >= right;
    case '<=': return figure <= right;
    case '>': return figure > right;
    case '<': return figure < right;
  }
}

function inUnit({ number, unit }: Bound, of: Unit): number {
  if (unit === '' && of !== 'ms') return number;
  if (unit === '%' && of === 'share') return number / 100;
  if (unit === 'ms' && of === 'ms') return number;
  if (unit === 's' && of === 'ms') return number * 1000;
  throw new RangeError(`expected a bound in ${of === 'ms' ? 'ms or s' : of === 'share' ? 'a share or %' : 'a plain number'}, but found ${number}${unit}`);
}
