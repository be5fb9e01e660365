/** A run that is to be drawn, with its stops and what is said at each. */
import type { Drawings } from '../diagram/layout/types.ts';
import type { FigureScenario } from '../diagram/types.ts';
import { told } from '../diagram/words.ts';
import { money } from '../player/format.ts';
import { frame } from '../player/frame.ts';
import { steps as stepsOf, type Step } from '../player/steps.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import type { Trace } from '../simulation/trace.ts';

export interface Story {
  technique: Technique;
  /** The technique as it is drawn. */
  drawings: Drawings;
  /** The technique's name. */
  name: string;
  scenario: FigureScenario;
  trace: Trace;
  steps: Step[];
}

/** Runs a scenario of a technique. `name` is what the technique is called in a title. */
export function storyOf(technique: Technique, drawings: Drawings, name: string, scenario: FigureScenario): Story {
  const trace = simulate(technique, scenario.scenario);
  return { technique, drawings, name, scenario, trace, steps: stepsOf(trace) };
}

/** What is said at a step, as one line of text. */
export function captionAt({ steps, scenario, trace }: Story, step: Step): string {
  const parts = told(step, steps, scenario, trace);
  return parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'badge' ? part.who : money(part.cents))).join('');
}

/** The step that shows the shopper what became of it. */
export function outcomeStep({ trace, steps }: Story): Step {
  const screens = steps.map(({ t }) => frame(trace, t).shopper.screen);
  return steps[screens.indexOf(screens.at(-1)!)]!;
}

/** Whether the shopper of a run ends with an order at the right price. */
export const endsWell = ({ trace }: Story): boolean => frame(trace, trace.end).shopper.screen === 'confirmed';

/** The step that says most: where all goes well, the one that brings A the price; else the outcome. */
export function tellingStep(story: Story): Step {
  const outcome = outcomeStep(story);
  if (!endsWell(story)) return outcome;
  const { checkout } = frame(story.trace, story.trace.end).shopper;
  const priced = story.steps.filter(({ event, index }) => index <= outcome.index && event?.type === 'deliver'
    && 'cents' in event.payload && event.to !== 'shopper' && event.checkout === checkout);
  return priced.findLast(({ event }) => event!.to === 'A') ?? priced[0] ?? outcome;
}
