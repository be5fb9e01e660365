import { useEffect } from 'react';
import { indexOf } from '../player/trace-index.ts';
import { usePlayback, useShown } from './hooks.ts';
import { askKey, lineKey, type LineMap } from './lines.ts';
import { ownerOf } from './names.ts';

const marks = ['data-running', 'data-parked', 'data-at-step'] as const;

/**
 * Marks the printed model on the page: the line that runs at the step, and the lines where somebody waits.
 * The page gives every line `data-line` under `data-model`, the slug.
 */
export function useMarkedLines(slug: string, lines: LineMap | undefined): void {
  const { trace, steps, step } = usePlayback();
  const waits = useShown((frame) => frame.waits.filter((wait) => wait.for !== 'patience'), (all) => all.map(({ id }) => id).join(' '));
  const waiting = waits.map(({ id }) => id).join(' ');

  useEffect(() => {
    const models = [...document.querySelectorAll(`[data-model="${slug}"]`)];
    if (!lines || models.length === 0) return undefined;
    const set = (line: number, attributes: Partial<Record<(typeof marks)[number], string>>) => {
      for (const model of models) {
        const element = model.querySelector(`[data-line="${line}"]`);
        for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
      }
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
      for (const model of models) {
        for (const line of model.querySelectorAll('[data-line]')) for (const mark of marks) line.removeAttribute(mark);
      }
    };
  }, [slug, lines, trace, steps, step, waiting]);
}
