import { breakages } from '../player/traffic/faults.ts';
import type { Prediction } from '../player/traffic/predict.ts';
import { holds, readComparison, type Comparison } from './comparison.ts';
import { unknownName } from './errors.ts';
import { expected, fields, listOf, mapOf, oneOf, reading, words } from './fields.ts';
import { figureNames, unitOf, type FigureName, type Unit } from './figures.ts';

/** A comparison with bounds alone: an answer is judged in the browser, from the one run at hand. */
const bounds = reading<Comparison>((input) => {
  const read = readComparison(input);
  if ('value' in read && read.value.kind !== 'run') return read;
  return { expected: 'a comparison with figures, such as ">= 99%", "< 250 ms" or "between 60% and 90%"' };
});

const answer = fields({
  says: words('an answer, as a sentence'),
  is: bounds,
  because: words('the reason, in a sentence or two').optional(),
});

const prediction = fields({
  asks: words('a question'),
  metric: oneOf(figureNames as [FigureName, ...FigureName[]]),
  answers: listOf(answer, 'a list of answers, each starting with "- says:"'),
}).superRefine(({ metric, answers }, context) => {
  const say = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (answers.length < 3 || answers.length > 4) say(['answers'], `expected three or four answers, but found ${answers.length}`);
  const reasons = answers.filter(({ because }) => because !== undefined).length;
  if (reasons !== 1) say(['answers'], `expected because: on the one answer that is right, but found it on ${reasons}`);
  answers.forEach(({ is }, index) => {
    try {
      holds(is, 0, unitOf(metric), 0);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say(['answers', index, 'is'], error.message);
    }
  });
}).transform(({ asks, metric, answers }): Prediction => ({
  asks,
  metric,
  answers: answers.map(({ says, is, because }) => ({ says, ...limits(is, unitOf(metric)), because: because ?? null })),
}));

/** What readers may guess of the traffic, by the name of what breaks. */
export const predictions = mapOf(prediction, 'a map from what goes wrong to a question').superRefine((all, context) => {
  const names = Object.keys(breakages);
  for (const name of Object.keys(all)) {
    if (!names.includes(name)) context.addIssue({ code: 'custom', path: [name], message: unknownName(name, names, 'what goes wrong in the traffic') });
  }
}).default({});

type Limits = Pick<Prediction['answers'][number], 'least' | 'most' | 'open'>;

function limits(is: Comparison, unit: Unit): Limits {
  if (is.kind === 'run') throw new TypeError(expected('bounds', 'a run'));
  const bound = ({ number, unit: written }: { number: number; unit: string }) =>
    (written === '%' ? number / 100 : written === 's' && unit === 'ms' ? number * 1000 : number);
  if (is.kind === 'between') return { least: bound(is.least), most: bound(is.most), open: false };
  const open = is.operator === '<' || is.operator === '>';
  const at = bound(is.bound);
  return is.operator.startsWith('>') ? { least: at, most: null, open } : { least: null, most: at, open };
}
