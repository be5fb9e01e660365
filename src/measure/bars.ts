/** A strip of checkouts as the paths of a small chart: a bar a second, what was answered above the line, what was lost below. */
import type { Measurement } from './measurement.ts';

export const chart = { width: 360, up: 36, down: 34 } as const;

export interface Bars {
  /** Answered within a second, at the right price. */
  answered: string;
  /** Answered after a second or more. */
  late: string;
  /** Answered at a wrong price. */
  wrong: string;
  lost: string;
  /** Where a mark says that a price was wrong. */
  marks: { x: number; y: number }[];
  /** When something goes wrong: left edge and width. */
  windows: { x: number; width: number }[];
}

const APART = 12;

/** The paths, in units of `chart`; the line is at y = 0. */
export function barsOf({ strip, duration, windows }: Pick<Measurement, 'strip' | 'duration' | 'windows'>): Bars {
  const seconds = Math.ceil(duration);
  const step = chart.width / seconds;
  const at = (counts: number[], second: number) => counts[second] ?? 0;
  const most = Math.max(1, ...Array.from({ length: seconds }, (_, second) => Math.max(at(strip.completed, second), at(strip.failed, second))));
  const scale = Math.min(chart.up, chart.down) / most;
  const bars: Bars = { answered: '', late: '', wrong: '', lost: '', marks: [], windows: [] };
  for (let second = 0; second < seconds; second += 1) {
    const x = round(second * step + step * 0.12);
    const wrong = at(strip.wrong, second) * scale;
    const late = at(strip.late, second) * scale;
    const answered = Math.max(0, at(strip.completed, second) * scale - wrong - late);
    const bar = (from: number, height: number) => (height === 0 ? '' : `M${x} ${round(-from)}v${round(-height)}h${round(step * 0.76)}v${round(height)}z`);
    bars.wrong += bar(0, wrong);
    bars.answered += bar(wrong, answered);
    bars.late += bar(wrong + answered, late);
    bars.lost += bar(0, -at(strip.failed, second) * scale);
    const middle = (second + 0.5) * step;
    const last = bars.marks.at(-1);
    if (wrong > 0 && (!last || middle - last.x >= APART)) bars.marks.push({ x: round(middle), y: round(-wrong - answered - late - 6) });
  }
  bars.windows = windows.map(([from, to]) => ({ x: round(from * step), width: round((Math.min(to, duration) - from) * step) }));
  return bars;
}

/** The same in a sentence. */
export function describeStrip({ strip, duration }: Pick<Measurement, 'strip' | 'duration'>): string {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const ended = sum(strip.completed) + sum(strip.failed);
  const failed = sum(strip.failed);
  const from = strip.failed.findIndex((count) => count > 0);
  const to = strip.failed.findLastIndex((count) => count > 0);
  const lost = failed === 0 ? 'none was lost' : `${failed} were lost, of those that began in seconds ${from} to ${to}`;
  const wrong = sum(strip.wrong);
  return `${ended} checkouts in ${Math.ceil(duration)} seconds: ${lost}${wrong === 0 ? '' : `, and ${wrong} paid a wrong price`}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
