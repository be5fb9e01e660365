import { ContentError } from './errors.ts';

/** The two parts of an .mdx file: the YAML between the lines of three hyphens, and what follows. */
export interface FrontMatter {
  yaml: string;
  /** The line on which the YAML begins. */
  firstLine: number;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
}

/** Takes an .mdx file apart; throws a `ContentError` when it does not open with front matter. */
export function frontMatter(text: string, where: string): FrontMatter {
  const match = /^---\r?\n([\s\S]*?)^---[ \t]*\r?\n?/m.exec(text);
  if (match === null || match.index !== 0) {
    throw new ContentError([{ where, line: 1, path: [], text: 'expected front matter between two lines of three hyphens, but found none' }]);
  }
  const [whole, yaml = ''] = match;
  return { yaml, firstLine: 2, body: text.slice(whole.length), bodyLine: whole.split('\n').length };
}
