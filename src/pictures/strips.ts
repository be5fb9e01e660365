/** The techniques side by side under a scenario, as a picture of 800 by 450: a strip of the run and two figures each. */
import { flatDocument, svgDocument, type Document } from './document.ts';
import type { Theme } from './css.ts';
import { escaped } from './text.ts';

export interface StripRow {
  name: string;
  /** The strip's paths, their line at y = 0, `width` units wide. */
  paths: { className: 'pic-answered' | 'pic-late' | 'pic-wrong' | 'pic-lost'; d: string }[];
  windows: { x: number; width: number }[];
  /** The share at the right price, as text, and for how long it failed. */
  right: string;
  failing: string;
  /** Whether failing is a loss that a reader is to see. */
  fails: boolean;
}

export interface StripsPicture {
  title: string;
  scenario: string;
  /** The alternative text. */
  description: string;
  rows: readonly StripRow[];
  /** Units of a strip. */
  chart: { width: number; up: number; down: number };
  note: string;
}

const size = { width: 800, height: 450 };
const left = 24;
const top = 84;
const foot = 420;

/** Where the strips stand. */
export const strip = { x: 212, width: 360, top, foot } as const;
const right = 690;
const failing = 776;

/** As a standalone SVG in both themes. */
export const stripsSvg = (picture: StripsPicture): string => svgDocument(stripsDocument(picture));

/** In one theme, for a renderer of plain SVG. */
export const stripsFlat = (picture: StripsPicture, theme: Theme): string => flatDocument(stripsDocument(picture), theme);

/** The picture's parts, for one that adds to them. */
export function stripsDocument({ title, scenario, description, rows, chart, note }: StripsPicture): Document {
  const height = (foot - top) / rows.length;
  const scale = (height - 8) / (chart.up + chart.down);
  const body = [
    `<rect class="pic-paper" width="${size.width}" height="${size.height}"/><rect class="pic-rule" width="${size.width}" height="3"/>`,
    `<rect class="pic-stage" y="50" width="${size.width}" height="${foot - 50}"/>`,
    `<text class="pic-title" x="${left}" y="34">${escaped(title)}<tspan class="pic-scenario" dx="16">${escaped(scenario)}</tspan></text>`,
    `<text class="pic-step" x="${strip.x}" y="72">Checkouts, by the second they began</text>`,
    `<text class="pic-step" x="${right}" y="72" text-anchor="end">Right price</text><text class="pic-step" x="${failing}" y="72" text-anchor="end">Failing for</text>`,
    ...rows.map((row, index) => drawRow(row, top + index * height, height, scale, chart)),
    `<text class="pic-step" x="${left}" y="441">${escaped(note)}</text>`,
  ].join('');
  return { ...size, title: `${title}: ${scenario}`, description, body };
}

function drawRow({ name, paths, windows, right: share, failing: span, fails }: StripRow, y: number, height: number, scale: number, { width, up }: StripsPicture['chart']): string {
  const middle = round(y + height / 2 + 6);
  const line = round(y + 4 + up * scale);
  const stretch = round(strip.width / width);
  return [
    `<rect class="pic-divider" x="${left}" y="${round(y)}" width="${size.width - 2 * left}" height="1"/>`,
    `<text class="pic-caption" x="${left}" y="${middle}">${escaped(name)}</text>`,
    ...windows.map((window) => `<rect class="pic-window" x="${round(strip.x + window.x * stretch)}" y="${round(y)}" width="${round(window.width * stretch)}" height="${round(height)}"/>`),
    `<g transform="translate(${strip.x},${line}) scale(${stretch},${round(scale)})">`,
    ...paths.filter(({ d }) => d !== '').map(({ className, d }) => `<path class="${className}" d="${d}"/>`),
    '</g>',
    `<rect class="pic-rule" x="${strip.x}" y="${line}" width="${strip.width}" height="1"/>`,
    `<text class="pic-title" x="${right}" y="${middle}" text-anchor="end">${escaped(share)}</text>`,
    `<text class="${fails ? 'pic-loss' : 'pic-step'}" x="${failing}" y="${middle}" text-anchor="end">${escaped(span)}</text>`,
  ].join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
