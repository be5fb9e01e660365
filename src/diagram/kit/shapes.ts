/** The geometry of the figure's small shapes, as SVG path data around the origin. */
import type { MessageKind } from '../../simulation/scenario.ts';

export interface GlyphShape {
  /** Relative to where it stands, so that after a place it draws one there. */
  d: string;
  /** Solid shapes ask; hollow ones answer and may fill with a price's tint; strokes do neither. */
  fill: 'solid' | 'hollow' | 'stroke';
  /** Whether it points the way it travels. */
  directed: boolean;
}

/** Each kind of message in a box of 24 units, travelling to the right. */
export const glyphShapes: Record<MessageKind, GlyphShape> = {
  request: { d: 'm-9.5,-9.5l19.3,9.5l-19.3,9.5z', fill: 'solid', directed: true },
  response: { d: 'm-7.3,-8l15.7,8l-15.7,8z', fill: 'hollow', directed: true },
  query: { d: 'm-11.2,-7.2h22.4v14.4h-22.4z', fill: 'solid', directed: false },
  result: { d: 'm-9.8,-5.9h19.6v11.8h-19.6z', fill: 'hollow', directed: false },
  command: { d: 'm0,-11.2l11.2,11.2l-11.2,11.2l-11.2,-11.2z', fill: 'solid', directed: false },
  ack: { d: 'm-9.6,.8l5.6,6.2l13.6,-14.4', fill: 'stroke', directed: false },
  event: { d: 'm0,-10.4v20.8m-9,-15.6l18,10.4m0,-10.4l-18,10.4', fill: 'stroke', directed: false },
  poll: { d: 'm8.6,4.2a9,9,0,1,1,-5.2,-11.6m-2,-4.2l8.4,4l-7.4,5z', fill: 'stroke', directed: false },
  push: { d: 'm-8.8,-8.8l8.6,8.8l-8.6,8.8m10,-17.6l8.6,8.8l-8.6,8.8', fill: 'stroke', directed: true },
};

/** Which of the three tints, and how many holes, a price's version has: 7 the first, 8 the second, 9 the third. */
export const tintOf = (version: number): 1 | 2 | 3 => ((((version - 1) % 3) + 3) % 3 + 1) as 1 | 2 | 3;

/** Below this height a tag drops its text and keeps its tint and holes. */
const TAG_TEXT_FROM = 19;

export interface TagShape {
  width: number;
  outline: string;
  holes: { x: number; y: number; r: number }[];
  /** Where the text begins, if there is room for it. */
  text: { x: number; y: number } | null;
}

/**
 * A price tag's outline with its left middle corner cut, from its top left corner. `text` is what it says;
 * widths are estimated, since a server cannot measure.
 */
export function tagShape(height: number, tint: 1 | 2 | 3, text: string): TagShape {
  const roomy = height >= TAG_TEXT_FROM && text !== '';
  const left = height * 0.62;
  const width = Math.round(roomy ? left + textWidth(text, height) + height * 0.3 : height * 0.92);
  const cut = height * 0.27;
  const ys = { 1: [0.5], 2: [0.32, 0.68], 3: [0.22, 0.5, 0.78] }[tint];
  return {
    width,
    outline: `M${cut},0H${width}V${height}H${cut}L0,${height - cut}V${cut}Z`,
    holes: ys.map((y) => ({ x: height * (roomy ? 0.32 : 0.42), y: y * height, r: height * (tint === 3 ? 0.072 : 0.085) })),
    text: roomy ? { x: left, y: height * 0.69 } : null,
  };
}

/** The width of "12.50 v7" on a tag of a height. */
function textWidth(text: string, height: number): number {
  const size = height * 0.56;
  return [...text].reduce((sum, letter) => sum + (letter === '.' || letter === ' ' ? 0.27 : 0.545) * size, 0);
}

/** The size of a flag. */
export const FLAG = { width: 50, height: 21 };

/** How far a ring stands outside its disc: the middle of its band, and the band's width. */
export const RING_GAP = 10.5;
export const RING_BAND = 7;

/** Below this share of a wait the ring is red. */
export const URGENT_BELOW = 0.25;

/** The stroke-dasharray, on a path of length 1, that leaves a share of a ring drawn. */
export const ringDash = (left: number): string => `${Math.round(Math.max(0, Math.min(1, left)) * 10000) / 10000} 2`;

/** A cylinder of a size, from its top left corner: its side and bottom, and its lid. */
export function cylinderShape(width: number, height: number): { body: string; lid: { cx: number; cy: number; rx: number; ry: number } } {
  const ry = Math.min(8, width * 0.085);
  const rx = width / 2;
  return {
    body: `M0,${ry}V${height - ry}A${rx},${ry},0,0,0,${width},${height - ry}V${ry}A${rx},${ry},0,0,1,0,${ry}Z`,
    lid: { cx: rx, cy: ry, rx, ry },
  };
}

/** Where a broken wire is cut: a share of its length from the caller. */
export const CUT_AT = 0.62;
