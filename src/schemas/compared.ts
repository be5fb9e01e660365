import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { techniques } from './models.ts';
import { comparison } from './comparison.ts';
import { fields, listOf, mapOf, oneOf, words } from './fields.ts';
import { figureNames, type FigureName } from './figures.ts';
import { measuredScenarios } from './measurements.ts';
import { readYaml } from './yaml.ts';

const slugs = Object.keys(techniques) as [string, ...string[]];

/** What to see when all techniques run under one scenario: a line for each, sentences, and the claims behind them. */
export const compared = fields({
  scenario: oneOf(measuredScenarios as [string, ...string[]]),
  lines: mapOf(words('a line on the technique'), 'a line for each technique'),
  /** `{direct-api-call latency.p50}` stands for a measured figure. */
  sees: listOf(words('a sentence or two'), 'a list of sentences'),
  claims: listOf(fields({ technique: oneOf(slugs), metric: oneOf(figureNames as [FigureName, ...FigureName[]]), is: comparison }), 'a list of claims'),
});
export type Compared = z.output<typeof compared>;

/** The file content/comparison.yaml. */
export const comparedList = listOf(compared, 'a list of scenarios, each starting with "- scenario:"');

/** What the file says. @param root the folder that holds `content` */
export function readCompared(root: string): Compared[] {
  const where = 'content/comparison.yaml';
  return readYaml(comparedList, readFileSync(join(root, where), 'utf8'), where);
}
