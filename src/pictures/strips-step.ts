/** The techniques side by side at an instant of a run, as a picture of 800 by 450: a small diagram and a strip each. */
import { svgDocument } from './document.ts';
import type { StripRow, StripsPicture } from './strips.ts';
import { escaped } from './text.ts';

export interface StepCell {
  row: StripRow;
  /** A diagram as markup, how many units wide and high it is, and where it stands. */
  drawing: { markup: string; width: number; height: number };
  place: { x: number; y: number; width: number; height: number };
}

export interface StepPicture extends Pick<StripsPicture, 'title' | 'scenario' | 'description' | 'chart'> {
  /** Patterns that the diagrams refer to. */
  defs: string;
  cells: readonly StepCell[];
  /** The instant in words, and as a share of the run. */
  said: string;
  at: number;
}

const size = { width: 800, height: 450, side: 24 };
const stripHeight = 34;

/** Shown this small, the diagrams write larger, and who waits stands in a line of its own: as an embed has it on a phone. */
const css = '@media(max-width:520px){.small .small-note,.small .small-rate,.small .small-count{font-size:17.5px}.small .small-letter{font-size:15px}.small .is-pending{transform:translateY(-15px)}}';

/** As a standalone SVG in both themes. */
export function stepSvg({ title, scenario, description, chart, defs, cells, said, at }: StepPicture): string {
  const body = [
    `<defs>${defs}</defs><rect class="pic-paper" width="${size.width}" height="${size.height}"/><rect class="pic-rule" width="${size.width}" height="3"/>`,
    `<text class="pic-title" x="${size.side}" y="34">${escaped(title)}<tspan class="pic-scenario" dx="16">${escaped(scenario)}</tspan></text>`,
    `<text class="pic-title" x="${size.width - size.side}" y="34" text-anchor="end">${escaped(said)}</text>`,
    ...cells.map((cell) => drawCell(cell, chart, at)),
  ].join('');
  return svgDocument({ ...size, title: `${title}: ${scenario}, ${said}`, description, body, css });
}

function drawCell({ row, drawing, place: { x, y, width, height } }: StepCell, chart: StripsPicture['chart'], at: number): string {
  const tall = stripHeight / (chart.up + chart.down);
  const wide = width / chart.width;
  const top = round(y + height + 6);
  const line = round(top + chart.up * tall);
  const pin = round(x + width * at);
  return [
    `<text class="pic-name-small" x="${round(x)}" y="${round(y - 20)}">${escaped(row.name)}</text>`,
    `<text class="pic-share" x="${round(x + width)}" y="${round(y - 20)}" text-anchor="end">${escaped(row.right)}</text>`,
    `<g transform="translate(${round(x)},${round(y)}) scale(${round(width / drawing.width)})">${drawing.markup}</g>`,
    ...row.windows.map((window) => `<rect class="pic-window" x="${round(x + window.x * wide)}" y="${top}" width="${round(window.width * wide)}" height="${stripHeight}"/>`),
    `<g transform="translate(${round(x)},${line}) scale(${round(wide)},${round(tall)})">`,
    ...row.paths.filter(({ d }) => d !== '').map(({ className, d }) => `<path class="${className}" d="${d}"/>`),
    '</g>',
    `<rect class="pic-rule" x="${round(x)}" y="${line}" width="${round(width)}" height="1"/>`,
    `<rect class="pic-rule" x="${pin - 1}" y="${top}" width="2" height="${stripHeight}"/>`,
  ].join('');
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
