/** Someone who computes away from the page. */
export interface Helper<Wish> {
  ask(wish: Wish): void;
  dismiss(): void;
}

/** Finds a helper: `hear` is told its answers, `broken` that it cannot go on. Null, or an error, where there is none. */
export type HireOf<Wish, Answer> = (hear: (answer: Answer) => void, broken: () => void) => Helper<Wish> | null;

/** Hires workers. @param start starts one; not called where a browser has none */
export const hireWorkers = <Wish, Answer>(start: () => Worker): HireOf<Wish, Answer> => (hear, broken) => {
  if (typeof Worker !== 'function') return null;
  const worker = start();
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    broken();
  });
  return { ask: (wish) => worker.postMessage(wish, { transfer: [] }), dismiss: () => worker.terminate() };
};
