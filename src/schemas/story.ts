import type { z } from 'astro/zod';
import { captionFields } from '../player/caption-parts.ts';
import { expected, fields, mapOf, reading, words } from './fields.ts';
import { unknownName } from './errors.ts';
import { predictions } from './predictions.ts';
import { scenarioLayer } from './scenario.ts';

const caption = reading<string>((input) => typeof input === 'string' && input.trim() !== ''
  ? { value: input.trim() } : { expected: 'what the step says' }).superRefine((text, context) => {
  for (const [, field] of text.matchAll(/\{([^}]*)\}/g)) {
    if ((captionFields as readonly (string | undefined)[]).includes(field)) continue;
    context.addIssue({ code: 'custom', message: unknownName(field, captionFields, 'in braces one of') });
  }
});

const captions = mapOf(caption, 'a map from the name of a message to what its step says');

const storyScenario = fields({
  title: words('a title').optional(),
  story: scenarioLayer.optional(),
  start: caption,
  captions: captions.default({}),
});

/** The file story.yaml of a technique: the choices of its figure, and what each step says. */
export const story = fields({
  title: words('the title of the figure'),
  captions: captions.default({}),
  scenarios: mapOf(storyScenario, 'a map from the name of a scenario to its story').refine(
    (scenarios) => Object.keys(scenarios)[0] === 'normal',
    { error: (issue) => expected('normal as the first scenario', Object.keys(issue.input as object)[0]) },
  ),
  predictions,
});
export type Story = z.output<typeof story>;
