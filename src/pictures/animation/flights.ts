/** Everything that travels: one group a message, in the order of sending. */
import { moveOf, slotView, type SlotView } from '../../diagram/stage/slot.ts';
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
    const drawn = track ? legsOf(life, track, sheet.story.trace.end).flatMap((leg) => flight(sheet, life, track, leg, timeline, keyframes) ?? []) : [];
    const moving = inOne(drawn).map(({ markup, span, way }) => {
      const place = way.length === 1 ? ` transform="${way[0]![1]}"` : '';
      const names = [keyframes.shown([span], true), ...(way.length > 1 ? [keyframes.within(way.map(([ms, at]) => [ms, moved(at)]))] : [])];
      return `<g class="m o"${place} style="animation-name:${names.join(',')}">${markup}</g>`;
    });
    return `<g data-message="${id}" data-name="${escaped(name)}">${moving.join('')}</g>`;
  }).join('');
}

/** A message on a part of its way: what it looks like, when it is seen, and where it is when; one place where it stands still. */
interface Flight {
  markup: string;
  span: Span;
  way: [ms: number, move: string][];
}

/** Parts of a way that follow each other and look the same, as one. */
function inOne(parts: readonly Flight[]): Flight[] {
  const all: Flight[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && last.markup === part.markup && last.way.length > 1 && part.way.length > 1 && part.span[0] <= last.span[1]) {
      all[all.length - 1] = { ...last, span: [last.span[0], part.span[1]], way: [...last.way, ...part.way] };
    } else all.push(part);
  }
  return all;
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

function flight(sheet: Sheet, life: MessageLife, track: WireTrack, [from, to]: Leg, timeline: Timeline, keyframes: Keyframes): Flight | null {
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
  if (ends.includes(null)) return null;
  const [first, half, last] = ends as [SlotView, SlotView, SlotView];
  const span: Span = [timeline.after(from), Math.max(timeline.at(to), timeline.after(from) + 30)];
  const still = { x: 0, y: 0, look: { ...half.look, trail: '0' } };
  let markup = drawMessage(sheet, still);
  const tags = ends.map((one) => one!.look.tagAt);
  if (tags.some((tag) => tag !== tags[0])) markup = movingTag(markup, half, look, [from + near, to - near], timeline, keyframes);
  const rests = timeline.rests(from, to).flatMap((t): [number, string][] => {
    const at = moveOf(look(t)!);
    return [[timeline.at(t), at], [timeline.after(t), at]];
  });
  const [start, stop] = [moveOf(first), moveOf(last)];
  return { markup, span, way: start === stop ? [[span[0], start]] : [[span[0], start], ...rests, [span[1], stop]] };
}

const moved = (move: string): string => `transform:${move.replace(/\(([^,]*),([^)]*)\)/, '($1px,$2px)')}`;

/** A tag that keeps clear of its wire's ends shifts against its message on the way. */
function movingTag(
  markup: string, { look: { tagAt } }: SlotView, look: (t: Micros) => SlotView | null, [from, to]: Leg, timeline: Timeline, keyframes: Keyframes,
): string {
  const stops = Array.from({ length: TAG_STOPS + 1 }, (_, i) => from + ((to - from) * i) / TAG_STOPS);
  const frames = stops.map((t): [number, string] => [timeline.at(t), moved(look(t)!.look.tagAt)]);
  return markup
    .replace(/(<path class="string" d=")[^"]*/, '$1M0,5V21')
    .replace(/<g class="price-tag ([^"]*)" transform="[^"]*"/, `<g class="price-tag t $1" style="animation-name:${keyframes.at(frames)}" transform="${tagAt}"`);
}

