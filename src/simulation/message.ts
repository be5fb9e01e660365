import type { Process, Wakeable } from './kernel.ts';
import type { Run } from './run.ts';
import type { MessageKind, Micros } from './scenario.ts';
import type { Payload } from './trace.ts';
import type { Failure } from './failure.ts';

/** On whose behalf something happens: what a random draw is keyed by, and what metrics count it for. */
export interface Cause {
  /** The checkout, or null for background work. */
  checkout: number | null;
  /** The checkout's number, or -1 - n for the n-th price change. */
  root: number;
  /** Tells retries and repeated polls apart. */
  attempt: number;
  /** When the shopper leaves; null: never, or nobody waits. */
  deadline: Micros | null;
}

/** What a receiver gives back: the answer's name, what is written on it, and what the asker gets. */
export interface Answer {
  name: string;
  payload: Payload;
  /** What the asker's call returns, where that is not the payload. */
  value?: unknown;
  /** The asker cannot use it: a failure in its place. */
  failure?: Failure;
  kind?: MessageKind;
}

/** An ask and whoever waits for its answer. */
export interface Exchange {
  ask: Message;
  process: Process;
  open: boolean;
  /** It ends with a message of its own that names the correlation id, not with the receiver's confirmation. */
  awaitsReply: boolean;
}

/** A message under way, and what becomes of it. */
export class Message implements Wakeable {
  readonly id: number;
  readonly cause: Cause;
  readonly from: string;
  readonly to: string;
  readonly kind: MessageKind;
  readonly name: string;
  readonly payload: Payload;
  /** The ask that this answers. */
  readonly answers: Message | null;
  /** What the asker gets, where this is an answer. */
  value: unknown;
  failure: Failure | null = null;
  /** It will not arrive. */
  lost = false;
  /** The exchange that this opened, if its sender waits for an answer. */
  exchange: Exchange | null = null;
  /** What is recorded of the wait for its answer, while it lasts. */
  awaited: { to: string; for: string; until: Micros | null; attempt: number } | null = null;
  /** Called if it is lost on the way or refused. */
  onUndelivered: (() => void) | null = null;
  readonly #run: Run;

  constructor(
    run: Run, id: number, cause: Cause, from: string, to: string, kind: MessageKind, name: string, payload: Payload,
    answers: Message | null,
  ) {
    this.#run = run;
    this.id = id;
    this.cause = cause;
    this.from = from;
    this.to = to;
    this.kind = kind;
    this.name = name;
    this.payload = payload;
    this.answers = answers;
    this.value = payload;
  }

  /** Its time under way is over. */
  wake(): void {
    if (this.lost) this.#run.lose(this);
    else this.#run.arrive(this);
  }
}

const answerKinds: Partial<Record<MessageKind, MessageKind>> = { request: 'response', poll: 'response', query: 'result' };

/** What is written, published or pushed is acknowledged; any other HTTP status than these two is a response. */
export function answerKind({ kind }: Message, { name }: Answer): MessageKind {
  const responds = () => /^\d/.test(name) && name !== '202 Accepted' && name !== '204 No Content';
  return answerKinds[kind] ?? (responds() ? 'response' : 'ack');
}
