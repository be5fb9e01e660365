import type { Micros } from '../simulation/scenario.ts';
import type { Payload, Price } from '../simulation/trace.ts';

/** Euro cents as a reader reads them: 1250 is "12.50". */
export function money(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
}

/** A span of time as a reader reads it: "0.25 ms", "240 ms", "1.2 s". */
export function duration(micros: Micros): string {
  const ms = micros / 1000;
  if (Math.round(ms) >= 1000) return `${trimmed(ms / 1000, 1)} s`;
  if (ms >= 10 || Number.isInteger(ms)) return `${Math.round(ms)} ms`;
  return `${trimmed(ms, 2)} ms`;
}

/** The price a message carries in its payload, or null. */
export function priceOf(payload: Payload): Price | null {
  const { sku, cents, version } = payload;
  if (typeof cents !== 'number' || typeof version !== 'number') return null;
  return { sku: typeof sku === 'string' ? sku : '', cents, version };
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
