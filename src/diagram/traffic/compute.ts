/** Has runs computed: in a worker, or in short slices on the page where there is none. Only the latest wish is answered. */
import type { OverTime } from '../../player/traffic/overtime.ts';
import { prepare } from '../../player/traffic/prepare.ts';
import type { Scenario, Window } from '../../simulation/scenario.ts';
import type { Technique } from '../../simulation/technique.ts';
import type { Trace, TraceEvent } from '../../simulation/trace.ts';
import type { Helper, HireOf } from './hire.ts';
import { computeInSlices, nextTurn, SLICE, workInSlices, type Computed, type Slicing } from './slices.ts';

/** What the page asks of the worker. */
export interface Wish {
  ticket: number;
  slug: string;
  scenario: Scenario;
  /** What is wanted of the run; null: all of it. */
  window: Window | null;
}

/** What the worker says: a part of the events, or all the rest once they are through. */
export type Answer =
  | { ticket: number; events: TraceEvent[] }
  | { ticket: number; rest: Omit<Computed, 'trace'> & { trace: Omit<Trace, 'events'> } };

/** A run that can be shown at once. */
export type Prepared = Computed & { over: OverTime };

export type Hire = HireOf<Wish, Answer>;

export class Computer {
  readonly #technique: Technique;
  readonly #hire: Hire;
  readonly #done: (prepared: Prepared) => void;
  readonly #slicing: Omit<Slicing, 'wanted'>;
  #helper: Helper<Wish> | null | undefined;
  #ticket = 0;
  #events: TraceEvent[] = [];
  /** What is being computed. */
  #wish: Pick<Wish, 'scenario' | 'window'> | null = null;

  /**
   * @param done told of each run that is still wanted when it is ready to be shown
   */
  constructor(
    technique: Technique, hire: Hire, done: (prepared: Prepared) => void,
    slicing: Omit<Slicing, 'wanted'> = { slice: SLICE, now: () => performance.now(), pause: nextTurn },
  ) {
    this.#technique = technique;
    this.#hire = hire;
    this.#done = done;
    this.#slicing = slicing;
  }

  /** Asks for a run; whatever was asked for before is dropped. */
  ask(scenario: Scenario, window: Window | null = null): void {
    this.#ticket += 1;
    this.#events = [];
    const ticket = this.#ticket;
    this.#wish = { scenario, window };
    if (this.#helper === undefined) this.#helper = this.#engage();
    if (this.#helper === null) void this.#slice(ticket, this.#wish);
    else this.#helper.ask({ ticket, slug: this.#technique.slug, scenario, window });
  }

  /** Drops what is under way and lets the helper go; the next wish finds another. */
  stop(): void {
    this.#ticket += 1;
    this.#wish = null;
    this.#helper?.dismiss();
    this.#helper = undefined;
  }

  #engage(): Helper<Wish> | null {
    try {
      return this.#hire((answer) => this.#hear(answer), () => this.#goOnAlone());
    } catch {
      return null;
    }
  }

  #goOnAlone(): void {
    this.#helper?.dismiss();
    this.#helper = null;
    if (this.#wish) void this.#slice(this.#ticket, this.#wish);
  }

  #hear(answer: Answer): void {
    if (answer.ticket !== this.#ticket) return;
    if ('events' in answer) for (const event of answer.events) this.#events.push(event);
    else {
      const { rest } = answer;
      this.#wish = null;
      void this.#prepare(answer.ticket, { ...rest, trace: { ...rest.trace, events: this.#events } });
    }
  }

  async #slice(ticket: number, { scenario, window }: Pick<Wish, 'scenario' | 'window'>): Promise<void> {
    const wanted = () => ticket === this.#ticket;
    await this.#slicing.pause();
    if (!wanted()) return;
    const computed = await computeInSlices(this.#technique, scenario, { ...this.#slicing, wanted }, window);
    if (computed) await this.#prepare(ticket, computed);
  }

  async #prepare(ticket: number, computed: Computed): Promise<void> {
    const wanted = () => ticket === this.#ticket;
    const over = await workInSlices(prepare(computed.trace), { ...this.#slicing, wanted });
    if (!over) return;
    await this.#slicing.pause();
    if (wanted()) this.#done({ ...computed, over });
  }
}
