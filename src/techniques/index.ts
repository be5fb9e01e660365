import type { Technique } from '../simulation/technique.ts';
import { asyncMessaging } from './async-messaging.ts';
import { asyncPolling } from './async-polling.ts';
import { cacheWithApiUpdates } from './cache-with-api-updates.ts';
import { cacheWithUpdateEvents } from './cache-with-update-events.ts';
import { directApiCall } from './direct-api-call.ts';
import { sharedData } from './shared-data.ts';

/** Every technique by its slug, in the order of the article. */
export const techniques: Record<string, Technique> = Object.fromEntries(
  [sharedData, directApiCall, asyncPolling, asyncMessaging, cacheWithApiUpdates, cacheWithUpdateEvents].map(
    (technique) => [technique.slug, technique],
  ),
);
