/**
 * What theory says. Rates are per second or whatever unit the caller keeps to; times are in the
 * inverse unit. lambda = arrivals, mu = services of one worker, c = workers, rho = lambda / (c mu).
 *
 * Sources: L. Kleinrock, Queueing Systems 1 (1975), for the queues; D. Gross et al., Fundamentals of
 * Queueing Theory (2008), for the tails; the rest is derived where it stands.
 */

/** Mean time in an M/M/1 queue and its service: 1 / (mu - lambda). Kleinrock 3.2. */
export const mm1Time = (lambda: number, mu: number): number => 1 / (mu - lambda);

/** The p-quantile of that time, which is exponential: -ln(1 - p) / (mu - lambda). Kleinrock 5.6. */
export const mm1Quantile = (lambda: number, mu: number, p: number): number => -Math.log(1 - p) / (mu - lambda);

/** The share of customers in M/M/1 who take longer than a span: e^(-(mu - lambda) span). */
export const mm1Later = (lambda: number, mu: number, span: number): number => Math.exp(-(mu - lambda) * span);

/** Mean number waiting in M/M/1: rho^2 / (1 - rho). Kleinrock 3.2. */
export const mm1Waiting = (lambda: number, mu: number): number => (lambda / mu) ** 2 / (1 - lambda / mu);

/** Erlang's C: the share of customers in M/M/c who have to wait. Kleinrock 3.5. */
export function erlangC(lambda: number, mu: number, c: number): number {
  const a = lambda / mu;
  const rho = a / c;
  let term = 1;
  let sum = 0;
  for (let k = 0; k < c; k += 1) {
    sum += term;
    term *= a / (k + 1);
  }
  const waiting = term / (1 - rho);
  return waiting / (sum + waiting);
}

/** Mean wait in M/M/c: C / (c mu - lambda). */
export const mmcWait = (lambda: number, mu: number, c: number): number => erlangC(lambda, mu, c) / (c * mu - lambda);

/** The share of customers in M/M/c whose wait and service together take longer than a span. Gross 2.3; needs c mu - lambda != mu. */
export function mmcLater(lambda: number, mu: number, c: number, span: number): number {
  const theta = c * mu - lambda;
  const served = Math.exp(-mu * span);
  return served + (erlangC(lambda, mu, c) * mu * (served - Math.exp(-theta * span))) / (theta - mu);
}

/** The p-quantile of wait and service together in M/M/c, by bisection of its tail. */
export function mmcQuantile(lambda: number, mu: number, c: number, p: number): number {
  let low = 0;
  let high = 1 / mu;
  while (mmcLater(lambda, mu, c, high) > 1 - p) high *= 2;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (mmcLater(lambda, mu, c, middle) > 1 - p) low = middle;
    else high = middle;
  }
  return high;
}

/** Mean wait in M/D/1: rho / (2 mu (1 - rho)), by Pollaczek and Khinchine. Kleinrock 5.5. */
export const md1Wait = (lambda: number, mu: number): number => lambda / mu / (2 * mu * (1 - lambda / mu));

/** The share turned away from M/M/c/K, K = workers and waiting places together, by the recursion of birth and death. Kleinrock 3.6. */
export function mmckBlocked(lambda: number, mu: number, c: number, k: number): number {
  let weight = 1;
  let sum = 1;
  for (let n = 1; n <= k; n += 1) {
    weight *= lambda / (mu * Math.min(n, c));
    sum += weight;
  }
  return weight / sum;
}

/**
 * Mean number of polls until a job is found done: first poll after an interval, every interval from
 * then on, the job's time exponential. Poll n is needed when the job takes longer than n - 1
 * intervals, so the sum of e^(-n interval / mean).
 */
export const polls = (interval: number, mean: number): number => 1 / (1 - Math.exp(-interval / mean));

/** Mean time that a finished job waits for the poll that finds it. */
export const overshoot = (interval: number, mean: number): number => interval * polls(interval, mean) - mean;

/** Availability of a run in which everybody who comes during an outage fails: 1 - outage / length. */
export const failFast = (outage: number, length: number): number => 1 - outage / length;

/**
 * How many fail in an outage when each tries again R times, after waits uniform between 0 and
 * backoff, 2 backoff, 4 backoff ...: who comes less than the sum of the waits before the end gets
 * through, so rate (outage - backoff (2^R - 1) / 2).
 */
export const lostDespiteRetries = (rate: number, outage: number, backoff: number, retries: number): number =>
  rate * (outage - (backoff * (2 ** retries - 1)) / 2);

/** Mean attempts of a call when each fails with probability p and R retries follow: (1 - p^(R+1)) / (1 - p). */
export const attempts = (p: number, retries: number): number => (1 - p ** (retries + 1)) / (1 - p);

/**
 * For how long arriving customers fail when a queue's server is out and they wait for it: who comes
 * s into the outage waits outage - s (1 - rho), and fails while that exceeds their patience.
 */
export const failingSpan = (outage: number, patience: number, rho: number): number => (outage - patience) / (1 - rho);

/** Mean number waiting over a window, where a backlog builds up at one rate for a span and drains at another: the area of a triangle. */
export function triangle(rise: number, span: number, fall: number, window: number): number {
  const peak = rise * span;
  return (peak * (span + peak / fall)) / 2 / window;
}

/** Share of reads that a cache with a time to live answers, for a product read at a rate: a miss, then rate * ttl hits. */
export const ttlHit = (rate: number, ttl: number): number => (rate * ttl) / (1 + rate * ttl);

/**
 * Share of reads that are answered with a price that has changed since it was fetched: of a cycle's
 * 1 + rate ttl reads, the hit at age t is wrong with probability 1 - e^(-changes t).
 */
export const ttlWrong = (rate: number, ttl: number, changes: number): number =>
  (rate * (ttl - (1 - Math.exp(-changes * ttl)) / changes)) / (1 + rate * ttl);

/** The weights of products by rank under Zipf's law, adding up to 1. */
export function zipf(products: number, exponent: number): number[] {
  const weights = Array.from({ length: products }, (_, i) => (i + 1) ** -exponent);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Share of reads answered by a cache with a time to live, over products of different weight. */
export const ttlHitOver = (weights: readonly number[], rate: number, ttl: number): number =>
  weights.reduce((sum, weight) => sum + weight * ttlHit(rate * weight, ttl), 0);

/** How many different products an empty cache has asked for after a span: the sum of 1 - e^(-rate span). */
export const coldMisses = (weights: readonly number[], rate: number, span: number): number =>
  weights.reduce((sum, weight) => sum + 1 - Math.exp(-rate * weight * span), 0);

/** Probability that a price has changed in the time between the read of the truth and the order. */
export const changedSince = (changes: number, age: number): number => 1 - Math.exp(-changes * age);

/** The same where a relay looks every interval, so that the age is evenly spread between `age` and `age + interval`. */
export const changedSinceLook = (changes: number, age: number, interval: number): number =>
  1 - (Math.exp(-changes * age) * (1 - Math.exp(-changes * interval))) / (changes * interval);
