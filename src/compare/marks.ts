/** What a film shows at the marks of its run. */
import { MARK, marksIn } from '../player/compared/marks.ts';
import { PICTURE, picked, type Film } from './film.ts';

/** Of a film of a whole run, one picture a mark. */
export function atMarks(film: Film): Film {
  const last = film.pending.length - 1;
  const places = Array.from({ length: marksIn(film.pending.length * PICTURE) }, (_, mark) => Math.min(last, placeOf(mark)));
  return picked(film, places, 0);
}

/** What `atMarks` kept of a mark, as a film of that instant. */
export const markOf = (kept: Film, mark: number): Film => picked(kept, [mark], placeOf(mark));

const placeOf = (mark: number): number => Math.floor((mark * MARK) / PICTURE);
