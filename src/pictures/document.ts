/** One SVG file that stands alone: its styles within, both themes, nothing to load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classesOf, cssText, differing, flat, parseCss, ROOT, rulesFor, type Theme } from './css.ts';
import { escaped } from './text.ts';

export interface Document {
  width: number;
  height: number;
  title: string;
  /** The alternative text. */
  description: string;
  /** The markup of the picture. */
  body: string;
  /** Rules of this picture alone, which hold in both themes. */
  css?: string;
  /** Whether it is as large as the place it is shown in, and not drawn larger or smaller. */
  fluid?: boolean;
}

const sheets = ['src/styles/tokens.css', 'src/diagram/css/shapes.css', 'src/diagram/css/stage.css', 'src/compare/small.css', 'src/styles/strip.css', 'src/pictures/pictures.css'];
const rules = sheets.flatMap((file) => parseCss(readFileSync(join(process.cwd(), file), 'utf8')));

/**
 * A picture that is light or dark as its reader prefers, or as the fragment `#light` or `#dark` of its address says.
 * @returns well-formed XML
 */
export function svgDocument({ width, height, title, description, body, css = '', fluid = false }: Document): string {
  const styles = `${bothThemes(body)}${css}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${fluid ? 'width="100%" height="100%"' : `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`} role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title><desc id="desc">${escaped(description)}</desc><style>${NARROWED}${styles}</style>`,
    `<g id="light"><g id="dark"><g class="${ROOT.slice(1)}">${body}</g></g></g></svg>\n`,
  ].join('\n');
}

/** Fonts that systems have, as narrow as the one the drawing was made for: an image cannot bring its own. */
const standIn = (weights: string, suffix: string): string => {
  const names = ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica Neue', 'Helvetica'].map((name) => `local(${name}${suffix})`);
  return `@font-face{font-family:Narrowed;font-weight:${weights};size-adjust:87%;src:${names.join(',')}}`;
};
const NARROWED = standIn('100 549', '') + standIn('550 900', ' Bold');

/** The styles of a picture in both themes. */
const bothThemes = remembered((classes) => {
  const { light, dark } = rulesFor(rules, classes);
  const toDark = differing(dark, light);
  return `${cssText(light)}@media(prefers-color-scheme:dark){${cssText(toDark)}}`
    + `${cssText(differing(light, dark), '#light:target ')}${cssText(toDark, '#dark:target ')}`;
});

const oneTheme = {
  light: remembered((classes) => cssText(flat(rulesFor(rules, classes).light))),
  dark: remembered((classes) => cssText(flat(rulesFor(rules, classes).dark))),
};

/** Many pictures use the same classes, and so the same rules. */
function remembered(styles: (classes: Set<string>) => string): (body: string) => string {
  const known = new Map<string, string>();
  return (body) => {
    const classes = classesOf(`<g class="picture">${body}`);
    const key = [...classes].toSorted().join(' ');
    const text = known.get(key) ?? styles(classes);
    known.set(key, text);
    return text;
  };
}

/** The same picture for a renderer that knows neither custom properties nor media: in one theme. */
export function flatDocument({ width, height, body }: Pick<Document, 'width' | 'height' | 'body'>, theme: Theme): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><style>${oneTheme[theme](body)}</style><g class="picture">${body.replaceAll(RING, measured)}</g></svg>`;
}

const RING = /r="([\d.]+)"([^>]*) pathLength="1" stroke-dasharray="([\d.]+) 2"/g;

/** A ring's dashes in the drawing's own units, for a renderer that does not know `pathLength`. */
function measured(_: string, r: string, between: string, left: string): string {
  const whole = 2 * Math.PI * Number(r);
  return `r="${r}"${between} stroke-dasharray="${(Number(left) * whole).toFixed(2)} ${(whole * 2).toFixed(2)}"`;
}
