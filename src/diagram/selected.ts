/**
 * Stands in the browser for use-sync-external-store, which brings React Flow's store what React has had since version 18.
 * `src/site/figure-bundle.ts` puts it in its place.
 */
import { useRef, useSyncExternalStore } from 'react';

/** What `select` takes from a store; the value before, for as long as `same` finds the new one equal to it. */
function useSyncExternalStoreWithSelector<State, Value>(
  subscribe: (notify: () => void) => () => void, getState: () => State, getServerState: (() => State) | undefined,
  select: (state: State) => Value, same: (one: Value, other: Value) => boolean = Object.is,
): Value {
  const kept = useRef<{ value: Value } | null>(null);
  const reading = (get: () => State) => () => {
    const value = select(get());
    if (kept.current && same(kept.current.value, value)) return kept.current.value;
    kept.current = { value };
    return value;
  };
  return useSyncExternalStore(subscribe, reading(getState), reading(getServerState ?? getState));
}

export default { useSyncExternalStoreWithSelector };
