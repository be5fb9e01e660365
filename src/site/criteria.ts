/** The criteria by which techniques are compared, as a reader sees them. */
import { criterionNames } from '../schemas/trade-offs.ts';

/** In the order they are shown: the original's four, then ours. */
export const criteria = criterionNames.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1) }));
