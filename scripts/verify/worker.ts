import { parentPort } from 'node:worker_threads';
import { experiments } from '../../src/verification/experiments.ts';
import { verify } from '../../src/verification/verify.ts';

parentPort!.on('message', (index: number) => parentPort!.postMessage(verify(experiments[index]!), []));
