import { useEffect } from 'react';
import { indexOf } from '../player/trace-index.ts';
import { usePlayback, useShown } from './hooks.ts';
import { askKey, lineKey, type LineMap } from './lines.ts';
import { ownerOf } from './names.ts';

const marks = ['data-running', 'data-parked', 'data-at-step'] as const;

/** The lines of the printed model on the page, by number. */
function printedLines(slug: string): Map<string, Element> {
  const lines = document.querySelectorAll(`[data-model="${slug}"] [data-line]`);
  return new Map([...lines].map((line) => [line.getAttribute('data-line') ?? '', line]));
}

/**
 * Marks the printed model on the page: the line that runs at the step, and the lines where the followed shopper's
 * checkout waits. The page gives every line `data-line` under `data-model`, the slug.
 */
export function useMarkedLines(slug: string, lines: LineMap | undefined): void {
  const { trace, steps, step } = usePlayback();
  const waiting = useShown(({ waits, shopper }) => waits
    .filter((wait) => wait.for !== 'patience' && (wait.checkout === null || wait.checkout === shopper.checkout))
    .map(({ id }) => id).join(' '), String);

  useEffect(() => {
    const printed = printedLines(slug);
    if (!lines || printed.size === 0) return undefined;
    const marked = new Set<Element>();
    const set = (line: number, attributes: Partial<Record<(typeof marks)[number], string>>) => {
      const element = printed.get(String(line));
      if (!element) return;
      marked.add(element);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    };
    const { messages } = indexOf(trace);
    for (const id of waiting === '' ? [] : waiting.split(' ').map(Number)) {
      const life = messages.get(id);
      const parked = life && lines[askKey(life.sent)];
      const asked = steps.find(({ event }) => event?.id === id)?.index;
      if (parked) set(parked.line, { 'data-parked': ownerOf(parked.who), ...(asked !== undefined && { 'data-at-step': String(asked) }) });
    }
    const event = steps[step]?.event;
    const running = event && event.type !== 'state' ? lines[lineKey(event)] : undefined;
    if (running) set(running.line, { 'data-running': ownerOf(running.who), 'data-at-step': String(step) });
    return () => {
      for (const line of marked) for (const mark of marks) line.removeAttribute(mark);
    };
  }, [slug, lines, trace, steps, step, waiting]);
}
