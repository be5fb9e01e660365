import type { Distribution } from '../simulation/scenario.ts';
import { expected, fields, number, oneOf, reading } from './fields.ts';
import { duration, readDuration, writeDuration } from './duration.ts';
import { fail, unknownName } from './errors.ts';

const distributionNames = ['constant', 'exponential', 'uniform', 'lognormal'] as const;

const parametersOf = {
  constant: ['mean'], exponential: ['mean'], uniform: ['min', 'max'], lognormal: ['mean', 'cv'],
} as const;

const map = fields({
  distribution: oneOf(distributionNames).optional(),
  mean: duration.optional(),
  min: duration.optional(),
  max: duration.optional(),
  cv: number('a coefficient of variation from 0 to 100', 0, 100).optional(),
});

/** What a file says of a distribution: all of it, or the parameters it changes. */
export type DistributionLayer = NonNullable<ReturnType<typeof map.parse>>;

const bare = reading<DistributionLayer>((input) => {
  const read = readDuration(input);
  return 'value' in read
    ? { value: { distribution: 'constant', mean: read.value } }
    : { ...read, expected: 'a duration with its unit, such as 10ms, or a map with distribution and mean' };
});

/** A random span of time: `10ms` (constant), or `{ distribution: exponential, mean: 10ms }`. */
export const distribution = reading((input) => ({ value: input })).transform((input, context): DistributionLayer => {
  const read = (typeof input === 'object' && input !== null ? map : bare).safeParse(input);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
  return {};
});

/** One layer over another: a change of kind drops the parameters that only the former kind had. */
export function overlayDistribution(under: DistributionLayer, over: DistributionLayer): DistributionLayer {
  const merged = { ...under, ...over };
  if (over.distribution === undefined || over.distribution === under.distribution) return merged;
  const kept: readonly string[] = ['distribution', ...parametersOf[over.distribution], ...Object.keys(over)];
  return Object.fromEntries(Object.entries(merged).filter(([key]) => kept.includes(key)));
}

/** Checks that a merged distribution has the parameters of its kind and no other; throws a `ContentError`. */
export function completeDistribution(layer: DistributionLayer, where: string, path: readonly string[]): Distribution {
  const kind = layer.distribution ?? 'constant';
  const parameters: readonly string[] = ['distribution', ...parametersOf[kind]];
  for (const key of Object.keys(layer)) {
    if (!parameters.includes(key)) fail(where, path, unknownName(key, parameters));
  }
  const take = (key: 'mean' | 'min' | 'max' | 'cv'): number => layer[key]
    ?? fail(where, [...path, key], expected(`the ${key} of the ${kind} distribution`, undefined));
  switch (kind) {
    case 'uniform': {
      const [min, max] = [take('min'), take('max')];
      if (min > max) fail(where, path, `expected min to be at most max, but found ${writeDuration(min)} and ${writeDuration(max)}`);
      return { distribution: kind, min, max };
    }
    case 'lognormal': return { distribution: kind, mean: take('mean'), cv: take('cv') };
    default: return { distribution: kind, mean: take('mean') };
  }
}

/** In file notation, always with the kind. */
export function writeDistribution(value: Distribution): Record<string, string | number> {
  const { distribution: kind } = value;
  switch (kind) {
    case 'uniform': return { distribution: kind, min: writeDuration(value.min), max: writeDuration(value.max) };
    case 'lognormal': return { distribution: kind, mean: writeDuration(value.mean), cv: value.cv };
    default: return { distribution: kind, mean: writeDuration(value.mean) };
  }
}
