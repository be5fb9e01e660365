/** Where a reader is in a run, and how they move through it. No timers: the caller drives `tick`. */
import type { Micros } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { indexOf } from './trace-index.ts';
import { stepAt, steps as stepsOf, type Step } from './steps.ts';

export const speeds = [0.25, 0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number] | 4;

/** At speed 1 a run plays this many times slower than simulated time. */
export const SLOWDOWN = 20;
/** Under reduced motion Play rests this long on each step, in milliseconds at speed 1. */
export const REST_MS = 2500;
/** Going to the next step leaves out all but this much of what comes before its message is sent, in milliseconds at speed 1. */
export const LEAD_IN_MS = 200;
/** Going to the next step takes at most this long, in milliseconds at speed 1. */
export const LONGEST_ADVANCE_MS = 3000;

/** What changes seldom: a new object only when one of its fields has changed. */
export interface PlaybackState {
  trace: Trace;
  steps: readonly Step[];
  /** The step whose caption is shown: while going to a step, that one; in play, the last one reached. */
  step: number;
  playing: boolean;
  /** On the way to `step` without playing on. */
  advancing: boolean;
  speed: Speed;
  reducedMotion: boolean;
}

export interface PlaybackOptions {
  steps?: readonly Step[];
  speed?: Speed;
  reducedMotion?: boolean;
  /** How many times slower than simulated time speed 1 is. */
  slowdown?: number;
}

export class Playback {
  #state: PlaybackState;
  #t: Micros;
  #rested = 0;
  /** Simulated microseconds a millisecond, while advancing. */
  #pace = 0;
  readonly #slowdown: number;
  readonly #listeners = new Set<() => void>();

  constructor(trace: Trace, { steps = stepsOf(trace), speed = 1, reducedMotion = false, slowdown = SLOWDOWN }: PlaybackOptions = {}) {
    this.#slowdown = slowdown;
    this.#state = { trace, steps, step: 0, playing: false, advancing: false, speed, reducedMotion };
    this.#t = steps[0]!.t;
  }

  /** The instant on show, in microseconds, whole or not. */
  get t(): Micros {
    return this.#t;
  }

  /** All but `t`; the same object until something in it changes, so that React can compare it. */
  get state(): PlaybackState {
    return this.#state;
  }

  /** Whether `tick` would change anything. */
  get moving(): boolean {
    return this.#state.playing || this.#state.advancing;
  }

  /** Calls `listener` after every change, of `t` too; returns what stops that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Plays on from here; from the start when the run is over. */
  play(): void {
    if (this.#t >= this.#end && this.#state.step === this.#last) this.#go(0);
    this.#rested = 0;
    this.#set({ playing: true, advancing: false });
  }

  pause(): void {
    this.#set({ playing: false, advancing: false });
  }

  /** Moves on to the next step and stops there. Pressed on the way, it goes to the step after at once. */
  next(): void {
    this.advanceTo(this.#state.step + 1);
  }

  /** Back to the step before, without a move. */
  previous(): void {
    this.seekStep(this.#state.step - 1);
  }

  startOver(): void {
    this.seekStep(0);
  }

  /** Moves to a later step and stops there; jumps when the step is not later, or under reduced motion. */
  advanceTo(step: number): void {
    const { steps, step: here, speed, reducedMotion } = this.#state;
    const target = this.#clampStep(step);
    if (reducedMotion || target <= here) {
      this.seekStep(target);
      return;
    }
    this.#t = Math.max(this.#t, steps[target - 1]!.t, this.#setsOut(steps[target]!));
    const way = steps[target]!.t - this.#t;
    this.#pace = Math.max((1000 * speed) / this.#slowdown, (way * speed) / LONGEST_ADVANCE_MS);
    this.#set({ step: target, playing: false, advancing: way > 0 });
  }

  /** Shows a step at once; out of range, the nearest. */
  seekStep(step: number): void {
    this.#go(this.#clampStep(step));
    this.#set({ playing: false, advancing: false });
  }

  /** Shows an instant at once, and plays on from there if it was playing. */
  seekTime(t: Micros): void {
    this.#t = Math.min(Math.max(t, 0), this.#end);
    this.#rested = 0;
    this.#set({ step: stepAt(this.#state.steps, this.#t), advancing: false });
  }

  setSpeed(speed: Speed): void {
    this.#pace *= speed / this.#state.speed;
    this.#set({ speed });
  }

  setReducedMotion(reducedMotion: boolean): void {
    if (reducedMotion && this.#state.advancing) this.seekStep(this.#state.step);
    this.#set({ reducedMotion });
  }

  /** Puts another run in place of this one, at the same instant, or at its end when it is shorter. */
  load(trace: Trace, steps: readonly Step[] = stepsOf(trace)): void {
    this.#state = { ...this.#state, trace, steps };
    this.seekTime(this.#t);
  }

  /** Lets `ms` real milliseconds pass, in whole microseconds of the run. */
  tick(ms: number): void {
    const { playing, advancing, reducedMotion, steps, step, speed } = this.#state;
    if (advancing) {
      const target = steps[step]!.t;
      this.#t = Math.min(target, Math.round(this.#t + ms * this.#pace));
      this.#set({ advancing: this.#t < target });
    } else if (playing && reducedMotion) this.#rest(ms * speed);
    else if (playing) {
      this.#t = Math.min(this.#end, Math.round(this.#t + (ms * 1000 * speed) / this.#slowdown));
      this.#set({ step: Math.max(step, stepAt(steps, this.#t)), playing: this.#t < this.#end });
    }
  }

  #rest(ms: number): void {
    this.#rested += ms;
    let { step } = this.#state;
    while (this.#rested >= REST_MS && step < this.#last) {
      this.#rested -= REST_MS;
      step += 1;
    }
    if (step !== this.#state.step) this.#go(step, this.#rested);
    this.#set({ playing: step < this.#last });
  }

  /** From when on the way to a step is worth watching. */
  #setsOut({ event, kind }: Step): Micros {
    if (kind !== 'message' || event === null) return 0;
    const { sent } = indexOf(this.#state.trace).messages.get(event.id)!;
    return sent.t - (LEAD_IN_MS * 1000) / this.#slowdown;
  }

  #go(step: number, rested = 0): void {
    this.#t = this.#state.steps[step]!.t;
    this.#rested = rested;
    this.#state = { ...this.#state, step };
  }

  get #end(): Micros {
    return Math.max(this.#state.trace.end, this.#state.steps[this.#last]!.t);
  }

  get #last(): number {
    return this.#state.steps.length - 1;
  }

  #clampStep(step: number): number {
    return Math.min(Math.max(step, 0), this.#last);
  }

  #set(change: Partial<PlaybackState>): void {
    for (const key in change) {
      const name = key as keyof PlaybackState;
      if (this.#state[name] === change[name]) continue;
      this.#state = { ...this.#state, ...change };
      break;
    }
    for (const listener of this.#listeners) listener();
  }
}
