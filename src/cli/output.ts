import { once } from 'node:events';

/** Writes pieces of text to standard output as fast as the reader takes them; a reader that left ends it quietly. */
export async function print(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  let gone = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  for (const piece of batches(pieces)) {
    if (gone) return;
    if (!stdout.write(piece)) await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => undefined);
  }
}

/** Joins small pieces, so that a trace is written in thousands of calls and not in millions. */
function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 65_536) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
