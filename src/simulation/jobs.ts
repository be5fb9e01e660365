/** B's job store: durable jobs, each done by one of B's workers. */
import { reasonOf } from './failure.ts';
import type { Flow } from './kernel.ts';
import type { Answer, Cause, Message } from './message.ts';
import type { Run } from './run.ts';
import { storeError } from './stores.ts';
import type { Payload } from './trace.ts';

interface Job {
  id: string;
  message: number;
  sku: string;
  cause: Cause;
  quote: Payload | null;
  failed: boolean;
}

export class JobStore {
  readonly #run: Run;
  readonly #byKey = new Map<string, Job>();
  readonly #byId = new Map<string, Job>();
  /** Neither done nor failed, oldest first. */
  readonly #open = new Set<Job>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** Stores a job under its idempotency key, and puts a worker on it; the same key finds the same job. */
  insert({ payload, cause, id: message }: Message): Payload {
    const key = String(payload['key']);
    const known = this.#byKey.get(key);
    if (known) return this.#row(known);
    const job: Job = {
      id: key.replace(/^[a-z]+/, 'j'), message, sku: String(payload['sku']), cause: { ...cause, attempt: 1 }, quote: null, failed: false,
    };
    this.#byKey.set(key, job);
    this.#byId.set(job.id, job);
    this.#open.add(job);
    this.#queue('join', job);
    if (this.#run.host('B').up) this.#start(job);
    return this.#row(job);
  }

  /** A job's row by its id; its quote once there is one. */
  read(payload: Payload): Answer {
    const job = this.#byId.get(String(payload['id']));
    if (!job || job.failed) return storeError('the job failed');
    return { name: 'one row', payload: this.#row(job) };
  }

  /** Keeps the quote of a job. */
  finish({ id, ...quote }: Payload): void {
    const job = this.#byId.get(String(id))!;
    job.quote = quote;
    this.#open.delete(job);
    this.#queue('leave', job);
  }

  /** B is back: its workers take up every job that is not done. */
  restart(): void {
    for (const job of this.#open) this.#start(job);
  }

  #start(job: Job): void {
    const b = this.#run.host('B');
    b.start(b.work(job.message, job.cause, () => this.#work(job)), job.cause);
  }

  *#work(job: Job): Flow<void> {
    const { technique, actors } = this.#run;
    try {
      yield* technique.job!(actors, { id: job.id, sku: job.sku });
    } catch (thrown) {
      reasonOf(thrown);
      job.failed = true;
      this.#open.delete(job);
      this.#queue('drop', job);
    }
  }

  #row({ id, quote }: Job): Payload {
    return { id, done: quote !== null, ...quote };
  }

  #queue(change: 'join' | 'leave' | 'drop', job: Job): void {
    const waiting = this.#open.size;
    this.#run.recorder?.state('jobs', 'queue', change, { queue: 'jobs', waiting }, { id: job.message, checkout: job.cause.checkout });
  }
}
