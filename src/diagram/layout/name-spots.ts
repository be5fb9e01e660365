/** Where beside a wire the name of its messages may stand. */
import { brokenName } from '../names.ts';
import { widthOf } from './letters.ts';
import { GLYPH, sizes } from './room.ts';
import { placeAt, round, type Path } from './route.ts';
import type { Box, Point, Said, TextSpot, Width } from './types.ts';

/** A spot, the room that the longest name takes there, and what there is against it. */
export interface Candidate {
  spot: TextSpot;
  box: Box;
  cost: number;
}

/** How names are set: on one line, with a second below, or broken before the last word. */
interface Form {
  set: Pick<TextSpot, 'lines' | 'broken'>;
  width: number;
  /** The height of what stands below the first line. */
  below: number;
  cost: number;
}

/** How far beyond the reach of a message's glyph a name may stand: the nearer, the better. */
const distances = [0, 3, 6, 10, 14, 18, 23, 28, 34, 40, 47, 54, 64, 84];

function formsOf(said: readonly Said[], drawing: Width): Form[] {
  const { name: size, note: small, line } = sizes[drawing];
  const widest = (texts: string[], of: number) => Math.max(0, ...texts.map(widthOf)) * of;
  const names = said.map(({ name }) => name);
  const width = widest(names, size);
  const forms: Form[] = [{ set: { lines: 1 }, width, below: 0, cost: 0 }];
  const notes = said.map(({ note }) => note).filter(Boolean);
  if (drawing === 320) forms.push({ set: { lines: 1, broken: true }, width: widest(names.flatMap(brokenName), size), below: line, cost: 8 });
  else if (notes.length > 0) forms.push({ set: { lines: 2 }, width: Math.max(width, widest(notes, small)), below: line, cost: -8 });
  return forms;
}

/** Every place beside one straight piece of a wire, for names set in one way. */
function* besidePiece(a: Point, b: Point, middle: Point, { set, width, below, cost: dear }: Form, drawing: Width): Generator<Candidate> {
  const { name: size } = sizes[drawing];
  const flat = a.y === b.y;
  const start = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  const reach = flat ? Math.max(0, width / 2 - 4) : 12;
  for (let t = -reach; t <= length + reach; t += 3) {
    const off = Math.abs(t - length / 2);
    const at = flat ? { x: start.x + t, y: start.y } : { x: start.x, y: start.y + t };
    const along = Math.abs(at.x - middle.x) + Math.abs(at.y - middle.y);
    for (const away of distances) {
      for (const side of [-1, 1]) {
        const anchor = !flat ? (side > 0 ? 'start' : 'end') : off < 2 ? 'middle' : t > length / 2 ? 'start' : 'end';
        const left = !flat ? at.x + side * (GLYPH + 3 + away) - (side > 0 ? 0 : width) : anchor === 'middle' ? start.x + length / 2 - width / 2 : at.x - width / 2;
        const y = !flat ? at.y + size * 0.35 - below / 2
          : side < 0 ? at.y - GLYPH - 5 - away - below : at.y + GLYPH + 3 + away + size * 0.7;
        const x = left + (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
        yield {
          spot: { x: round(x), y: round(y), anchor, ...set },
          box: { x: left, y: y - size * 0.7, width, height: size * 0.9 + below },
          cost: dear + along * 0.2 + away * 1.1 + Math.max(0, off - length / 2) * 0.5 + (flat ? (side < 0 ? 0 : 12) : 4),
        };
      }
    }
  }
}

/** Every place for names beside a wire, the best by itself first: near the wire and its middle, above rather than below. */
export function spotsBeside(path: Path, said: readonly Said[], drawing: Width): Candidate[] {
  const middle = placeAt(path, path.total / 2);
  const forms = formsOf(said, drawing);
  return path.points.slice(1)
    .flatMap((to, i) => forms.flatMap((form) => [...besidePiece(path.points[i]!, to, middle, form, drawing)]))
    .sort((one, other) => one.cost - other.cost);
}
