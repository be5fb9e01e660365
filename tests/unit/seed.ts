/** Property tests meet the same worlds every time, so that what fails for one fails for all. `SEED=random npm run unit` has others. */
import * as fc from 'fast-check';

const { SEED = '1' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });
