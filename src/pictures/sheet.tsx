/** The diagram's own components, set on a sheet of their own instead of a page. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LiveContext } from '../diagram/hooks.ts';
import type { Drawing, PlacedNode, Width, Wire } from '../diagram/layout/types.ts';
import { Live } from '../diagram/live.ts';
import { cartOf, messageNote, ringWait } from '../diagram/names.ts';
import { StageContext } from '../diagram/stage/context.ts';
import { Defs } from '../diagram/stage/Defs.tsx';
import { NameBeside } from '../diagram/stage/Messages.tsx';
import { Shape } from '../diagram/stage/Shape.tsx';
import { ageScale } from '../diagram/stage/Shelf.tsx';
import { patienceLeft } from '../diagram/stage/shopper-view.ts';
import { Slot } from '../diagram/stage/Slot.tsx';
import type { SlotView } from '../diagram/stage/slot.ts';
import { trackFinder, type FindTrack } from '../diagram/stage/tracks.ts';
import { WireLine } from '../diagram/stage/Wire.tsx';
import type { Frame, FrameMessage } from '../player/frame.ts';
import { Playback } from '../player/playback.ts';
import type { Story } from './story.ts';

/** A channel or a participant. */
export interface Part {
  id: string;
  /** All of a frame that it shows: equal keys, equal markup. */
  key(frame: Frame): string;
  view: ReactNode;
}

export interface Sheet {
  story: Story;
  drawing: Drawing;
  /** In the order of drawing. */
  parts: Part[];
  find: FindTrack;
  live: Live;
  /** What has been drawn, by its key; stories that share a drawing share it. */
  drawn: Map<string, string>;
}

const prefix = 'p';

const shared = new WeakMap<Drawing, Map<string, string>>();

/** A sheet for one of the drawings. */
export function sheetOf(story: Story, width: Width = 600): Sheet {
  const drawing = story.drawings[width];
  const drawn = shared.get(drawing) ?? new Map<string, string>();
  shared.set(drawing, drawn);
  return {
    story,
    drawing,
    parts: [...drawing.wires.map(wirePart), ...drawing.nodes.map((placed) => nodePart(placed, story))],
    find: trackFinder(story.technique, drawing, story.trace),
    live: new Live(new Playback(story.trace, { steps: story.steps })),
    drawn,
  };
}

/** Markup of one part as a frame has it. */
export function drawPart(sheet: Sheet, part: Part, frame: Frame): string {
  return once(sheet, `${part.id} ${part.key(frame)}`, () => {
    sheet.live.frame = frame;
    return render(sheet, part.view);
  });
}

/** The hatching and the trails that a drawing refers to. */
export const drawDefs = (sheet: Sheet): string => once(sheet, 'defs', () => render(sheet, <Defs />));

/** A message under way, without those parts of its slot that it has no use for. */
export const drawMessage = (sheet: Sheet, view: SlotView): string => render(sheet, <Slot view={view} prefix={prefix} handle={null} />)
  .replace(/<g[^>]*><path class="trail" d="[^"]*H-0V[^"]*"[^>]*\/><\/g>/, '')
  .replace(/<path class="string" d=""\/>/, '')
  .replace(/<path class="cross"[^>]*display="none"[^>]*\/>/, '')
  .replace(/<g class="price-tag off".*?<\/g>/, '');

/** The name of a message and what it carries, beside its wire. */
export function drawName(sheet: Sheet, message: FrameMessage, frame: Frame): string {
  const track = sheet.find(message.id, message.from, message.to);
  return track ? render(sheet, <NameBeside message={message} note={messageNote(message, frame)} track={track} />) : '';
}

function once({ drawn }: Sheet, key: string, draw: () => string): string {
  const markup = drawn.get(key) ?? draw();
  drawn.set(key, markup);
  return markup;
}

function render({ drawing, live }: Sheet, part: ReactNode): string {
  const markup = renderToStaticMarkup(
    <LiveContext value={live}>
      <StageContext value={{ drawing, prefix }}><svg>{part}</svg></StageContext>
    </LiveContext>,
  );
  return shorter(markup.slice('<svg>'.length, -'</svg>'.length));
}

/** Closes empty elements at once, and leaves out what is empty and digits that nobody sees. */
const shorter = (markup: string): string => markup
  .replaceAll(/<text[^>]*><\/text>/g, '')
  .replaceAll(/><\/(?:path|circle|rect|ellipse|stop)>/g, '/>')
  .replaceAll(/(\d\.\d\d)\d+/g, '$1');

const wirePart = (wire: Wire): Part => ({
  id: wire.id,
  view: <WireLine wire={wire} />,
  key: ({ waits, participants, shopper }) => [
    participants[wire.ends[1]]?.status,
    shopper.screen === 'waiting',
    ...waits.filter(({ who, on, ended }) => ended === null && wire.ends.includes(who) && wire.ends.includes(on)).map((wait) => `${wait.who}${wait.for}`),
  ].join(' '),
});

function nodePart(placed: PlacedNode, { technique, trace }: Story): Part {
  const { box: { x, y }, shape } = placed;
  const shopping = shape === 'screen' || shape === 'banner';
  return {
    id: placed.id,
    view: <g transform={`translate(${x},${y})`}><Shape placed={placed} topology={technique} /></g>,
    key: (frame) => JSON.stringify([
      frame.participants[placed.id],
      frame.shopper.checkout,
      shopping ? [frame.shopper, patienceLeft(frame), cartOf(trace, frame.shopper.checkout)] : null,
      shape === 'shelf' ? [frame.t, ageScale(trace.end)] : null,
      ringWait(frame, placed.id),
    ]),
  };
}
