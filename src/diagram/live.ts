/** One run on show: its playback, the frame of the instant, and who is told of changes. No React. */
import { frame, type Frame } from '../player/frame.ts';
import type { Playback } from '../player/playback.ts';

/** How a run with very many messages is drawn. */
export interface Crowd {
  /** Whether at this instant messages are drawn as flows and not one by one. */
  dense(t: number): boolean;
}

export type Painter = (frame: Frame, live: Live) => void;

interface Reader {
  read: () => unknown;
  last: unknown;
  notify: () => void;
}

/** After a pause longer than this, in milliseconds, a run goes on as if it had been this long. */
const LONGEST_TICK = 250;

/** What need not be drawn at every frame of a run in play takes turns: each at one frame in so many. */
export const TURNS = 7;

/** With more messages than this under way, none has a trail, and readers are told of changes every `CALM` milliseconds. */
export const CROWD = 12;
const CALM = 400;

/**
 * Drives a figure. Whatever moves is a painter: called at each change with the frame, it writes to the DOM.
 * React reads, and is told when what it reads has changed: at once when the reader acts, in a task of its own
 * after the frame when the run plays, so that no frame waits for a render.
 */
export class Live {
  readonly playback: Playback;
  frame: Frame;
  /** The one checkout that is followed among many, or null: others are drawn faintly, and nobody waits but its own. */
  readonly followed: number | null;
  /** What flows where, for runs with more messages than can be drawn; null for others. */
  readonly crowd: Crowd | null;
  readonly #readers = new Set<Reader>();
  readonly #painters = new Set<Painter>();
  #request = 0;
  #beats = 0;
  #last = 0;
  #told = 0;
  #beating = false;
  #telling: ReturnType<typeof setTimeout> | 0 = 0;

  constructor(playback: Playback, { followed = null, crowd = null }: { followed?: number | null; crowd?: Crowd | null } = {}) {
    this.playback = playback;
    this.followed = followed;
    this.crowd = crowd;
    this.frame = this.#look();
    playback.subscribe(() => this.#change());
  }

  /** Calls `notify` when what `read` returns has changed; returns what stops that. */
  subscribe(read: () => unknown, notify: () => void): () => void {
    const reader = { read, last: read(), notify };
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Calls `painter` at each change from now on; returns what stops that. */
  onPaint(painter: Painter): () => void {
    this.#painters.add(painter);
    return () => this.#painters.delete(painter);
  }

  /** Whether at an instant there is more than an eye can follow, and nobody to be followed: then messages are flows. */
  isFlowing(t: number): boolean {
    return this.followed === null && (this.crowd?.dense(t) ?? false);
  }

  /** Whether it is the turn of what takes turns: the `place`th of several. A run that rests is drawn whole. */
  isTurnOf(place: number): boolean {
    return !this.playback.moving || (this.#beats + place) % TURNS === 0;
  }

  /**
   * Draws the run as it will be so many microseconds later and then as it is, before the browser shows either:
   * what has run once is quicker when somebody presses Play. Nothing is done to a run that moves.
   */
  rehearse(ahead: number): void {
    const { moving, t, state: { trace } } = this.playback;
    if (moving) return;
    this.#paint(this.#look(Math.min(trace.end, t + ahead)));
    this.#paint(this.frame);
  }

  /** Stops the frame loop; the next change starts it again. */
  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  #change(): void {
    this.frame = this.#look();
    const crowded = this.playback.state.playing && this.frame.messages.length > CROWD;
    if (!this.#beating) this.#tell();
    else if (!crowded || performance.now() - this.#told >= CALM) this.#telling ||= setTimeout(this.#tell);
    this.#paint(this.frame);
    if (this.playback.moving && this.#request === 0 && !this.#beating) {
      this.#last = performance.now();
      this.#request = requestAnimationFrame(this.#beat);
    }
  }

  #paint(now: Frame): void {
    for (const painter of this.#painters) painter(now, this);
  }

  readonly #tell = (): void => {
    clearTimeout(this.#telling);
    this.#telling = 0;
    this.#told = performance.now();
    for (const reader of this.#readers) {
      const now = reader.read();
      if (Object.is(now, reader.last)) continue;
      reader.last = now;
      reader.notify();
    }
  };

  readonly #beat = (now: number): void => {
    this.#request = 0;
    this.#beats += 1;
    const passed = Math.min(LONGEST_TICK, Math.max(0, now - this.#last));
    this.#last = now;
    this.#beating = true;
    this.playback.tick(passed);
    this.#beating = false;
    if (this.playback.moving && this.#request === 0) this.#request = requestAnimationFrame(this.#beat);
  };

  /** Under reduced motion a step shows its message half-way, since nothing will be seen to travel. */
  #look(t = this.playback.t): Frame {
    const { state } = this.playback;
    const now = frame(state.trace, t, { checkout: this.followed, alone: this.followed !== null || this.isFlowing(t) });
    if (!state.reducedMotion) return now;
    const event = state.steps[state.step]?.event;
    const messages = now.messages.map((message) => (
      message.id === event?.id && message.fate !== 'lost' ? { ...message, progress: 0.5 } : message
    ));
    return { ...now, messages };
  }
}
