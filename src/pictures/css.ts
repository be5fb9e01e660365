/** The site's own rules, cut down to what one picture needs: an image cannot load a stylesheet. */

interface Rule {
  selectors: string[];
  /** Name and value. */
  declarations: [string, string][];
}

export type Theme = 'light' | 'dark';

/** What lays a page out, and has no meaning inside a picture. */
const useless = new Set(['position', 'inset', 'transition', 'pointer-events', 'color-scheme', 'text-underline-offset']);

/** The rules of a stylesheet, without those for a medium, a container or an attribute. */
export function parseCss(text: string): Rule[] {
  const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@import[^;]*;/g, '');
  const rules: Rule[] = [];
  let start = 0;
  while (start < css.length) {
    const open = css.indexOf('{', start);
    if (open < 0) break;
    const close = closing(css, open);
    const head = css.slice(start, open).trim();
    if (!head.startsWith('@')) {
      rules.push({ selectors: selectorsOf(head), declarations: declarationsOf(css.slice(open + 1, close)) });
    }
    start = close + 1;
  }
  return rules;
}

/**
 * The rules that apply where only `classes` occur, as they are for light and for dark.
 * @returns for each theme the same rules in the same order; a custom property nobody reads is left out
 */
export function rulesFor(rules: readonly Rule[], classes: ReadonlySet<string>): Record<Theme, Rule[]> {
  const applies = (selector: string) => namesIn(selector).every((name) => classes.has(name));
  const kept = rules.map(({ selectors, declarations }) => ({ selectors: selectors.filter(applies), declarations }))
    .filter(({ selectors }) => selectors.length > 0);
  const read = propertiesRead(kept);
  const wanted = kept.map(({ selectors, declarations }) => ({
    selectors, declarations: declarations.filter(([name]) => !useless.has(name) && (!name.startsWith('--') || read.has(name))),
  })).filter(({ declarations }) => declarations.length > 0);
  return { light: wanted.map((rule) => themed(rule, 'light')), dark: wanted.map((rule) => themed(rule, 'dark')) };
}

const named = new Map<string, string[]>();

/** The classes that a selector names. */
function namesIn(selector: string): string[] {
  const names = named.get(selector) ?? [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);
  named.set(selector, names);
  return names;
}

