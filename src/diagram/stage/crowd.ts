/** The messages of a crowd as shapes: all that look alike are one, so that a frame writes few attributes however many there are. */
import type { Frame, FrameMessage } from '../../player/frame.ts';
import { glyphClass } from '../kit/Glyph.tsx';
import { glyphShapes, tintOf } from '../kit/shapes.ts';
import type { Live } from '../live.ts';
import { placeOnWire, stateOf } from './slot.ts';
import { isDeaf, type FindTrack } from './tracks.ts';

/** What some messages have in common; the same object for all of them. */
export interface Look {
  className: string;
  glyphClass: string;
  /** How their glyphs are turned: these are drawn at places turned back as much. */
  turn: string;
  cos: number;
  sin: number;
  /** A glyph from the point at which its outline begins, and how far that lies from the glyph's own place. */
  glyph: string;
  dx: number;
  dy: number;
  struck: boolean;
}

/** All that look alike, as path data. */
export interface Shape {
  glyphs: string;
  crosses: string;
}

/** Whether a message is one of the crowd: another's than the shopper's on show, and of one who is followed all others. */
export function isFaint({ checkout }: FrameMessage, { shopper }: Frame, { crowd, followed }: Live): boolean {
  if (checkout === shopper.checkout) return false;
  return followed !== null || (crowd !== null && checkout !== null);
}

/** The crowd at an instant: a shape for each look that somebody has. None where it is drawn as flows. */
export function crowdShapes(frame: Frame, live: Live, find: FindTrack): Map<Look, Shape> {
  const shapes = new Map<Look, Shape>();
  if (live.isFlowing(frame.t)) return shapes;
  for (const message of frame.messages) {
    const track = isFaint(message, frame, live) ? find(message.id, message.from, message.to) : null;
    if (track === null) continue;
    const { x, y, angle } = placeOnWire(message, track);
    const look = lookOf(message, angle, isDeaf(message, frame), live.followed === null ? 'plain' : 'aside');
    let shape = shapes.get(look);
    if (shape === undefined) shapes.set(look, shape = { glyphs: '', crosses: '' });
    const { cos, sin, glyph, dx, dy, struck } = look;
    shape.glyphs += `M${tenth(x * cos + y * sin + dx)},${tenth(y * cos - x * sin + dy)}${glyph}`;
    if (struck) shape.crosses += `M${tenth(x)},${tenth(y)}m-8,-8l16,16m0,-16l-16,16`;
  }
  return shapes;
}

const kinds = Object.keys(glyphShapes);
const looks = new Map<number, Look[]>();

/** The look of one of many, made once for each direction of travel, and then for each of the few ways in which it can differ. */
function lookOf(message: FrameMessage, angle: number, deaf: boolean, faint: 'plain' | 'aside'): Look {
  const { kind, price, fate, returning } = message;
  let turned = looks.get(angle);
  if (turned === undefined) looks.set(angle, turned = []);
  const state = (fate === 'lost' ? 1 : 0) + (returning ? 2 : 0) + (deaf ? 4 : 0) + (faint === 'aside' ? 8 : 0);
  const which = (kinds.indexOf(kind) * 16 + state) * 4 + (price === null ? 0 : tintOf(price.version));
  return turned[which] ??= made(message, angle, deaf, faint);
}

function made(message: FrameMessage, angle: number, deaf: boolean, faint: string): Look {
  const { kind, price } = message;
  const { d, directed } = glyphShapes[kind];
  const { className, struck } = stateOf(message, deaf);
  const turn = directed ? (angle * Math.PI) / 180 : 0;
  const [, dx, dy, glyph] = /^m([-.\d]+),([-.\d]+)(.+)$/.exec(d)!;
  return {
    className: `${className} ${faint}`, glyphClass: glyphClass(kind, price?.version ?? null), struck, glyph: glyph!, dx: Number(dx), dy: Number(dy),
    turn: directed ? `rotate(${tenth(angle)})` : '', cos: Math.cos(turn), sin: Math.sin(turn),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
