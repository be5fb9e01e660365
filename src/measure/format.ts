/** Figures as a reader reads them. */
import { unitOf, type FigureName } from '../schemas/figures.ts';
import type { Values } from './measurement.ts';

/** The mean of the seeds and how far they lie apart; null where a figure does not apply to every seed. */
export interface Spread {
  mean: number;
  least: number;
  most: number;
}

export function spreadOf(values: Values): Spread | null {
  if (!Array.isArray(values)) return values === null ? null : { mean: values, least: values, most: values };
  const numbers = values.filter((value) => value !== null);
  if (numbers.length < values.length || numbers.length === 0) return null;
  return {
    mean: numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  };
}

/** A figure with its unit: "83.1 %", "17.8 ms", "10.7 s", "1,713", "19.4". */
export function formatFigure(name: FigureName, value: number): string {
  const { number, unit } = parts(name, value, value);
  return unit === '' ? number : `${number}\u00a0${unit}`;
}

/** The least and the most with one unit, "82.4–83.7 %"; null where they read the same. */
export function formatSpread(name: FigureName, { least, most }: Spread): string | null {
  const [from, to] = [parts(name, least, most), parts(name, most, most)];
  if (from.number === to.number) return null;
  return `${from.number}–${to.number}${to.unit === '' ? '' : `\u00a0${to.unit}`}`;
}

/** @param scale the value whose size decides on unit and digits */
function parts(name: FigureName, value: number, scale: number): { number: string; unit: string } {
  switch (unitOf(name)) {
    case 'share': return { number: percent(100 * value), unit: '%' };
    case 'ms': return scale < 999.5 ? { number: digits(value, scale < 99.95 ? 1 : 0), unit: 'ms' } : { number: digits(value / 1000, scale < 99_950 ? 1 : 0), unit: 's' };
    case 'count': return { number: scale < 9.95 ? digits(value, 1) : thousands(Math.round(value)), unit: '' };
    case 'number': return { number: value >= 1000 ? thousands(Math.round(value)) : digits(value, 1), unit: '' };
  }
}

/** One digit after the point, two within a tenth of nothing or all; only all of them are 100. */
function percent(value: number): string {
  if (value === 0 || value === 100) return String(value);
  if (value < 0.01) return '<0.01';
  if (value > 99.9) return (Math.floor(value * 100 + 1e-6) / 100).toFixed(2);
  return value.toFixed(value < 0.1 ? 2 : 1);
}

function digits(value: number, most: number): string {
  return String(Number(value.toFixed(most)));
}

function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
