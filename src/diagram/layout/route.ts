import type { Point } from './types.ts';

/** A polyline measured once, so that a place on it costs no square root. */
export interface Path {
  points: Point[];
  /** Length from the start to each point; the last is the whole. */
  lengths: number[];
  /** The direction of travel between each point and the next, in degrees: 0 to the right, 90 downwards. */
  angles: number[];
  total: number;
}

export interface Place extends Point {
  /** The direction of travel there, in degrees. */
  angle: number;
}

/** Measures a polyline. */
export function pathOf(points: Point[]): Path {
  const lengths = [0];
  const angles: number[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1]!;
    const to = points[i]!;
    lengths.push(lengths[i - 1]! + Math.hypot(to.x - from.x, to.y - from.y));
    angles.push(Math.atan2(to.y - from.y, to.x - from.x) * (180 / Math.PI));
  }
  return { points, lengths, angles, total: lengths.at(-1)! };
}

/** The place at a length along the path; beyond its ends, the end. */
export function placeAt(path: Path, length: number): Place {
  const wanted = Math.max(0, Math.min(path.total, length));
  let i = 1;
  while (i < path.points.length - 1 && path.lengths[i]! < wanted) i += 1;
  const from = path.points[i - 1]!;
  const to = path.points[i]!;
  const span = path.lengths[i]! - path.lengths[i - 1]! || 1;
  const share = (wanted - path.lengths[i - 1]!) / span;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, angle: path.angles[i - 1]! };
}

/** The part of a path between two lengths, as points. */
export function slice(path: Path, start: number, end: number): Point[] {
  const inner = path.points.filter((_, i) => path.lengths[i]! > start && path.lengths[i]! < end);
  const strip = ({ x, y }: Point) => ({ x, y });
  return [strip(placeAt(path, start)), ...inner, strip(placeAt(path, end))];
}

/** Points as SVG path data. */
export const pathData = (points: Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');

/** Two decimals are enough for a screen. */
export const round = (value: number): number => Math.round(value * 100) / 100;
