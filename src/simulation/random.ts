/**
 * Randomness without a state: every draw is a hash of (seed, purpose, root, attempt), so that a
 * retry or a cancelled draw moves no other draw, and all techniques meet the same shoppers.
 */
import { exp, ln, normalQuantile } from './math.ts';
import type { Distribution, Micros } from './scenario.ts';

function scramble(word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

function stir(hash: number, word: number): number {
  const h = hash ^ scramble(word);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const purposes = new Map<string, number>();

/** The number that stands for a purpose, such as `service B` (FNV-1a of its name). */
export function purpose(name: string): number {
  let hash = purposes.get(name);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    purposes.set(name, hash);
  }
  return hash;
}

/**
 * A number in (0, 1), the same for the same arguments.
 * `root` is the checkout or the change it is drawn for, `attempt` tells repeated draws apart.
 */
export function uniform(seed: number, what: number, root: number, attempt: number): number {
  let high = stir(stir(stir(0x2545f491 ^ seed, what), root), attempt);
  let low = stir(stir(stir(0x7f4a7c15 ^ Math.floor(seed / 4294967296), attempt), root ^ seed), what);
  high = finish(stir(high, low));
  low = finish(stir(low, high));
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496;
}

/** The mean of a distribution, in microseconds. */
export const meanOf = (distribution: Distribution): Micros =>
  (distribution.distribution === 'uniform' ? (distribution.min + distribution.max) / 2 : distribution.mean);

/** The span that a distribution gives for a number u in (0, 1), in whole microseconds, never negative. */
export function quantile(distribution: Distribution, u: number): Micros {
  switch (distribution.distribution) {
    case 'constant':
      return distribution.mean;
    case 'exponential':
      return Math.round(-ln(u) * distribution.mean);
    case 'uniform':
      return Math.round(distribution.min + u * (distribution.max - distribution.min));
    case 'lognormal': {
      const variance = ln(1 + distribution.cv * distribution.cv);
      return Math.round(distribution.mean * exp(normalQuantile(u) * Math.sqrt(variance) - variance / 2));
    }
  }
}
