/** One message under way as attributes: rendered by React once, then written by the frame loop. */
import type { FrameMessage } from '../../player/frame.ts';
import { money } from '../../player/format.ts';
import { glyphClass } from '../kit/Glyph.tsx';
import { glyphShapes, tagShape, tintOf } from '../kit/shapes.ts';
import { placeAt, round, type Path } from '../layout/route.ts';
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

/** What a slot looks like, as attributes; the same object for as long as a message of a crowd looks the same. */
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

const trails = { command: 'tell', event: 'news', push: 'news' } as const;

/** The class of a message that is lost (1), refused (2), swallowed (4), or several of these, alone and among many. */
const classNames = Array.from({ length: 8 }, (_, i) => {
  const alone = ['message', i & 1 ? 'lost' : '', i & 2 ? 'refused' : '', i & 4 ? 'swallowed' : ''].filter(Boolean).join(' ');
  return { alone, plain: `${alone} plain`, aside: `${alone} aside` };
});

/** The longest trail, in the drawing's units. */
const LONGEST_TRAIL = 64;

/** One of many: drawn without a tag and without a trail. `plain`, or `aside` from the one that is followed. */
export type Faint = 'plain' | 'aside';

/** How a message is drawn: in full, in full but for its trail, or faintly. */
export type Manner = 'full' | 'short' | Faint;

/** What a message looks like on its wire. `deaf`: its receiver takes nothing. */
export function slotView(
  message: FrameMessage, { path, forward, insets: [near, far], tag: tagPlace }: Track, deaf: boolean, manner: Manner = 'full',
): SlotView {
  const { kind, progress, fate, returning, price } = message;
  const first = forward ? near : far;
  const last = forward ? far : near;
  const way = first + progress * (path.total - first - last);
  const place = placeAt(path, forward ? way : path.total - way);
  const outward = forward !== returning;
  const angle = outward ? place.angle : place.angle + 180;
  const x = round(place.x);
  const y = round(place.y);
  if (manner === 'plain' || manner === 'aside') return { x, y, look: faintLook(message, angle, deaf, manner) };
  const trailing = manner === 'full' && (fate === 'flying' || returning);
  const behind = trailing
    ? Math.min(returning ? path.total - last - way : way - first, straightBehind(path, forward ? way : path.total - way, outward))
    : 0;
  return {
    x, y,
    look: {
      ...lookOf(message, angle, deaf, 'alone'),
      trail: String(round(Math.max(0, Math.min(LONGEST_TRAIL, behind)))),
      trailClass: `trail-turn ${trails[kind as keyof typeof trails] ?? 'ask'} rotate(${round(angle)})`,
      ...tagView(price, place, tagPlace),
    },
  };
}

const stateOf = ({ fate, returning }: FrameMessage, deaf: boolean): number => (fate === 'lost' ? 1 : 0) + (returning ? 2 : 0) + (deaf ? 4 : 0);

function lookOf(message: FrameMessage, angle: number, deaf: boolean, among: 'alone' | Faint): SlotLook {
  const { kind, fate, returning, price } = message;
  const { d, directed } = glyphShapes[kind];
  return {
    className: classNames[stateOf(message, deaf)]![among],
    turn: directed ? `rotate(${round(angle)})` : '',
    glyph: d, glyphClass: glyphClass(kind, price?.version ?? null), trail: '0', trailClass: '',
    struck: returning || (fate === 'lost' && !deaf) ? 'inline' : 'none',
    ...noTag,
  };
}

const kinds = Object.keys(glyphShapes);
const faintLooks = new Map<number, SlotLook[]>();

/** The look of one of many, made once for each direction of travel, and then for each of the few ways in which it can differ. */
function faintLook(message: FrameMessage, angle: number, deaf: boolean, faint: Faint): SlotLook {
  let looks = faintLooks.get(angle);
  if (looks === undefined) {
    looks = [];
    faintLooks.set(angle, looks);
  }
  const tint = message.price === null ? 0 : tintOf(message.price.version);
  const which = ((kinds.indexOf(message.kind) * 8 + stateOf(message, deaf)) * 4 + tint) * 2 + (faint === 'plain' ? 1 : 0);
  return looks[which] ??= lookOf(message, angle, deaf, faint);
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

function tagView(price: FrameMessage['price'], place: { x: number }, tagPlace: TagPlace): TagView {
  if (!price) return noTag;
  const { side } = tagPlace;
  const { width, height, hole, view } = tagOfPrice(price.cents, price.version, tagPlace);
  const [x, y] = tagCorner(tagPlace, place.x, width, height);
  return {
    ...view,
    tagAt: `translate(${round(x)},${round(y)})`,
    string: side === 'below' ? `M0,5L${round(x + hole.x)},${round(y + hole.y)}` : `M0,0H${round(side === 'left' ? x + width : x + hole.x)}`,
  };
}
