/** Runs in a worker: measures six seeds of all six techniques and says how long each took, in milliseconds. */
import { realistic } from '../../src/simulation/parameters.ts';
import { measure } from '../../src/simulation/simulate.ts';
import { techniques } from '../../src/techniques/index.ts';

const times = [1, 2, 3, 4, 5, 6].map((seed) => {
  const from = performance.now();
  for (const technique of Object.values(techniques)) measure(technique, { ...realistic, name: 'normal', seed });
  return performance.now() - from;
});
postMessage(times, { transfer: [] });
