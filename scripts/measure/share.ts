import { Worker } from 'node:worker_threads';
import type { Measurement } from '../../src/measure/measurement.ts';
import type { RunOfTechnique } from '../../src/measure/runs.ts';

export type Task = RunOfTechnique & { hash: string };

/**
 * Shares runs among a number of threads.
 * @param told hears of each run that is done, what it came to, and how many are done
 */
export async function share(
  tasks: readonly Task[], threads: number, told: (task: Task, measurement: Measurement, done: number) => void,
): Promise<void> {
  let next = 0;
  let done = 0;
  const work = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    let task: Task | undefined;
    const give = () => {
      task = tasks[next];
      next += 1;
      if (task) worker.postMessage(task, []);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('error', reject);
    worker.on('message', (measurement: Measurement) => {
      done += 1;
      told(task!, measurement, done);
      give();
    });
    give();
  });
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work));
}
