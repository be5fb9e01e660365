/** Everything that travels: one group a message, in the order of sending. */
import { slotView, type SlotView } from '../../diagram/stage/slot.ts';
import type { WireTrack } from '../../diagram/stage/tracks.ts';
import { messagesAt } from '../../player/frame-exchanges.ts';
import { frame } from '../../player/frame.ts';
import type { MessageLife } from '../../player/lives.ts';
import { indexOf } from '../../player/trace-index.ts';
import type { Micros } from '../../simulation/scenario.ts';
import { drawMessage, type Sheet } from '../sheet.tsx';
import { escaped } from '../text.ts';
import type { Keyframes, Span } from './keyframes.ts';
import type { Timeline } from './timeline.ts';

/** How finely the place of a price tag is looked up along a way. */
const TAG_STOPS = 6;

/** All messages of a run, each along its wire. */
export function flights(sheet: Sheet, timeline: Timeline, keyframes: Keyframes): string {
  const { messages } = indexOf(sheet.story.trace);
  return [...messages.values()].map((life) => {
    const { id, from, to, name } = life.sent;
    const track = sheet.find(id, from, to);
    const drawn = track ? legsOf(life, track, sheet.story.trace.end).map((leg) => flight(sheet, life, track, leg, timeline, keyframes)) : [];
    return `<g data-message="${id}" data-name="${escaped(name)}">${drawn.join('')}</g>`;
  }).join('');
}

type Leg = [from: Micros, to: Micros];

/** The parts of a message's way on which it looks the same: on its way, turned back, lost; bends among them. */
function legsOf({ sent, end, hop, stop, gone }: MessageLife, { path, forward, insets }: WireTrack, last: Micros): Leg[] {
  const [near, far] = forward ? insets : [insets[1], insets[0]];
  const room = path.total - near - far;
  const bends = path.lengths.slice(1, -1).map((length) => ((forward ? length : path.total - length) - near) / room);
  const reach = end?.type === 'lost' ? stop : 1;
  const there = bends.filter((share) => share > 0 && share < reach).map((share) => sent.t + hop * share);
  const back = end?.type === 'refused' ? there.map((t) => 2 * (sent.t + hop) - t) : [];
  const turns = [sent.t, ...there, sent.t + hop * reach, ...back, Math.min(gone, last)].toSorted((a, b) => a - b);
  return turns.slice(1).map((to, i): Leg => [turns[i]!, to]).filter(([from, to]) => to - from >= 1);
}

function flight(sheet: Sheet, life: MessageLife, track: WireTrack, [from, to]: Leg, timeline: Timeline, keyframes: Keyframes): string {
  const { trace } = sheet.story;
  const middle = (from + to) / 2;
  const { participants } = frame(trace, middle);
  const look = (t: Micros): SlotView | null => {
    const message = messagesAt(indexOf(trace), t).find(({ id }) => id === life.sent.id);
    const status = participants[life.sent.to]?.status;
    return message ? slotView(message, track, message.fate === 'lost' && (status === 'hang' || status === 'down')) : null;
  };
  const near = Math.min(0.5, (to - from) / 4);
  const ends = [look(from + near), look(middle), look(to - near)];
  if (ends.includes(null)) return '';
  const [first, half, last] = ends as [SlotView, SlotView, SlotView];
  const span: Span = [timeline.after(from), Math.max(timeline.at(to), timeline.after(from) + 30)];
  const still = { ...half, move: '', trail: '0' };
  let markup = drawMessage(sheet, still);
  if (first.tagAt !== last.tagAt || first.tagAt !== half.tagAt) markup = movingTag(markup, half, look, [from + near, to - near], timeline, keyframes);
  const rests = timeline.rests(from, to).flatMap((t): [number, string][] => {
    const at = moved(look(t)!.move);
    return [[timeline.at(t), at], [timeline.after(t), at]];
  });
  const way = first.move === last.move ? null : keyframes.at([[span[0], moved(first.move)], ...rests, [span[1], moved(last.move)]]);
  const place = way ? '' : ` transform="${first.move}"`;
  return `<g class="m o"${place} style="animation-name:${keyframes.shown([span])}${way ? `,${way}` : ''}">${markup}</g>`;
}

const moved = (move: string): string => `transform:${move.replace(/\(([^,]*),([^)]*)\)/, '($1px,$2px)')}`;

/** A tag that keeps clear of its wire's ends shifts against its message on the way. */
function movingTag(
  markup: string, { tagAt }: SlotView, look: (t: Micros) => SlotView | null, [from, to]: Leg, timeline: Timeline, keyframes: Keyframes,
): string {
  const stops = Array.from({ length: TAG_STOPS + 1 }, (_, i) => from + ((to - from) * i) / TAG_STOPS);
  const frames = stops.map((t): [number, string] => [timeline.at(t), moved(look(t)!.tagAt)]);
  return markup
    .replace(/(<path class="string" d=")[^"]*/, '$1M0,5V21')
    .replace(/<g class="price-tag ([^"]*)" transform="[^"]*"/, `<g class="price-tag t $1" style="animation-name:${keyframes.at(frames)}" transform="${tagAt}"`);
}

