import { useEffect, useRef, useState } from 'react';
import { readAddress, writeAddress, type Shared } from './address.ts';

/** Whether this is the page's first figure: the address belongs to it alone. */
const isFirst = (figure: HTMLElement | null): boolean => figure !== null && document.querySelector('figure[data-technique]') === figure;

/**
 * Reads the address once, when the figure wakes, and afterwards keeps it in step with what the reader chose.
 * Returns what to tell a reader whose address named something that does not exist.
 */
export function useShared(
  figure: React.RefObject<HTMLElement | null>, playing: boolean, state: Shared, names: readonly string[],
  show: (asked: Partial<Shared>) => void, stepsOf: (scenario: string) => number,
): string[] {
  const [notes, setNotes] = useState<string[]>([]);
  const woken = useRef(false);
  const { scenario, step, view } = state;

  useEffect(() => {
    if (!isFirst(figure.current)) return;
    if (woken.current) {
      if (!playing) history.replaceState(history.state, '', writeAddress(location.search, { scenario, step, view }) + location.hash);
      return;
    }
    woken.current = true;
    const asked = readAddress(location.search, names, scenario, stepsOf);
    setNotes(asked.notes);
    show({
      ...(asked.scenario !== null && { scenario: asked.scenario }),
      ...(asked.step !== null && { step: asked.step }),
      ...(asked.view !== null && { view: asked.view }),
    });
  }, [figure, names, scenario, show, step, stepsOf, view, playing]);

  return notes;
}
