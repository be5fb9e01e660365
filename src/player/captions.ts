/** What is said at each step: found by key in a story, filled from the run. */
import type { StateEvent, Trace } from '../simulation/trace.ts';
import { fill, type CaptionPart } from './caption-parts.ts';
import type { Step } from './steps.ts';

/** Captions of one scenario of a story, and those that all its scenarios share. */
export interface StoryCaptions {
  /** What step 0 says. */
  start: string;
  captions: Record<string, string>;
  shared: Record<string, string>;
}

/**
 * The keys a caption of `step` may have, most specific first; the later half, without a number, are the same
 * keys for any occurrence. Empty at step 0. `steps` are all stops of the run: numbers count along them.
 */
export function captionKeys(step: Step, steps: readonly Step[]): string[] {
  const keys = plainKeys(step);
  const counts = numbersOf(steps)[step.index] ?? [];
  return [...keys.map((key, i) => `${key} (${counts[i] ?? 1})`), ...keys];
}

/** The template of a step's caption and the key under which it was found, or null when there is none. */
export function findCaption(
  step: Step, steps: readonly Step[], story: StoryCaptions,
): { key: string; scope: 'start' | 'scenario' | 'shared'; template: string } | null {
  if (step.kind === 'start') return { key: 'start', scope: 'start', template: story.start };
  const keys = captionKeys(step, steps);
  for (const scope of ['scenario', 'shared'] as const) {
    const captions = scope === 'scenario' ? story.captions : story.shared;
    const key = keys.find((candidate) => Object.hasOwn(captions, candidate));
    if (key !== undefined) return { key, scope, template: captions[key]! };
  }
  return null;
}

/** The caption of a step as parts to draw or to read out, or null when the story has none for it. */
export function captionOf(
  step: Step, steps: readonly Step[], story: StoryCaptions, trace: Trace,
): CaptionPart[] | null {
  const found = findCaption(step, steps, story);
  return found && fill(found.template, step, trace);
}

const numbered = new WeakMap<readonly Step[], number[][]>();

function numbersOf(steps: readonly Step[]): number[][] {
  let numbers = numbered.get(steps);
  if (numbers === undefined) {
    const seen = new Map<string, number>();
    numbers = steps.map((step) => plainKeys(step).map((key) => {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count;
    }));
    numbered.set(steps, numbers);
  }
  return numbers;
}

function plainKeys({ event, kind }: Step): string[] {
  if (event === null) return [];
  const { type, to, payload } = event;
  const name = kind === 'wait' ? waitName(event) : event.name;
  const on = to ?? payload.to;
  const names = type === 'lost' || type === 'refused' ? [`${name} ${type}`, name] : [name];
  return names.flatMap((each) => [`${event.from} -> ${on} ${each}`, each]);
}

/** What a wait that ended without an answer is called: `time-out`, `refused` or `shopper leaves`. */
export function waitName({ name, payload }: Pick<StateEvent, 'name' | 'payload'>): string {
  if (name === 'refused') return 'refused';
  return payload.for === 'patience' ? 'shopper leaves' : 'time-out';
}
