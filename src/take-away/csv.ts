type Cell = string | number | boolean | null;

/** A table as RFC 4180 has it: commas, lines that end in CR LF, quotes where a cell needs them. Null is an empty cell. */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(quoted).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
