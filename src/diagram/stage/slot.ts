/** One message under way as attributes: rendered by React once, then written by the frame loop. */
import type { FrameMessage } from '../../player/frame.ts';
import { money } from '../../player/format.ts';
import { glyphClass } from '../kit/Glyph.tsx';
import { glyphShapes, tagShape, tintOf } from '../kit/shapes.ts';
import { placeAt, round, type Path, type Place } from '../layout/route.ts';
import { tagCorner, tagHeight } from '../layout/tag-place.ts';
import type { TagPlace } from '../layout/types.ts';

export interface Track {
  path: Path;
  forward: boolean;
  /** How far from the wire's two ends a message stays: a ring needs more room than a border. */
  insets: [number, number];
  tag: TagPlace;
}

/** Where a slot is, in numbers, since that is written at every frame; and everything else its parts need. */
export interface SlotView {
  x: number;
  y: number;
  look: SlotLook;
}

/** What a slot looks like, as attributes. */
export interface SlotLook {
  className: string;
  turn: string;
  glyph: string;
  glyphClass: string;
  trail: string;
  trailClass: string;
  struck: string;
  tag: string;
  tagClass: string;
  tagAt: string;
  string: string;
  price: string;
  version: string;
  holes: string;
  priceX: string;
  priceY: string;
}

const noTag = { tag: '', tagClass: 'price-tag off', tagAt: '', string: '', price: '', version: '', holes: '', priceX: '0', priceY: '0' };

export const emptySlot: SlotView = {
  x: 0, y: 0, look: { className: 'message off', turn: '', glyph: '', glyphClass: '', trail: '0', trailClass: '', struck: 'none', ...noTag },
};

/** Where it is, as an attribute; nothing where it is not moved. */
export const moveOf = ({ x, y }: SlotView): string => (x === 0 && y === 0 ? '' : `translate(${x},${y})`);

const tones = { command: 'tell', event: 'news', push: 'news' } as const;

/** The longest trail, in the drawing's units. */
const LONGEST_TRAIL = 64;

/** Where a message is, which way it faces, in degrees, how far it has come since it set out or turned, and how far from its wire's start it is. */
export function placeOnWire({ progress, returning }: FrameMessage, { path, forward, insets: [near, far] }: Track): Place & { way: number; along: number } {
  const first = forward ? near : far;
  const last = forward ? far : near;
  const way = first + progress * (path.total - first - last);
  const along = forward ? way : path.total - way;
  const place = placeAt(path, along);
  return { x: place.x, y: place.y, angle: forward !== returning ? place.angle : place.angle + 180, way: returning ? path.total - last - way : way - first, along };
}

/** The classes of a message, and whether it is struck out. `deaf`: its receiver takes nothing. */
export function stateOf({ fate, returning }: FrameMessage, deaf: boolean): { className: string; struck: boolean } {
  const lost = fate === 'lost';
  return {
    className: `message${lost ? ' lost' : ''}${returning ? ' refused' : ''}${deaf ? ' swallowed' : ''}`,
    struck: returning || (lost && !deaf),
  };
}

/** What a message looks like on its wire. @param trails whether it may have a trail */
export function slotView(message: FrameMessage, track: Track, deaf: boolean, trails = true): SlotView {
  const { kind, fate, returning, price } = message;
  const { path } = track;
  const { x, y, angle, way, along } = placeOnWire(message, track);
  const { className, struck } = stateOf(message, deaf);
  const { d, directed } = glyphShapes[kind];
  const trailing = trails && (fate === 'flying' || returning);
  const behind = trailing ? Math.min(way, straightBehind(path, along, track.forward !== returning)) : 0;
  return {
    x: round(x), y: round(y),
    look: {
      className,
      turn: directed ? `rotate(${round(angle)})` : '',
      glyph: d, glyphClass: glyphClass(kind, price?.version ?? null), struck: struck ? 'inline' : 'none',
      trail: String(round(Math.max(0, Math.min(LONGEST_TRAIL, behind)))),
      trailClass: `trail-turn ${tones[kind as keyof typeof tones] ?? 'ask'} rotate(${round(angle)})`,
      ...tagView(price, x, track.tag),
    },
  };
}

/** How far back from a length along a path it runs straight; `onward`: travelling from its start to its end. */
function straightBehind({ lengths }: Path, length: number, onward: boolean): number {
  const bend = onward ? lengths.findLast((one) => one < length) : lengths.find((one) => one > length);
  return Math.abs(length - (bend ?? length));
}

type TagView = Pick<SlotLook, 'tag' | 'tagClass' | 'tagAt' | 'string' | 'price' | 'version' | 'holes' | 'priceX' | 'priceY'>;

interface DrawnTag {
  width: number;
  height: number;
  /** Where its string is tied. */
  hole: { x: number; y: number };
  view: Omit<TagView, 'tagAt' | 'string'>;
}

const drawn = new Map<string, DrawnTag>();

/** A tag of a price, drawn once. */
function tagOfPrice(cents: number, version: number, place: TagPlace): DrawnTag {
  const { compact } = place;
  const key = `${cents} ${version} ${compact}`;
  const known = drawn.get(key);
  if (known) return known;
  const tint = tintOf(version);
  const height = tagHeight(place);
  const amount = compact ? '' : `${money(cents)} `;
  const { width, outline, holes, text } = tagShape(height, tint, `${amount}v${version}`);
  const circle = ({ x, y, r }: (typeof holes)[number]) => `M${round(x - r)},${round(y)}a${r},${r},0,1,0,${2 * r},0a${r},${r},0,1,0,${-2 * r},0`;
  const tag = {
    width, height, hole: tint === 1 ? { x: holes[0]!.x, y: height / 2 } : holes[0]!,
    view: {
      tag: outline, tagClass: `price-tag tint-${tint}`, price: amount, version: `v${version}`,
      holes: holes.map(circle).join(''), priceX: String(round(text?.x ?? 0)), priceY: String(round(text?.y ?? 0)),
    },
  };
  drawn.set(key, tag);
  return tag;
}

function tagView(price: FrameMessage['price'], at: number, tagPlace: TagPlace): TagView {
  if (!price) return noTag;
  const { side } = tagPlace;
  const { width, height, hole, view } = tagOfPrice(price.cents, price.version, tagPlace);
  const [x, y] = tagCorner(tagPlace, at, width, height);
  return {
    ...view,
    tagAt: `translate(${round(x)},${round(y)})`,
    string: side === 'below' ? `M0,5L${round(x + hole.x)},${round(y + hole.y)}` : `M0,0H${round(side === 'left' ? x + width : x + hole.x)}`,
  };
}
