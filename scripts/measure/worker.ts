import { parentPort } from 'node:worker_threads';
import { measureRun } from '../../src/measure/measurement.ts';
import { techniques } from '../../src/schemas/models.ts';
import type { Task } from './share.ts';

parentPort!.on('message', ({ slug, scenario, hash }: Task) => {
  parentPort!.postMessage(measureRun(techniques[slug]!, scenario, hash), []);
});
