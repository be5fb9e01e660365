/** Computes runs away from the page. The latest wish counts; the run of an earlier one is dropped. */
import { loadTechnique } from '../models.ts';
import { computeInSlices, nextMessage, nextTurn } from './slices.ts';
import type { Answer, Wish } from './compute.ts';

/** Events are handed over this many at a time, so that no one message holds the page up. */
const BATCH = 800;

let latest = 0;
const say = (answer: Answer) => postMessage(answer, { transfer: [] });

addEventListener('message', async ({ data }: MessageEvent<Wish>) => {
  const { ticket, slug, scenario, window } = data;
  latest = ticket;
  const wanted = () => ticket === latest;
  const computed = await computeInSlices(await loadTechnique(slug), scenario, { slice: 30, now: () => performance.now(), pause: nextMessage, wanted }, window);
  if (computed === null) return;
  const { trace: { events, ...trace }, metrics } = computed;
  for (let from = 0; from < events.length && wanted(); from += BATCH) {
    say({ ticket, events: events.slice(from, from + BATCH) });
    await nextTurn();
  }
  if (wanted()) say({ ticket, rest: { trace, metrics } });
});
