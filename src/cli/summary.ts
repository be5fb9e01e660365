import type { Metrics, ParticipantMetrics } from '../simulation/metrics.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { captionKeys } from '../player/captions.ts';
import { steps as stepsOf } from '../player/steps.ts';
import { writeDuration } from '../schemas/duration.ts';

/** The steps of a story for people: when, from whom to whom, and what. */
export function stepList(trace: Trace): string {
  const stops = stepsOf(trace);
  const rows = stops.flatMap(({ index, t, kind, event }) => {
    if (event === null) return [];
    const [own] = captionKeys(stops[index]!, stops).slice(-1);
    const fate = kind === 'message' && event.type !== 'deliver' ? ` (${event.type === 'send' ? 'still on its way' : event.type})` : '';
    return [[String(index), ms(t / 1000), `${event.from} -> ${event.to ?? event.payload['to']}`, `${own}${fate}`]];
  });
  return `\n${aligned([['step', 'at', 'between', 'what'], ...rows], [1]).join('\n')}\n`;
}

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
  const rows = Object.entries(participants).map(([id, metrics]) => [id, ...columns.map(([, cell]) => cell(metrics))]);
  return aligned([['', ...columns.map(([name]) => name)], ...rows], columns.map((_, index) => index + 1));
}

/** Rows as lines of columns two spaces apart. @param right the columns that line up on the right */
function aligned(rows: readonly string[][], right: readonly number[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) => cells
    .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd());
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
