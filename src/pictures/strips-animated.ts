/** All techniques' minute as one SVG that plays by itself wherever an image is shown: the strips fill with time. */
import { svgDocument } from './document.ts';
import { strip, stripsDocument, type StripsPicture } from './strips.ts';

/** A minute in twelve seconds, and then time to read. */
const [PLAY, REST] = [12, 4];
const TOTAL = PLAY + REST;
const TICKS = 12;

const { x, width, top, foot } = strip;
const right = x + width;
const percent = (seconds: number) => `${(seconds / TOTAL) * 100}%`;

/**
 * A standalone SVG that plays a run and starts again after a pause. Without motion it shows the run as it ended.
 * @param seconds the length of the run
 */
export function animatedStrips(picture: StripsPicture, seconds: number): string {
  const base = stripsDocument(picture);
  const windows = new Set(picture.rows.flatMap((row) => row.windows.flatMap((one) => [one.x, one.x + one.width])));
  const edges = [...windows].map((at) => `<rect class="pic-divider" x="${x + (at / picture.chart.width) * width}" y="${top}" width="1" height="${foot - top}"/>`).join('');
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => `<text class="pic-title clock c${i}" x="776" y="34" text-anchor="end">${(i * seconds) / TICKS} s</text>`).join('');
  return svgDocument({
    ...base,
    body: `${base.body}<rect class="pic-stage veil" x="${x}" y="${top}" width="${width}" height="${foot - top}"/><rect class="pic-stage cover" x="${right}" y="${top}" width="${800 - right}" height="${foot - top}"/>`
      + `${edges}<rect class="pic-rule now" x="${x}" y="${top}" width="2" height="${foot - top}"/>${ticks}`,
    css: `.veil{transform:scaleX(0);transform-origin:${right}px 0}.cover,.clock{opacity:0}.now{transform:translateX(${width}px)}.c${TICKS}{opacity:1}`
      + '@media(prefers-reduced-motion:no-preference){'
      + `.veil{animation:veil ${TOTAL}s linear infinite}.now{animation:now ${TOTAL}s linear infinite}.cover{animation:cover ${TOTAL}s step-end infinite}`
      + `.clock{opacity:0;animation:clock ${TOTAL}s step-end infinite}.c${TICKS}{animation-name:last}${Array.from({ length: TICKS }, (_, i) => `.c${i + 1}{animation-delay:${((i + 1) * PLAY) / TICKS}s}`).join('')}`
      + `@keyframes veil{0%{transform:scaleX(1)}${percent(PLAY)},to{transform:scaleX(0)}}@keyframes now{0%{transform:translateX(0)}${percent(PLAY)},to{transform:translateX(${width}px)}}`
      + `@keyframes cover{0%{opacity:1}${percent(PLAY)},to{opacity:0}}@keyframes clock{0%{opacity:1}${percent(PLAY / TICKS)},to{opacity:0}}@keyframes last{0%{opacity:1}${percent(REST)},to{opacity:0}}}`,
  });
}
