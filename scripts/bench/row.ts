/** One line of the table: what was measured, the figure, and the design's bar for it. */
export interface Row {
  what: string;
  measured: string;
  bar: string;
  /** Null where the design sets no bar. */
  met: boolean | null;
}

/** A line for which the design sets no bar. */
export function row(what: string, measured: string): Row {
  return { what, measured, bar: '', met: null };
}

/** A line whose figure must not exceed its bar. */
export function atMost(what: string, value: number, bar: number, unit: string): Row {
  return { what, measured: `${figure(value)} ${unit}`, bar: `<= ${figure(bar)} ${unit}`, met: value <= bar };
}

/** A line whose figure must reach its bar. */
export function atLeast(what: string, value: number, bar: number): Row {
  return { what, measured: figure(value), bar: `>= ${figure(bar)}`, met: value >= bar };
}

/** The value below which a share (0 to 1) of the values lie, by nearest rank; NaN of none. */
export function rank(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The table as Markdown. */
export function table(rows: Row[]): string {
  const line = ({ what, measured, bar, met }: Row) =>
    `| ${what} | ${measured} | ${bar} | ${met === null ? '' : met ? 'yes' : 'no'} |`;
  return ['| what | measured | bar | met |', '|---|---|---|---|', ...rows.map(line)].join('\n');
}

function figure(value: number): string {
  return String(Number(value.toPrecision(value < 1000 ? 3 : 4)));
}
