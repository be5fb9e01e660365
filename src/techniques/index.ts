import type { Technique } from '../simulation/technique.ts';
import { directApiCall } from './direct-api-call.ts';

/** Every technique by its slug, in the order of the article. */
export const techniques: Record<string, Technique> = Object.fromEntries(
  [directApiCall].map((technique) => [technique.slug, technique]),
);
