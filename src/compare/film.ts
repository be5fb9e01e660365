/** A run as the small diagrams show it: what flowed where, who waited and how each was, quarter second by quarter second. */
import type { Run } from '../simulation/run.ts';
import type { MessageKind, Micros } from '../simulation/scenario.ts';
import type { MessageEvent, StateEvent, TraceEvent } from '../simulation/trace.ts';

/** The length of one picture, in microseconds. */
export const PICTURE = 250_000;

/** Messages of one kind from one participant to another: how many set out, picture by picture. */
export interface Stream {
  from: string;
  to: string;
  kind: MessageKind;
  /** The broker's queue it goes through, or null. */
  queue: string | null;
  sent: number[];
}

export interface Film {
  /** The first picture's number: 0, or that of the only picture of a still. */
  first: number;
  streams: Stream[];
  /** Checkouts that A has begun and not ended, at the end of each picture. */
  pending: number[];
  /** Of B's workers, how many are busy on average. */
  busy: number[];
  /** How many wait at the end of each picture, by line: `B`, a queue's name. */
  waiting: Record<string, number[]>;
  /** How long the oldest change that the copy has missed has waited, in milliseconds; null without a copy. */
  behind: number[] | null;
  /** How each participant is from an instant on: `well`, `down`, `hang` or `slow`. */
  status: Record<string, [Micros, string][]>;
}

/** Watches a run that records, and forgets what it has seen: a run of any length takes no memory. */
export class Camera {
  readonly #run: Run;
  readonly #pictures: number;
  readonly #streams: Stream[] = [];
  /** The same, by the name of a message. */
  readonly #named = new Map<string, Stream[]>();
  readonly #pending: number[] = [];
  readonly #busy: number[] = [];
  readonly #waiting: Record<string, number[]> = {};
  readonly #behind: number[] = [];
  readonly #status: Film['status'] = {};
  /** By message: the queue whose name it has. */
  readonly #asked = new Map<number, string>();
  readonly #queues: ReadonlySet<string>;
  readonly #lines = new Map<string, number>();
  readonly #missed = new Map<string, { version: number; at: Micros }[]>();
  #open = 0;
  #atWork = 0;
  #since = 0;
  #worked = 0;
  #picture = 0;

  /** @param run a run that records */
  constructor(run: Run) {
    this.#run = run;
    this.#pictures = Math.ceil(run.scenario.duration / PICTURE);
    this.#queues = new Set(Object.values(run.technique.participants).flatMap(({ queues }) => Object.keys(queues)));
  }

  /** Takes what has been recorded since the last look. */
  readonly look = (): void => {
    const { events } = this.#run.recorder!;
    for (const event of events) this.#take(event);
    events.length = 0;
  };

  film(): Film {
    this.look();
    this.#turnTo(this.#pictures);
    return {
      first: 0,
      streams: this.#streams,
      pending: this.#pending,
      busy: this.#busy,
      waiting: this.#waiting,
      behind: this.#run.copies === null ? null : this.#behind,
      status: this.#status,
    };
  }

  #take(event: TraceEvent): void {
    const picture = Math.min(this.#pictures - 1, Math.floor(event.t / PICTURE));
    if (picture > this.#picture) this.#turnTo(picture);
    if (event.type === 'send') this.#sent(event.id, event, picture);
    else if (event.type === 'state') this.#changed(event);
  }

  /** Ends the pictures before this one. */
  #turnTo(picture: number): void {
    for (; this.#picture < picture; this.#picture += 1) {
      const end = (this.#picture + 1) * PICTURE;
      this.#work(end);
      this.#busy.push(round(this.#worked / PICTURE));
      this.#worked = 0;
      this.#pending.push(this.#open);
      for (const [line, waiting] of this.#lines) {
        this.#waiting[line] ??= Array.from({ length: this.#picture }, () => 0);
        this.#waiting[line].push(waiting);
      }
      this.#behind.push(this.#oldestMissed(end));
    }
  }

  #sent(id: number, { from, to, kind, name, answers }: MessageEvent, picture: number): void {
    const own = this.#queues.has(name);
    if (own) this.#asked.set(id, name);
    const queue = own ? name : answers === null ? null : this.#asked.get(answers) ?? null;
    let named = this.#named.get(name);
    if (named === undefined) this.#named.set(name, named = []);
    let stream: Stream | undefined;
    for (const one of named) {
      if (one.from === from && one.to === to && one.kind === kind && one.queue === queue) stream = one;
    }
    stream ??= this.#streams.find((one) => one.from === from && one.to === to && one.kind === kind && one.queue === queue);
    if (stream === undefined) {
      stream = { from, to, kind, queue, sent: Array.from({ length: this.#pictures }, () => 0) };
      this.#streams.push(stream);
    }
    if (!named.includes(stream)) named.push(stream);
    stream.sent[picture]! += 1;
  }

  #changed({ kind, name, from, t, payload }: StateEvent): void {
    if (kind === 'checkout') this.#open += name === 'attempted' ? 1 : -1;
    else if (kind === 'status') (this.#status[from] ??= []).push([t, name]);
    else if (kind === 'queue') this.#lines.set(String(payload.queue), Number(payload.waiting));
    else if (kind === 'station' && from === 'B') {
      this.#lines.set('B', Number(payload.waiting));
      this.#work(t);
      this.#atWork = Number(payload.busy);
    } else if (kind === 'price') this.#priced(from, name, String(payload.sku), Number(payload.version), t);
  }

  #work(t: Micros): void {
    this.#worked += this.#atWork * (t - this.#since);
    this.#since = t;
  }

  #priced(where: string, what: string, sku: string, version: number, at: Micros): void {
    if (what === 'changed' && where !== 'cache') {
      const missed = this.#missed.get(sku) ?? [];
      missed.push({ version, at });
      this.#missed.set(sku, missed);
    } else if (what === 'copied' && where === 'cache') {
      this.#missed.set(sku, (this.#missed.get(sku) ?? []).filter((one) => one.version > version));
    }
  }

  #oldestMissed(t: Micros): number {
    let oldest = t;
    for (const [first] of this.#missed.values()) if (first && first.at < oldest) oldest = first.at;
    return Math.round((t - oldest) / 1000);
  }
}

/** A film with the one picture of an instant. */
export function still(film: Film, t: Micros): Film {
  const at = pictureAt(film, t);
  return picked(film, [at], at);
}

/** A film with the pictures at some places of its lists alone; what sends nothing there is left out. */
export function picked(film: Film, places: readonly number[], first: number): Film {
  const pick = (values: number[]) => places.map((place) => values[place] ?? 0);
  return {
    ...film,
    first,
    streams: film.streams.map((stream) => ({ ...stream, sent: pick(stream.sent) })).filter(({ sent }) => sent.some((count) => count > 0)),
    pending: pick(film.pending), busy: pick(film.busy), behind: film.behind && pick(film.behind),
    waiting: Object.fromEntries(Object.entries(film.waiting).map(([line, values]) => [line, pick(values)])),
  };
}

/** The place of an instant's picture in the lists of a film. */
export function pictureAt({ first, pending }: Pick<Film, 'first' | 'pending'>, t: Micros): number {
  return Math.max(0, Math.min(pending.length - 1, Math.floor(t / PICTURE) - first));
}

/** How a participant is at an instant. */
export const statusAt = ({ status }: Film, who: string, t: Micros): string =>
  status[who]?.findLast(([from]) => from <= t)?.[1] ?? 'well';

const round = (value: number): number => Math.round(value * 100) / 100;
