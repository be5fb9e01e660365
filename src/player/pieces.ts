/** Long work done a piece at a time: it pauses at every `yield`, and returns what it has made. */
export type Pieces<T> = Generator<void, T, void>;

/** Work that goes through a trace pauses each time it has looked at this many events or messages. */
export const PIECE = 256;

/** Does all of it in one go. */
export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
