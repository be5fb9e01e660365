import { create, type Font } from 'fontkitten';
import { type Face, sample, standIns } from './faces.ts';

/** What a face says of itself, in ems. */
export interface Metrics {
  weight: number;
  ascent: number;
  descent: number;
  lineGap: number;
  /** The mean width of a letter of the sample. */
  width: number;
}

/** Measures a face pinned to one weight. */
export function measure(sfnt: Buffer, weight: number): Metrics {
  const font = create(sfnt) as Font;
  const { unitsPerEm, ascent, descent, lineGap } = font;
  const widths = [...sample].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 32).advanceWidth);
  return {
    weight,
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
    width: widths.reduce((sum, width) => sum + width, 0) / widths.length / unitsPerEm,
  };
}

/** The rules of one face, and of the system fonts that stand in for it at its size until it has come. */
export function faceRules(face: Face, metrics: Metrics[]): string {
  const rules = [rule({
    'font-family': `'${face.family}'`,
    'font-weight': weightOf(face),
    'font-display': face.late,
    src: `url('../assets/fonts/${face.to}') format('woff2')`,
  })];
  for (const [index, one] of metrics.entries()) {
    const standIn = standIns[face.standIn][index];
    if (!standIn) throw new Error(`${face.family} has no stand-in for weight ${one.weight}.`);
    const scale = one.width / standIn.width;
    rules.push(rule({
      'font-family': `'${face.family} Stand-in'`,
      'font-weight': metrics.length === 1 ? '100 900' : ['100 549', '550 900'][index] ?? '',
      src: standIn.names.map((name) => `local('${name}')`).join(', '),
      'size-adjust': percent(scale),
      'ascent-override': percent(one.ascent / scale),
      'descent-override': percent(one.descent / scale),
      'line-gap-override': percent(one.lineGap / scale),
    }));
  }
  return rules.join('\n');
}

/** The rule that lends a file's characters to a face which lacks them, under the same weights, so that both are one font. */
export function lendRule(face: Face, file: string, characters: string): string {
  const range = [...characters].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase()}`).join(', ');
  return rule({
    'font-family': `'${face.family}'`,
    'font-weight': weightOf(face),
    'font-display': 'swap',
    src: `url('../assets/fonts/${file}') format('woff2')`,
    'unicode-range': range,
  });
}

/** The stacks that the site's styles name, one for each voice. */
export function stacks(all: Face[]): string {
  const lines = all.map(({ voice, family, last }) => `  --face-${voice}: '${family}', '${family} Stand-in', ${last};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}

function weightOf(face: Face): string {
  const wght = face.axes['wght'];
  return typeof wght === 'object' ? `${wght.min} ${wght.max}` : String(wght);
}

function rule(lines: Record<string, string>): string {
  return `@font-face {\n${Object.entries(lines).map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}\n`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
