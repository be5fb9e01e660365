/** Runs as tables: what happened, and what it comes to. The header names each column's unit. */
import type { Metrics } from '../simulation/metrics.ts';
import type { Trace } from '../simulation/trace.ts';
import { csv } from './csv.ts';

const units: [RegExp, unit: string][] = [
  [/^(latency|staleness)\.|^failingSpan$|\.meanWait$/, 'ms'],
  [/^(availability|correct|wrongPrice\.rate)$|\.utilisation$/, 'share of 1'],
];

/** A figure of the metrics with its unit, `latency.p50 [ms]`; a count has none. */
export function withUnit(path: string): string {
  const unit = units.find(([paths]) => paths.test(path))?.[1];
  return unit === undefined ? path : `${path} [${unit}]`;
}

/** Every event of a run, one a row. The payload is JSON. */
export function traceCsv({ events }: Trace): string {
  const header = ['t [µs]', 'seq', 'type', 'id', 'checkout', 'from', 'to', 'kind', 'name', 'payload'];
  return csv(header, events.map(({ t, seq, type, id, checkout, from, to, kind, name, payload }) => (
    [t, seq, type, id, checkout, from, to, kind, name, JSON.stringify(payload)])));
}

/** Runs one a row, every figure a column; empty where it does not apply. */
export function metricsCsv(all: readonly Metrics[]): string {
  const flat = all.map((metrics) => new Map(leaves({ ...metrics, scenario: metrics.scenario.name })));
  const paths = [...new Set(flat.flatMap((figures) => [...figures.keys()]))];
  return csv(paths.map(withUnit), flat.map((figures) => paths.map((path) => figures.get(path) ?? null)));
}

function leaves(value: unknown, path = ''): [path: string, value: string | number | null][] {
  if (typeof value !== 'object' || value === null) return [[path, value as string | number | null]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
