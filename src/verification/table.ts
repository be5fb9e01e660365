import type { Unit } from './case.ts';
import type { Verdict } from './verify.ts';

const columns = [12, 12, 10, 10, 8];

/** The first lines of the table. */
export const heading = `${row(['expected', 'measured', 'error', 'std. err.', ''])} what`;

/** A comparison as a line of the table. */
export function line({ family, technique, what, unit, expected, measured, error, standardError, passed }: Verdict): string {
  const figures = [figure(expected, unit), figure(measured, unit), percent(error), percent(standardError), passed ? '' : 'FAILED'];
  return `${row(figures)} ${family}, ${technique}: ${what}`;
}

function row(cells: string[]): string {
  return cells.map((cell, i) => cell.padStart(columns[i]!)).join('');
}

/** A figure with its unit, to four digits. */
export function figure(value: number, unit: Unit): string {
  if (unit === 'share') return `${(value * 100).toFixed(2)} %`;
  return `${Number(value.toPrecision(4))}${unit === 'count' ? '' : ` ${unit}`}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}
