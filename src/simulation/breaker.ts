import { Failure } from './failure.ts';
import type { Run } from './run.ts';
import type { Micros } from './scenario.ts';

const FAILURES_TO_OPEN = 5;
const OPEN_FOR: Micros = 5_000_000;

/** A circuit breaker: opens after 5 failed attempts in a row, for 5 s, then lets one attempt through. */
export class Breaker {
  readonly #run: Run;
  readonly #at: string;
  #inARow = 0;
  #openUntil: Micros | null = null;
  #trying = false;

  constructor(run: Run, at: string) {
    this.#run = run;
    this.#at = at;
  }

  /** Throws the failure `rejected` while the breaker is open. @returns whether this attempt is the trial of an open breaker */
  check(): boolean {
    if (!this.#run.scenario.policies.circuitBreaker || this.#openUntil === null) return false;
    if (this.#trying || this.#run.kernel.now < this.#openUntil) throw new Failure('rejected');
    this.#trying = true;
    this.#note('half-open');
    return true;
  }

  /** The attempt got its answer. */
  succeeded(trial: boolean): void {
    if (this.#openUntil !== null && !trial) return;
    this.#inARow = 0;
    this.#trying = false;
    if (this.#openUntil === null) return;
    this.#openUntil = null;
    this.#note('closed');
  }

  /** The attempt failed. */
  failed(trial: boolean): void {
    if (!this.#run.scenario.policies.circuitBreaker || (this.#openUntil !== null && !trial)) return;
    this.#inARow += 1;
    if (this.#inARow < FAILURES_TO_OPEN && !trial) return;
    this.#openUntil = this.#run.kernel.now + OPEN_FOR;
    this.#trying = false;
    this.#note('open');
  }

  /** The attempt was given up without an outcome: another may try. */
  abandoned(trial: boolean): void {
    if (trial) this.#trying = false;
  }

  #note(name: 'open' | 'half-open' | 'closed'): void {
    this.#run.recorder?.state(this.#at, 'breaker', name, {});
  }
}
