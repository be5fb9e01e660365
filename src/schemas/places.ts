import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './errors.ts';

/** Says where in a YAML file a problem is that reading the file alone could not show. */
export class Places {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** A problem at a path of a YAML file, with its line. */
  problem(where: string, path: readonly PropertyKey[], text: string): Problem {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(this.#root, where), 'utf8'), { lineCounter: lines });
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return { where, line: lines.linePos(node.range[0]).line, path, text };
    }
    return { where, path, text };
  }
}
