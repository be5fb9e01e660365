/** Finds the figures of this site in a post's Markdown. */

export interface Snippet {
  kind: 'iframe' | 'element' | 'image' | 'shortcode';
  /** Its text, from its first tag to its last. */
  source: string;
  /** Its lines, from 0, with the tags that stand round it. */
  first: number;
  last: number;
  /** Nothing else stands on its lines. */
  alone: boolean;
  /** A `<div>` stands round it, so that Markdown takes it for a block. */
  wrapped: boolean;
  closed: boolean;
  selfClosed: boolean;
  /** Undefined when there is none. */
  title: string | undefined;
  technique: string | undefined;
  /** What it asks for, as written. */
  parameters: [name: string, value: string][];
}

const frameUrl = /\/embed\/v1\/([^/?#)"'\s]*)\/?([^?#)"'\s]*)(?:\?([^#)"'\s]*))?/;
const tag = /<(iframe|between-services)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>|\[?!\[((?:\\.|[^\]\\])*)\]\(([^)\s]*\/embed\/v1\/[^)\s]*)[^)]*\)(?:\]\([^)]*\))?|\{\{[<%]\s*between-services\b([\s\S]*?)[>%]\}\}/gi;
const pair = /([\w-]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'>]+)))?/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** @returns the post's lines, those of code and front matter emptied, and the figures in them */
export function findSnippets(text: string): { lines: string[]; snippets: Snippet[] } {
  const lines = withoutCode(text.split(/\r?\n/));
  const prose = lines.join('\n');
  const snippets = [...prose.matchAll(tag)].flatMap((match) => read(match, prose, lines) ?? []);
  return { lines, snippets };
}

function read(match: RegExpMatchArray, prose: string, lines: readonly string[]): Snippet | null {
  const [whole, name, inside, alt, picture, call] = match;
  const start = match.index!;
  if (name !== undefined) return readTag(name.toLowerCase(), inside!, whole, start, prose, lines);
  const place = placeOf(start, start + whole.length, prose, lines);
  const common = { ...place, source: whole, wrapped: false, closed: true, selfClosed: false };
  if (picture !== undefined) {
    const [, technique] = frameUrl.exec(picture)!;
    return { ...common, kind: 'image', title: alt, technique, parameters: inPicture(picture) };
  }
  const { title, technique, ...rest } = Object.fromEntries(pairs(call!));
  return { ...common, kind: 'shortcode', title, technique, parameters: Object.entries(rest) };
}

function readTag(name: string, inside: string, whole: string, start: number, prose: string, lines: readonly string[]): Snippet | null {
  const selfClosed = /\/\s*$/.test(inside);
  const attributes = Object.fromEntries(pairs(inside.replace(/\/\s*$/, '')).map(([key, value]) => [key.toLowerCase(), decode(value)]));
  const url = frameUrl.exec(attributes['src'] ?? '');
  if (name === 'iframe' && !url) return null;
  const rest = prose.slice(start + whole.length);
  const closing = selfClosed ? null : new RegExp(`</${name}\\s*>`, 'i').exec(rest);
  const another = rest.search(/<(?:iframe|between-services)\b/i);
  const closed = closing !== null && (another < 0 || closing.index < another);
  const end = start + whole.length + (closed ? closing.index + closing[0].length : 0);
  const place = placeOf(start, end, prose, lines);
  const common = { ...place, source: prose.slice(start, end), closed, selfClosed };
  if (name === 'iframe') {
    return { ...common, kind: 'iframe', title: attributes['title'], technique: url![1], parameters: [...new URLSearchParams(url![3] ?? '')] };
  }
  const { technique, label, eager: _eager, class: _class, id: _id, style: _style, slot: _slot, 'data-controls': controls, ...own } = attributes;
  const asked = controls === undefined ? own : { ...own, controls };
  return { ...common, kind: 'element', title: label, technique, parameters: Object.entries(asked) };
}

/** The lines a figure takes up, the tags round it included. */
function placeOf(start: number, end: number, prose: string, lines: readonly string[]) {
  let first = prose.slice(0, start).split('\n').length - 1;
  let last = prose.slice(0, end).split('\n').length - 1;
  const before = prose.slice(prose.lastIndexOf('\n', start - 1) + 1, start);
  const after = prose.slice(end).split('\n', 1)[0]!;
  const opening = /^\s*(?:<(?:div|p|center|figure|section)\b[^>]*>\s*)+$/i;
  const ending = /^\s*(?:<\/(?:div|p|center|figure|section)>\s*)+$/i;
  let wrapped = opening.test(before);
  while (before.trim() === '' && opening.test(lines[first - 1] ?? '')) {
    wrapped = true;
    first--;
  }
  while (after.trim() === '' && ending.test(lines[last + 1] ?? '')) last++;
  const alone = (before.trim() === '' || opening.test(before)) && (after.trim() === '' || ending.test(after));
  return { first, last, alone, wrapped };
}

/** The scenario and the step that a picture's address names. */
function inPicture(address: string): [string, string][] {
  const [, scenario, step] = /\/embed\/v1\/[^/]+(?:\/([^/]+))?\/(?:step-(\d+))?[^/]*$/.exec(address) ?? [];
  return Object.entries({ scenario, step }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
}

function pairs(text: string): [string, string][] {
  return [...text.matchAll(pair)].map(([, name, double, single, raw, bare]) => (
    [name!, double?.replace(/\\(.)/g, '$1') ?? single ?? raw ?? bare ?? '']
  ));
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);
}

/** Empties the lines of fenced code and of the front matter, and what stands between backticks. */
function withoutCode(lines: readonly string[]): string[] {
  let fence = '';
  let front = /^(---|\+\+\+)\s*$/.exec(lines[0] ?? '')?.[1] ?? '';
  return lines.map((line, index) => {
    if (front !== '') {
      if (index > 0 && line.trim() === front) front = '';
      return '';
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence) && line.trim() === mark) fence = '';
      return '';
    }
    if (mark !== '') {
      fence = mark;
      return '';
    }
    return line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (code) => 'x'.repeat(code.length));
  });
}
