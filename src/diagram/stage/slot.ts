/** One message under way as attributes: rendered by React once, then written by the frame loop. */
import type { FrameMessage } from '../../player/frame.ts';
import { money } from '../../player/format.ts';
import { glyphClass } from '../kit/Glyph.tsx';
import { glyphShapes, tagShape, tintOf } from '../kit/shapes.ts';
import { placeAt, round, type Path } from '../layout/route.ts';

export interface Track {
  path: Path;
  forward: boolean;
  /** How far from the wire's two ends a message stays: a ring needs more room than a border. */
  insets: [number, number];
}

/** Everything a slot's parts need. Strings only, so that one unchanged is not written again. */
export interface SlotView {
  className: string;
  move: string;
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
}

export const emptySlot: SlotView = {
  className: 'message off', move: '', turn: '', glyph: '', glyphClass: '', trail: '0', trailClass: '', struck: 'none',
  tag: '', tagClass: 'price-tag off', tagAt: '', string: '', price: '', version: '', holes: '', priceX: '0',
};

const TAG_HEIGHT = 24;
const trails = { command: 'tell', event: 'news', push: 'news' } as const;

/** The longest trail, in the drawing's units. */
const LONGEST_TRAIL = 64;

/** What a message looks like on its wire. `tagRoom` bounds the tag's left edge, in the drawing's units. */
export function slotView(message: FrameMessage, { path, forward, insets: [near, far] }: Track, deaf: boolean, tagRoom: [number, number]): SlotView {
  const { kind, progress, fate, returning, price } = message;
  const [first, last] = forward ? [near, far] : [far, near];
  const way = first + progress * (path.total - first - last);
  const place = placeAt(path, forward ? way : path.total - way);
  const outward = forward !== returning;
  const angle = outward ? place.angle : place.angle + 180;
  const { d, directed } = glyphShapes[kind];
  const lost = fate === 'lost';
  const behind = returning ? path.total - last - way : way - first;
  const moving = fate === 'flying' || returning;
  return {
    className: `message${lost ? ' lost' : ''}${returning ? ' refused' : ''}${deaf ? ' swallowed' : ''}`,
    move: `translate(${round(place.x)},${round(place.y)})`,
    turn: directed ? `rotate(${round(angle)})` : '',
    glyph: d,
    glyphClass: glyphClass(kind, price?.version ?? null),
    trail: moving ? String(round(Math.max(0, Math.min(LONGEST_TRAIL, behind)))) : '0',
    trailClass: `trail-turn ${trails[kind as keyof typeof trails] ?? 'ask'} rotate(${round(angle)})`,
    struck: returning || (lost && !deaf) ? 'inline' : 'none',
    ...tagView(price, place, tagRoom),
  };
}

type TagView = Pick<SlotView, 'tag' | 'tagClass' | 'tagAt' | 'string' | 'price' | 'version' | 'holes' | 'priceX'>;

function tagView(price: FrameMessage['price'], place: { x: number; y: number }, [from, to]: [number, number]): TagView {
  if (!price) {
    const { tag, tagClass, tagAt, string, price: none, version, holes, priceX } = emptySlot;
    return { tag, tagClass, tagAt, string, price: none, version, holes, priceX };
  }
  const tint = tintOf(price.version);
  const amount = money(price.cents);
  const { width, outline, holes, text } = tagShape(TAG_HEIGHT, tint, `${amount} v${price.version}`);
  const left = Math.max(from, Math.min(to - width, place.x - 4)) - place.x;
  const circle = holes.map(({ x, y, r }) => `M${round(x - r)},${round(y)}a${r},${r},0,1,0,${2 * r},0a${r},${r},0,1,0,${-2 * r},0`);
  return {
    tag: outline,
    tagClass: `price-tag tint-${tint}`,
    tagAt: `translate(${round(left)},21)`,
    string: `M0,5L${round(left + holes[0]!.x)},${round(21 + (tint === 1 ? TAG_HEIGHT / 2 : holes[0]!.y))}`,
    price: amount,
    version: `v${price.version}`,
    holes: circle.join(''),
    priceX: String(round(text?.x ?? 0)),
  };
}
