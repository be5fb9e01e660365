import { z } from 'astro/zod';
import { comparison, holds } from './comparison.ts';
import { fields, listOf, oneOf, reading, words } from './fields.ts';
import { figureNames, unitOf, type FigureName } from './figures.ts';
import { sets } from './measurements.ts';

/** The criteria by which techniques are compared, in the order in which they are shown. */
export const criterionNames = ['performance', 'scalability', 'isolation', 'complexity', 'freshness', 'operability'] as const;
export type CriterionName = (typeof criterionNames)[number];

const keys = reading<string[]>((input) => {
  const list = Array.isArray(input) ? input : [input];
  return list.length > 0 && list.every((key) => typeof key === 'string' && key !== '')
    ? { value: list as string[] } : { expected: 'a key of content/sources.yaml, or a list of them' };
});

/** The measurement behind a claim: a figure of a run, what is said of it, and a change of the world that makes it false. */
const measured = fields({
  scenario: words('the name of a scenario, or of a run in content/measurements.yaml'),
  metric: oneOf(figureNames as [FigureName, ...FigureName[]]),
  is: comparison,
  falseWhen: sets.refine((changes) => changes.length > 0, { error: 'expected a change that makes the claim false, such as [policies.retries=0], but found an empty list' }),
}).superRefine(({ metric, is }, context) => {
  try {
    holds(is, 0, unitOf(metric), 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', path: ['is'], message: error.message });
  }
});
export type MeasuredBy = z.output<typeof measured>;

/** A statement with what it stands on: sources, a measurement, or both. `{value}` stands for the measured figure, `{other}` for the one it is compared with. */
export const claim = fields({
  claim: words('a sentence'),
  source: keys.optional(),
  measured: measured.optional(),
}).refine(({ source, measured: run }) => source !== undefined || run !== undefined, {
  error: 'expected a source or a measurement that backs the claim, but it has neither: add source: with a key of content/sources.yaml',
});
export type Claim = z.output<typeof claim>;

const claims = listOf(claim, 'a list of claims, such as - { claim: ..., source: AZ-ARR }').default([]);

const criterion = fields({
  verdict: oneOf(['Strong', 'Fair', 'Weak']),
  because: words('the reason for the verdict, in one line'),
  pros: claims,
  cons: claims,
  depends: claims,
});

/** The file trade-offs.yaml of a technique: every criterion, in order. */
export const tradeOffs = fields({
  criteria: z.unknown().superRefine((input, context) => {
    if (typeof input !== 'object' || input === null) return;
    const order = criterionNames.filter((name) => name in input);
    const found = Object.keys(input).filter((name) => order.includes(name as CriterionName));
    const wrong = order.find((name, index) => found[index] !== name);
    if (wrong !== undefined) {
      context.addIssue({ code: 'custom', path: [wrong], message: `expected the criteria in the order ${criterionNames.join(', ')}, but found ${found.join(', ')}` });
    }
  }).pipe(fields(Object.fromEntries(criterionNames.map((name) => [name, criterion])) as Record<CriterionName, typeof criterion>)),
});
export type TradeOffs = z.output<typeof tradeOffs>;
