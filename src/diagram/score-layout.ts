/** Where things stand on the slider, as shares of the run: what a server can place without knowing a width. */
import type { Bar } from '../player/sequence.ts';
import type { Micros } from '../simulation/scenario.ts';

/** A share of the run as a place on the rail. */
export const percentOf = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;

/** A share of the width of a box that is a container: to be moved along it lays nothing out again. */
export const along = (share: number) => `${Math.round(share * 1e5) / 1e3}cqi`;

/** Where a rail's glyphs may be drawn without touching: everywhere, on a wide rail alone, or nowhere (a dot). */
export type Room = 'all' | 'wide' | 'none';

/** The least distance of two glyphs, as a share of a rail: about 900 px and about 260 px. */
const WIDE_GAP = 0.016;
const NARROW_GAP = 0.052;

/** Decides for each place in ascending order who is drawn as what. */
export function roomFor(places: readonly number[]): Room[] {
  let wide = Number.NEGATIVE_INFINITY;
  let narrow = Number.NEGATIVE_INFINITY;
  return places.map((at) => {
    if (at - wide < WIDE_GAP) return 'none';
    wide = at;
    if (at - narrow < NARROW_GAP) return 'wide';
    narrow = at;
    return 'all';
  });
}

export interface Tick {
  at: number;
  label: string;
  room: Room;
}

const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000].map((ms) => ms * 1000);

/** Round instants along the run, at most six of them; every other one has room on a narrow rail. */
export function ticksOf(end: Micros): Tick[] {
  if (end <= 0) return [];
  const step = steps.find((one) => end / one < 6) ?? steps.at(-1)!;
  const unit = step >= 1_000_000 ? 1_000_000 : 1000;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => ({
    at: (i * step) / end,
    label: i === 0 ? `0 ${unit === 1000 ? 'ms' : 's'}` : String((i * step) / unit),
    room: i % 2 === 0 ? 'all' : 'wide',
  }));
}

export interface WaitRow {
  who: string;
  bars: Bar[];
}

/** The waits of the followed shopper's run, one row for each who waits, in the order of their first. */
export function waitRows(waits: readonly Bar[], checkout: number): WaitRow[] {
  const rows = new Map<string, WaitRow>();
  for (const bar of waits) {
    if (bar.checkout !== null && bar.checkout !== checkout) continue;
    const row = rows.get(bar.who) ?? { who: bar.who, bars: [] };
    row.bars.push(bar);
    rows.set(bar.who, row);
  }
  return [...rows.values()];
}
