import { type Row, table } from './row.ts';

/**
 * The text of docs/bench.md with a new table.
 * @param before the text until now; what it says from its first `## ` on was written by hand and stays
 * @param made the sentence above the table: when it was measured, and on what
 */
export function page(before: string, made: string, rows: Row[]): string {
  const [, byHand = ''] = /^(## .*)$/ms.exec(before) ?? [];
  return `# Benchmark\n\n${made}\n\n${table(rows)}\n${byHand && `\n${byHand}`}`;
}
