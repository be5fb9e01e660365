/** B's job store: durable jobs, each done by one of B's workers. */
import { reasonOf } from './failure.ts';
import type { Flow } from './kernel.ts';
import type { Answer, Cause, Message } from './message.ts';
import type { Run } from './run.ts';
import { storeError } from './stores.ts';
import type { Payload } from './trace.ts';

interface Job {
  message: number;
  sku: string;
  cause: Cause;
  /** What the store holds of it: id, whether it is done, and then the quote. */
  row: Payload & { id: string };
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

  /**
   * Stores a job under its idempotency key, and puts a worker on it; the same key finds the same job.
   * @returns its row, which B watches: it is done as soon as the job is
   */
  insert({ payload, cause, id: message }: Message): Payload {
    const key = String(payload['key']);
    const known = this.#byKey.get(key);
    if (known) return known.row;
    const id = key.replace(/^[a-z]+/, 'j');
    const job: Job = {
      message, sku: String(payload['sku']), cause: { ...cause, attempt: 1 }, row: { id, done: false }, failed: false,
    };
    this.#byKey.set(key, job);
    this.#byId.set(id, job);
    this.#open.add(job);
    this.#queue('join', job);
    if (this.#run.host('B').up) this.#start(job);
    return job.row;
  }

  /** A job's row by its id; its quote once there is one. */
  read(payload: Payload): Answer {
    const job = this.#byId.get(String(payload['id']));
    if (!job || job.failed) return storeError('the job failed');
    return { name: 'one row', payload: { ...job.row } };
  }

  /** Keeps the quote of a job. */
  finish({ id, ...quote }: Payload): void {
    const job = this.#byId.get(String(id))!;
    Object.assign(job.row, quote, { done: true });
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
      yield* technique.job!(actors, { id: job.row.id, sku: job.sku });
    } catch (thrown) {
      reasonOf(thrown);
      job.failed = true;
      this.#open.delete(job);
      this.#queue('drop', job);
    }
  }

  #queue(change: 'join' | 'leave' | 'drop', job: Job): void {
    const waiting = this.#open.size;
    this.#run.recorder?.state('jobs', 'queue', change, { queue: 'jobs', waiting }, job.message, job.cause.checkout);
  }
}
