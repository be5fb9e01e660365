/** Collects the keyframes of an animation; equal ones are kept once. */
import type { Timeline } from './timeline.ts';

/** A span of the animation, in milliseconds. */
export type Span = [from: number, to: number];

export class Keyframes {
  readonly #names = new Map<string, string>();
  readonly #timeline: Timeline;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The name of keyframes at times in milliseconds, with what each says. */
  at(frames: readonly [ms: number, css: string][]): string {
    const { total } = this.#timeline;
    const all: [number, string][] = [...frames];
    if (all[0]![0] > 0) all.unshift([0, all[0]![1]]);
    if (all.at(-1)![0] < total) all.push([total, all.at(-1)![1]]);
    return this.within(all);
  }

  /** The same for what is not seen before the first of them and after the last. */
  within(frames: readonly [ms: number, css: string][]): string {
    return this.#named(frames.map(([ms, css]) => `${this.#place(ms)}{${css}}`).join(''));
  }

  /** The name of keyframes, to be stepped through, that show something in some spans and at no other time; `hidden`: as it is without them. */
  shown(spans: readonly Span[], hidden: boolean): string {
    const frames: [number, string][] = [];
    for (const [from, to] of joined(spans)) frames.push([from, 'opacity:1'], [to, 'opacity:0']);
    if (frames[0]![0] > 0 && !hidden) frames.unshift([0, 'opacity:0']);
    return this.within(frames);
  }

  get css(): string {
    return [...this.#names].map(([body, name]) => `@keyframes ${name}{${body}}`).join('');
  }

  #place(ms: number): string {
    return ms <= 0 ? '0%' : ms >= this.#timeline.total ? 'to' : this.#timeline.percent(ms);
  }

  #named(body: string): string {
    const name = this.#names.get(body) ?? `k${this.#names.size.toString(36)}`;
    this.#names.set(body, name);
    return name;
  }
}

/** Spans with those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, to] of spans) {
    const last = all.at(-1);
    if (last && from - last[1] < 1) last[1] = to;
    else all.push([from, to]);
  }
  return all;
}
