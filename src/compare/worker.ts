/** Computes runs of the comparison away from the page, one at a time. A job of an earlier wish is dropped. */
import { nextMessage } from '../diagram/traffic/slices.ts';
import { loadTechnique } from '../diagram/models.ts';
import { doJob, type Job } from './job.ts';

let latest = 0;

addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  latest = data.ticket;
  const wanted = () => data.ticket === latest;
  const done = await doJob(await loadTechnique(data.slug), data, { slice: 30, now: () => performance.now(), pause: nextMessage, wanted });
  if (done !== null) postMessage(done, { transfer: [] });
});
