import { quantile, uniform } from '../../src/simulation/random.ts';

/** The workload that every M/M/1 queue here meets, 80 % of what the server can do: exponential spans in microseconds. */
export const gap = (index: number) => span(1, index, 1250);
export const service = (index: number) => span(2, index, 1000);

function span(what: number, index: number, mean: number): number {
  return quantile({ distribution: 'exponential', mean }, uniform(1, what, index, 0));
}
