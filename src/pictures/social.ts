/** Pictures that stand for a page or for the whole article: previews in social media, and the blog's featured picture. */
import { flatDocument } from './document.ts';
import type { Posters } from './poster.ts';
import { escaped, linesOf } from './text.ts';

const brand = 'Between Services';

function placed({ height, body }: { height: number; body: string }, x: number, y: number, scale: number, room: number): string {
  return `<g transform="translate(${x},${Math.round(y + (room - height * scale) / 2)}) scale(${scale})">${body}</g>`;
}

/** A disc and a square on a wire. */
const emblem = (x: number, y: number): string => `<g transform="translate(${x},${y})"><path class="wire held held-A" d="M10,10H40"/>`
  + '<g class="service service-A"><circle class="body" cx="10" cy="10" r="10"/></g>'
  + '<g class="service service-B"><rect class="body" x="36" y="0.5" width="19" height="19"/></g></g>';

/** The picture of 1200 by 630 that previews a page: its title, and the drawing of its technique or of all. */
export function socialFlat(title: string, posters: readonly Posters[]): string {
  const lines = linesOf(title, 1080 / 60).slice(0, 2);
  const top = lines.length > 1 ? 232 : 172;
  const titles = lines.map((line, i) => `<text class="pic-display" x="56" y="${128 + i * 62}">${escaped(line)}</text>`);
  const room = 630 - top;
  const only = posters.length === 1 ? posters[0]!.drawing() : null;
  const scale = only ? Math.min(1.28, room / only.height) : Math.min(0.6, (room - 24) / 2 / 340);
  const drawings = only
    ? placed(only, (1200 - 600 * scale) / 2, top, scale, room)
    : grid(posters, { x: 30, y: top + 12, width: 1140, height: room - 24, scale, columns: 3 });
  return flatDocument({
    width: 1200, height: 630,
    body: `<rect class="pic-paper" width="1200" height="630"/><rect class="pic-rule" width="1200" height="6"/>${emblem(56, 38)}`
      + `<text class="pic-brand" x="124" y="56">${brand}</text>${titles.join('')}`
      + `<rect class="pic-stage" y="${top}" width="1200" height="${room}"/>${drawings}`,
  }, 'light');
}

/** All techniques side by side, each with its name, 1600 by 900. */
export function featuredFlat(title: string, posters: readonly Posters[]): string {
  const width = 1600;
  const columns = 3;
  const rows = Math.ceil(posters.length / columns);
  const cell = (900 - 130) / rows;
  const names = posters.map(({ story }, i) =>
    `<text class="pic-name" x="${56 + (i % columns) * 504}" y="${130 + Math.floor(i / columns) * cell + 46}">${escaped(story.name)}</text>`);
  return flatDocument({
    width, height: 900,
    body: `<rect class="pic-paper" width="${width}" height="900"/><rect class="pic-rule" width="${width}" height="6"/>`
      + `<text class="pic-display" x="56" y="86">${escaped(title)}</text>`
      + `<rect class="pic-stage" y="130" width="${width}" height="770"/>${names.join('')}`
      + grid(posters, { x: 44, y: 172, width: 1512, height: 770 - 42, scale: 0.8, columns, gap: 42 }),
  }, 'light');
}

function grid(posters: readonly Posters[], { x, y, width, height, scale, columns, gap = 0 }: {
  x: number; y: number; width: number; height: number; scale: number; columns: number; gap?: number;
}): string {
  const rows = Math.ceil(posters.length / columns);
  const across = width / columns;
  const down = (height + gap) / rows;
  return posters.map((one, i) => placed(
    one.drawing(), Math.round(x + (i % columns) * across + (across - 600 * scale) / 2), y + Math.floor(i / columns) * down, scale, down - gap,
  )).join('');
}
