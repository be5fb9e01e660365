import type { Metrics, ParticipantMetrics } from '../simulation/metrics.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { writeDuration } from '../schemas/duration.ts';

/** The metrics of a run for people, with what made no difference to it. */
export function summary(metrics: Metrics, scenario: Scenario, story: boolean, notes: readonly string[]): string {
  const { checkouts, latency, wrongPrice, staleness, messages } = metrics;
  const failures = Object.entries(checkouts.failures).filter(([, count]) => count > 0);
  const lines = [
    `${metrics.technique}, ${scenario.name}${story ? ' (story)' : ''}, ${scenario.parameters} parameters, ${writeDuration(scenario.duration)}, seed ${scenario.seed}`,
    '',
    row('checkouts', `${checkouts.attempted} attempted, ${checkouts.completed} completed, ${checkouts.failed} failed, ${checkouts.pending} pending`),
    ...(failures.length > 0 ? [row('failures', failures.map(([reason, count]) => `${count} ${reason}`).join(', '))] : []),
    row('availability', percent(metrics.availability)),
    row('correct', percent(metrics.correct)),
    row('latency', `mean ${ms(latency.mean)}, p50 ${ms(latency.p50)}, p95 ${ms(latency.p95)}, p99 ${ms(latency.p99)}, max ${ms(latency.max)}`),
    row('wrong price', `${wrongPrice.count} (${percent(wrongPrice.rate)} of the completed)`),
    row('staleness', staleness.mean === null && staleness.max === null ? 'does not apply'
      : `mean ${ms(staleness.mean)}, p99 ${ms(staleness.p99)}, max ${ms(staleness.max)}`),
    row('messages', `${number(messages.perCheckout)} a checkout, ${messages.background} in the background`),
    row('', Object.entries(messages.byKind).map(([kind, count]) => `${count} ${kind}`).join(', ')),
    row('failing span', `${number(metrics.failingSpan)} ms`),
    '',
    ...table(metrics.participants),
    ...notes.map((note, index) => `${index === 0 ? '\n' : ''}note: ${note}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const columns: [string, (metrics: ParticipantMetrics) => string][] = [
  ['arrivals', ({ arrivals }) => String(arrivals)],
  ['served', ({ served }) => String(served)],
  ['rejected', ({ rejected }) => String(rejected)],
  ['utilisation', ({ utilisation }) => percent(utilisation)],
  ['mean wait', ({ meanWait }) => ms(meanWait)],
  ['mean queue', ({ meanQueue }) => number(meanQueue)],
  ['max queue', ({ maxQueue }) => String(maxQueue)],
  ['wasted', ({ wasted }) => String(wasted)],
];

function table(participants: Metrics['participants']): string[] {
  const rows = [['', ...columns.map(([name]) => name)]];
  for (const [id, metrics] of Object.entries(participants)) rows.push([id, ...columns.map(([, cell]) => cell(metrics))]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) => cells
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]! + 2))).join(''));
}

function row(name: string, value: string): string {
  return `${name.padEnd(14)}${value}`;
}

function number(value: number | null): string {
  return value === null ? '-' : String(Number(value.toFixed(2)));
}

function ms(value: number | null): string {
  return value === null ? '-' : `${number(value)} ms`;
}

function percent(value: number | null): string {
  return value === null ? '-' : `${(100 * value).toFixed(2)} %`;
}
