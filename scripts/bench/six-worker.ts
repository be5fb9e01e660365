/** Runs in a worker: measures six seeds of all six techniques and says how long each took, in milliseconds. */
import { realistic } from '../../src/simulation/parameters.ts';
import { measure } from '../../src/simulation/simulate.ts';
import type { Technique } from '../../src/simulation/technique.ts';

const models = import.meta.glob<Record<string, Technique>>('../../src/techniques/*.ts', { eager: true });
const techniques = Object.values(models).flatMap((module) => Object.values(module));

const times = [1, 2, 3, 4, 5, 6].map((seed) => {
  const from = performance.now();
  for (const technique of techniques) measure(technique, { ...realistic, name: 'normal', seed });
  return performance.now() - from;
});
postMessage(times, { transfer: [] });
