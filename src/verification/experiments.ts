import type { Experiment } from './case.ts';
import { copies } from './copies.ts';
import { exchanges } from './exchanges.ts';
import { queues } from './queues.ts';

/** Every comparison of the simulation with theory, in the order of the table. */
export const experiments: Experiment[] = [...queues, ...exchanges, ...copies];
