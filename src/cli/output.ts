/** Writes pieces of text to standard output as fast as the reader takes them; a reader that left ends it quietly. */
export async function print(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  let failure: NodeJS.ErrnoException | null = null;
  let goOn = () => {};
  stdout.on('drain', () => goOn());
  stdout.on('error', (error) => {
    failure ??= error;
    goOn();
  });
  const room = () => new Promise<void>((resolve) => {
    goOn = resolve;
    if (failure !== null || !stdout.writableNeedDrain) resolve();
  });
  for (const piece of batches(pieces)) {
    if (failure === null && !stdout.write(piece)) await room();
    if (failure === null) continue;
    if ((failure as NodeJS.ErrnoException).code === 'EPIPE') return;
    throw failure;
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
