/** Reads a post's Markdown and says what in it would keep a figure from showing. */
import type { Catalogue } from './catalogue.ts';
import { findSnippets } from './paste/find.ts';
import type { Snippet } from './paste/find.ts';
import { checkParameters } from './paste/parameters.ts';

export interface Finding {
  /** From 1. */
  line: number;
  /** What is wrong and what to do, in a sentence or two. */
  text: string;
}

/**
 * Checks the figures of this site in a post. Code blocks and front matter are left alone.
 * @param mdx whether the post is MDX, where HTML is read as JSX
 * @returns what is wrong, in the order of the lines; and how many figures there are
 */
export function checkPost(text: string, catalogue: Catalogue, { mdx = false } = {}): { findings: Finding[]; figures: number } {
  const { lines, snippets } = findSnippets(text);
  const findings = snippets.flatMap((snippet) => [
    ...checkPlace(snippet, lines),
    ...checkTags(snippet, mdx),
    ...checkTitle(snippet),
    ...checkParameters(snippet, catalogue),
  ].map((sentence) => ({ line: snippet.first + 1, text: sentence })));
  return { findings: findings.toSorted((one, other) => one.line - other.line), figures: snippets.length };
}

function checkPlace({ kind, first, last, alone }: Snippet, lines: readonly string[]): string[] {
  const said: string[] = [];
  if (!alone) said.push('Put the figure on a line of its own: other words stand on it.');
  if ((lines[first - 1] ?? '').trim() !== '') said.push('Add a blank line before the figure, or it joins the paragraph above.');
  if ((lines[last + 1] ?? '').trim() !== '') {
    said.push(kind === 'image' || kind === 'shortcode'
      ? 'Add a blank line after the figure, or it joins the paragraph below.'
      : 'Add a blank line after the figure, or the Markdown below it is not read as Markdown.');
  }
  return said;
}

function checkTags({ kind, source, wrapped, closed, selfClosed }: Snippet, mdx: boolean): string[] {
  const said: string[] = [];
  const name = kind === 'iframe' ? 'iframe' : 'between-services';
  if (selfClosed) said.push(`Close the tag with </${name}>: browsers overlook the slash, and the rest of the post would become part of it.`);
  else if (!closed) said.push(`Close the tag with </${name}>, or the rest of the post becomes part of it.`);
  if (kind === 'element' && !wrapped) said.push('Put <div> before the element and </div> after it, or Markdown puts it into a paragraph.');
  if (kind === 'element' && /\scontrols\s*=/i.test(source)) said.push('Write data-controls in place of controls: Gatsby and Hugo drop the value of controls.');
  if (mdx && /\sstyle\s*=\s*["']/i.test(source)) said.push('Take the style attribute out: MDX stops at a style that is a string.');
  if (mdx && /<(?:img|br)\b[^>]*[^/]>/i.test(source)) said.push('End <img> and <br> with />: MDX stops at a tag that is not closed.');
  return said;
}

function checkTitle({ kind, title }: Snippet): string[] {
  if (title !== undefined && !/^[\s.…]*$/.test(title)) return [];
  const where = { iframe: 'a title to the iframe', element: 'a label to the element', image: 'words between the brackets of the image', shortcode: 'a title to the shortcode' };
  return [`Add ${where[kind]}: it is what a reader who does not see the figure is told.`];
}
