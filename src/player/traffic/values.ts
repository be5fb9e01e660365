/** The value of a slider or a field as an address has it: `400ms`, `12`, `none`. Spans are milliseconds. */
import { isNone, sayValue, type Knob } from './knobs.ts';

/** Reads a value. Null when it is none, or out of range. */
export function readValue(knob: Knob, text: string): number | null {
  if (text === 'none') return knob.none ? knob.max : null;
  const value = knob.unit === 'ms' ? readSpan(text) : /^\d{1,6}$/.test(text) ? Number(text) : null;
  const fits = value !== null && value >= knob.min && value <= knob.max && (value - knob.min) % knob.step === 0;
  return fits && !isNone(knob, value) ? value : null;
}

export function writeValue(knob: Knob, value: number): string {
  if (isNone(knob, value)) return 'none';
  return knob.unit === 'ms' ? writeSpan(value) : String(value);
}

/** Reads `400ms` or `2.5s`, in milliseconds; null for anything else. */
export function readSpan(text: string): number | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)$/.exec(text);
  return match && Math.round(Number(match[1]) * (match[2] === 's' ? 1000 : 1));
}

export const writeSpan = (ms: number): string => (ms >= 1000 ? `${ms / 1000}s` : `${ms}ms`);

/** What a value can be, in words: "100 ms to 1.2 s, in steps of 50 ms". */
export function range(knob: Knob): string {
  const last = knob.none ? `${sayValue(knob, knob.max - knob.step)}, or none` : sayValue(knob, knob.max);
  return `${sayValue(knob, knob.min)} to ${last}${knob.step > 1 && knob.unit === 'ms' ? `, in steps of ${sayValue(knob, knob.step)}` : ''}`;
}
