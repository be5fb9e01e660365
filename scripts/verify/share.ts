import { Worker } from 'node:worker_threads';
import type { Verdict } from '../../src/verification/verify.ts';

/**
 * Shares experiments, by their numbers, among a few threads.
 * @param told hears of each experiment that is done
 */
export async function share(wanted: readonly number[], threads: number, told: (index: number, verdicts: Verdict[]) => void): Promise<void> {
  let next = 0;
  const work = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    let index = 0;
    const give = () => {
      if (next < wanted.length) {
        index = wanted[next]!;
        next += 1;
        worker.postMessage(index, []);
      } else void worker.terminate().then(() => resolve());
    };
    worker.on('error', reject);
    worker.on('message', (verdicts: Verdict[]) => {
      told(index, verdicts);
      give();
    });
    give();
  });
  await Promise.all(Array.from({ length: threads }, work));
}
