/** A fault in a file or an argument, in words a person can act on. */
export interface Problem {
  /** The file as the author names it (`content/scenarios/b-down.yaml`), or the argument (`--set seed=x`). */
  where: string;
  /** 1-based line of `where`; absent for arguments. */
  line?: number;
  /** Keys and positions from the top of the file to what is wrong; empty for the file as a whole. */
  path: readonly PropertyKey[];
  /** What was expected and what was found. Starts in lower case, ends without a full stop. */
  text: string;
}

/** Thrown with everything that is wrong; `message` holds one sentence a line. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(sentence).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Throws a `ContentError` for one problem. */
export function fail(where: string, path: readonly PropertyKey[], text: string): never {
  throw new ContentError([{ where, path, text }]);
}

/** `content/scenarios/b-down.yaml, line 4, faults[0].from: expected ..., but found ....` */
export function sentence({ where, line, path, text }: Problem): string {
  const place = [where, line === undefined ? '' : `line ${line}`, sayPath(path)].filter(Boolean).join(', ');
  return `${place}: ${text}.`;
}

/** `faults[0].from` */
export function sayPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join('');
}

/** A value as it is named in a sentence: `"Bee"`, `20`, `a list`, `nothing`. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? JSON.stringify(shorten(value)) : String(value);
}

/** `a, b or c` */
export function sayOneOf(names: readonly string[], word = 'or'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

/** The text for a name that is none of the known: what was expected, what was found, the nearest. */
export function unknownName(found: unknown, names: readonly string[], noun = ''): string {
  const expected = `expected ${noun === '' ? '' : `${noun}: `}${sayOneOf(names)}, but found ${show(found)}`;
  const near = typeof found === 'string' ? nearest(found, names) : null;
  return near === null ? expected : `${expected}; the nearest valid name is ${JSON.stringify(near)}`;
}

/** The name that takes the fewest edits for its length to reach; null when none is reached in two, or in half of it. */
export function nearest(word: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = 1;
  for (const name of names) {
    const distance = edits(word.toLowerCase(), name.toLowerCase());
    const share = distance / Math.max(word.length, name.length);
    if (share < least && (distance <= 2 || share <= 0.5)) [best, least] = [name, share];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function edits(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      line.push(cost);
    }
    [before, above] = [above, line];
  }
  return above[to.length]!;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
