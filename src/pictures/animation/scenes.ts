/** What stands still between two moments: participants, channels, names. Each look of each is there once, and shown when it is due. */
import { currentMessage } from '../../diagram/current.ts';
import { ringWait } from '../../diagram/names.ts';
import { ringDash } from '../../diagram/kit/shapes.ts';
import type { Frame, Wait } from '../../player/frame.ts';
import { stepAt } from '../../player/steps.ts';
import { drawName, drawPart, type Part, type Sheet } from '../sheet.tsx';
import type { Keyframes, Span } from './keyframes.ts';
import type { Moment, Timeline } from './timeline.ts';

const BAND = /<circle class="ring-left"[^>]*>/;

/** Every look that a part of the drawing takes on, in the order of drawing. */
export function scenes(sheet: Sheet, moments: readonly Moment[], timeline: Timeline, keyframes: Keyframes): string {
  const parts = sheet.parts.map((part) => looksOf(moments, (moment) => drawPart(sheet, part, moment.frame).replace(BAND, ''), keyframes)
    + bandsOf(sheet, part, moments, timeline, keyframes));
  return parts.join('');
}

/** The name of the message that is on its way, at any time. */
export function names(sheet: Sheet, moments: readonly Moment[], keyframes: Keyframes): string {
  const { trace, steps } = sheet.story;
  return looksOf(moments, ({ frame, t }) => {
    const state = { ...sheet.live.playback.state, step: stepAt(steps, t), playing: true };
    const message = t > trace.end ? null : currentMessage(frame, state);
    return message ? drawName(sheet, message, frame) : '';
  }, keyframes);
}

/** Every look that something takes on in the course of the moments, each shown in its time; the last one without motion. */
export function looksOf(moments: readonly Moment[], draw: (moment: Moment) => string, keyframes: Keyframes): string {
  const looks = new Map<string, Span[]>();
  for (const moment of moments) {
    const look = draw(moment);
    const spans = looks.get(look) ?? [];
    looks.set(look, spans);
    spans.push([moment.from, moment.to]);
  }
  if (looks.size === 1) return [...looks.keys()][0]!;
  const end = moments.at(-1)!.to;
  return [...looks].filter(([look]) => look !== '').map(([look, spans]) => {
    const hidden = spans.at(-1)![1] !== end;
    return `<g class="v${hidden ? ' o' : ''}" style="animation-name:${keyframes.shown(spans, hidden)}">${look}</g>`;
  }).join('');
}

/** The bands of a participant's rings: each drains without a stop for as long as its wait lasts. */
function bandsOf(sheet: Sheet, part: Part, moments: readonly Moment[], timeline: Timeline, keyframes: Keyframes): string {
  const bands = new Map<string, { wait: Wait; moments: Moment[] }>();
  for (const moment of moments) {
    const wait = waitOf(moment.frame, part.id);
    if (!wait || wait.ended !== null || wait.until === null || !BAND.test(drawPart(sheet, part, moment.frame))) continue;
    const key = `${wait.id} ${wait.for} ${wait.since} ${wait.checkout}`;
    const band = bands.get(key) ?? { wait, moments: [] };
    bands.set(key, band);
    band.moments.push(moment);
  }
  return [...bands.values()].map(({ wait, moments: seen }) => {
    const markup = drawPart(sheet, part, seen[0]!.frame);
    const [shift = ''] = /translate\([^)]*\)/.exec(markup) ?? [];
    const owner = /class="wait-ring (ring-\w+)/.exec(markup)?.[1] ?? 'ring-ink';
    const spans = seen.map(({ from, to }): Span => [from, to]);
    const urgent = seen.find(({ frame }) => (waitOf(frame, part.id)?.left ?? 1) < 0.25);
    const drain = keyframes.at(drainOf(wait, timeline, spans[0]![0], spans.at(-1)![1]));
    const colour = urgent ? `,${keyframes.at([[0, ''], [urgent.from, 'stroke:var(--loss)']])}` : '';
    return `<g class="v o wait-ring ${owner}" style="animation-name:${keyframes.shown(spans, true)}" transform="${shift}">${
      BAND.exec(markup)![0].replace('class="ring-left"', `class="ring-left d" style="animation-name:${drain}${colour}"`).replace(/ stroke-dasharray="[^"]*"/, '')
    }</g>`;
  }).join('');
}

function waitOf(frame: Frame, id: string): Wait | null {
  if (id !== 'shopper') return ringWait(frame, id);
  return frame.waits.find((one) => one.for === 'patience' && one.checkout === frame.shopper.checkout) ?? null;
}

function drainOf({ since, until }: Wait, timeline: Timeline, from: number, to: number): [number, string][] {
  const end = until!;
  const dash = (left: number) => `stroke-dasharray:${ringDash(left)}`;
  const share = (t: number) => (end - t) / (end - since);
  const knots: [number, string][] = timeline.rests(since, end).flatMap((t): [number, string][] => [
    [timeline.at(t), dash(share(t))], [timeline.after(t), dash(share(t))],
  ]);
  const all: [number, string][] = [[timeline.after(since), dash(1)], ...knots, [timeline.at(end), dash(0)]];
  return all.filter(([ms]) => ms <= Math.max(to, timeline.at(end)) && ms >= Math.min(from, timeline.after(since)));
}