/** Every class that a markup names. */
export const classesOf = (markup: string): Set<string> =>
  new Set([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')));

/** Rules as text, as small as it gets; `scope` goes before every selector. */
export function cssText(rules: readonly Rule[], scope = ''): string {
  return rules.map(({ selectors, declarations }) =>
    `${selectors.map((one) => `${scope}${one}`).join(',')}{${declarations.map(([name, value]) => `${name}:${value}`).join(';')}}`).join('');
}

/** What has to be said again where the other theme was said before. */
export function differing(rules: readonly Rule[], before: readonly Rule[]): Rule[] {
  return rules.flatMap(({ selectors, declarations }, i) => {
    const changed = declarations.filter(([, value], k) => value !== before[i]!.declarations[k]![1]);
    return changed.length > 0 ? [{ selectors, declarations: changed }] : [];
  });
}

/**
 * The same rules for a renderer without custom properties and with whole hundreds of weight: every `var()` replaced,
 * the tints of the versions each in a rule of its own.
 */
export function flat(rules: readonly Rule[]): Rule[] {
  const known = new Map<string, string>();
  for (const { selectors, declarations } of rules) {
    if (!selectors.includes(ROOT)) continue;
    for (const [name, value] of declarations) if (name.startsWith('--')) known.set(name, value);
  }
  const scoped = rules.filter(({ selectors, declarations }) => !selectors.includes(ROOT) && declarations.some(([name]) => name.startsWith('--')));
  return rules.flatMap((rule) => {
    const plain = { ...rule, declarations: rule.declarations.filter(([name]) => !name.startsWith('--')) };
    if (plain.declarations.length === 0) return [];
    const used = scoped.filter(({ declarations }) => declarations.some(([name]) => reads(plain, name)));
    const variants = used.map(({ selectors, declarations }) => resolved(
      { ...plain, selectors: plain.selectors.map((one) => within(one, selectors[0]!)) }, new Map([...known, ...declarations]),
    ));
    return [resolved(plain, known), ...variants];
  });
}

/** The selector of the tokens. */
export const ROOT = '.picture';

function closing(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i += 1) {
    if (css[i] === '{') depth += 1;
    if (css[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return css.length;
}

/** Splits at a letter outside brackets. */
function parts(text: string, at: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0 && text[i] === at) {
      found.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...found, text.slice(start).trim()].filter((one) => one !== '');
}

/** What does not change in a picture is a class there: `[data-status='down']` is `.status-down`, the narrowest drawing `.narrow`. */
function selectorsOf(head: string): string[] {
  return parts(head.replaceAll(/\[data-status='(\w+)'\]/g, '.status-$1').replaceAll(".drawing[data-width='320']", '.narrow'), ',').flatMap(expanded).filter((one) => !/[[\]]|::|:hover|:focus/.test(one))
    .map((one) => (one === ':root' ? ROOT : one.replace(/^\.drawing /, '')));
}

/** `a :is(b, c)` is `a b, a c`. */
function expanded(selector: string): string[] {
  const open = selector.indexOf(':is(');
  if (open < 0) return [selector];
  const close = selector.indexOf(')', open);
  return parts(selector.slice(open + 4, close), ',').map((one) => `${selector.slice(0, open)}${one}${selector.slice(close + 1)}`);
}

function declarationsOf(body: string): [string, string][] {
  return parts(body, ';').map((one) => {
    const colon = one.indexOf(':');
    return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()];
  });
}

function propertiesRead(rules: readonly Rule[]): Set<string> {
  const read = new Set<string>();
  const values = rules.flatMap(({ declarations }) => declarations);
  for (let before = -1; before !== read.size;) {
    before = read.size;
    for (const [name, value] of values) {
      if (name.startsWith('--') && !read.has(name)) continue;
      for (const [, inner] of value.matchAll(/var\((--[\w-]+)/g)) read.add(inner!);
    }
  }
  return read;
}

function themed({ selectors, declarations }: Rule, theme: Theme): Rule {
  return { selectors, declarations: declarations.map(([name, value]) => [name, choose(value, theme)]) };
}

function choose(value: string, theme: Theme): string {
  const open = value.indexOf('light-dark(');
  if (open < 0) return value;
  let depth = 0;
  let close = open + 'light-dark'.length;
  for (; close < value.length; close += 1) {
    if (value[close] === '(') depth += 1;
    if (value[close] === ')') depth -= 1;
    if (depth === 0) break;
  }
  const both = parts(value.slice(open + 'light-dark('.length, close), ',');
  return `${value.slice(0, open)}${both[theme === 'light' ? 0 : 1]!}${value.slice(close + 1)}`;
}

const reads = ({ declarations }: Rule, name: string): boolean => declarations.some(([, value]) => value.includes(`var(${name}`));

/** A rule's selector for what is itself `scope`, when it is a tint, or stands within it. */
function within(selector: string, scope: string): string {
  if (!scope.startsWith('.tint-')) return `${scope} ${selector}`;
  return selector.replace(/\.(price-tag|carries)/, `.$1${scope}`);
}

function resolved({ selectors, declarations }: Rule, known: ReadonlyMap<string, string>): Rule {
  const fill = (value: string): string => value.replaceAll(
    /var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g,
    (_, name: string, otherwise: string | undefined) => fill(known.get(name) ?? otherwise ?? 'none'),
  );
  return {
    selectors,
    declarations: declarations.map(([name, value]) => [name, name === 'font-weight' ? weight(value) : fill(value)]),
  };
}

const weight = (value: string): string => (/^\d+$/.test(value) ? String(Math.round((Number(value) - 1) / 100) * 100) : value);
