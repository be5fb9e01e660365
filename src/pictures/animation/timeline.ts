/** From simulated time to the time of an animation. */
import { frame, type Frame } from '../../player/frame.ts';
import { SLOWDOWN } from '../../player/playback.ts';
import { indexOf } from '../../player/trace-index.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { Story } from '../story.ts';

/** Before the first message, at each wait that runs out, and at the end, in milliseconds. */
const LEAD_IN = 800;
const DWELL = 700;
const PAUSE = 3500;
/** The longest a run may take, without the pauses. */
const LONGEST = 17_000;

/** A stretch of the animation in which nothing but what moves changes. */
export interface Moment {
  /** Milliseconds from the start of the animation. */
  from: number;
  to: number;
  frame: Frame;
  /** The instant whose messages are under way. */
  t: Micros;
}

export class Timeline {
  readonly total: number;
  readonly #rate: number;
  readonly #stops: Micros[];
  readonly #story: Story;

  constructor(story: Story) {
    const { end } = story.trace;
    this.#story = story;
    this.#rate = Math.min(SLOWDOWN / 1000, LONGEST / end);
    this.#stops = [...new Set(story.steps.filter(({ kind }) => kind === 'wait').map(({ t }) => t))].toSorted((a, b) => a - b);
    this.total = Math.round(this.after(end) + PAUSE);
  }

  /** When an instant is reached, in milliseconds. */
  at(t: Micros): number {
    return LEAD_IN + t * this.#rate + this.#stops.filter((stop) => stop < t).length * DWELL;
  }

  /** When an instant is over: later than it is reached where the animation rests. */
  after(t: Micros): number {
    return this.at(t) + (this.#stops.includes(t) ? DWELL : 0);
  }

  /** The instant that is on show at a time. */
  instant(ms: number): Micros {
    const { end } = this.#story.trace;
    let rested = 0;
    for (const stop of this.#stops) {
      const reached = this.at(stop);
      if (ms <= reached) break;
      if (ms < reached + DWELL) return stop;
      rested += DWELL;
    }
    const t = (ms - LEAD_IN - rested) / this.#rate;
    return Math.max(0, t > end ? end + 1 : Math.round(t));
  }

  /** A time as a keyframe's percentage. */
  percent(ms: number): string {
    return `${Math.round((ms / this.total) * 10_000) / 100}%`;
  }

  /** The instants between two where the animation rests. */
  rests(from: Micros, to: Micros): Micros[] {
    return this.#stops.filter((t) => t > from && t < to);
  }

  /** The whole animation, moment by moment. */
  moments(): Moment[] {
    const { trace } = this.#story;
    const tick = tickOf(trace.end);
    const look = (t: Micros) => atTick(frame(trace, t), tick);
    const moments: Moment[] = [{ from: 0, to: LEAD_IN, frame: look(0), t: 0 }];
    const cuts = this.#cuts(tick);
    cuts.forEach((t, i) => {
      if (this.#stops.includes(t)) moments.push({ from: this.at(t), to: this.after(t), frame: look(t), t });
      const next = cuts[i + 1];
      if (next === undefined) return;
      const middle = (t + next) / 2;
      moments.push({ from: this.after(t), to: this.at(next), frame: look(middle), t: middle });
    });
    moments.push({ from: this.after(trace.end), to: this.total, frame: look(trace.end + 1), t: trace.end + 1 });
    return moments;
  }

  #cuts(tick: Micros): Micros[] {
    const { trace } = this.#story;
    const { waits, messages } = indexOf(trace);
    const turning = waits.flatMap(({ start, until }) => (until === null ? [] : [until - Math.floor((until - start.t) / 4)]));
    const gone = [...messages.values()].flatMap(({ sent, hop, stop, gone: last }) => [sent.t + hop * stop, last]);
    const ticks = Array.from({ length: Math.floor(trace.end / tick) }, (_, i) => i * tick);
    const all = [0, trace.end, ...trace.events.map(({ t }) => t), ...turning, ...gone, ...ticks];
    return [...new Set(all.map(Math.round))].filter((t) => t >= 0 && t <= trace.end).toSorted((a, b) => a - b);
  }
}

/** Figures that run on are written anew about this often, in microseconds. */
const tickOf = (end: Micros): Micros => Math.max(50_000, Math.ceil(end / 24 / 50_000) * 50_000);

/** A frame whose clocks show the last tick; whether a wait is about to run out stays as it is. */
function atTick(now: Frame, tick: Micros): Frame {
  const t = Math.floor(now.t / tick) * tick;
  const waits = now.waits.map((wait) => {
    if (wait.until === null || wait.left === null || wait.ended !== null) return wait;
    const whole = wait.until - wait.since;
    const left = Math.min(1, (wait.until - Math.max(t, wait.since)) / whole);
    return { ...wait, left: wait.left < 0.25 ? Math.min(left, 0.24) : Math.max(left, 0.25) };
  });
  const waited = now.shopper.screen === 'waiting' ? Math.floor(now.shopper.waited / tick) * tick : now.shopper.waited;
  return { ...now, t: Math.max(0, t), waits, shopper: { ...now.shopper, waited } };
}
