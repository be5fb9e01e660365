import { Failure, reasonOf } from './failure.ts';
import type { Host } from './host.ts';
import { Rank } from './kernel.ts';
import type { Flow, Process } from './kernel.ts';
import type { Cause } from './message.ts';
import type { Run } from './run.ts';

interface Joint {
  waiting: Process[];
  outcome: { value: unknown } | null;
}

/** What is left of a flow that came to no end: those who wait for it start it anew. */
const again = Symbol('again');

/** Request coalescing: flows that several processes share while they run. */
export class SharedFlows {
  readonly #run: Run;
  readonly #running = new Map<string, Joint>();

  constructor(run: Run) {
    this.#run = run;
  }

  /**
   * Joins the flow of that key, or starts it at the host, where it runs on even if whoever started it leaves,
   * but no longer than a shopper's patience.
   */
  *join(key: string, host: Host, cause: Cause, flow: () => Flow<unknown>): Flow<unknown> {
    for (;;) {
      let joint = this.#running.get(key);
      if (!joint) {
        joint = { waiting: [], outcome: null };
        this.#running.set(key, joint);
        this.#limit(joint, host.start(this.#lead(key, joint, flow), cause));
      }
      joint.waiting.push(this.#run.kernel.current!);
      const outcome = joint.outcome ? joint.outcome.value : yield;
      if (outcome instanceof Failure) throw outcome;
      if (outcome !== again) return outcome;
    }
  }

  *#lead(key: string, joint: Joint, flow: () => Flow<unknown>): Flow<void> {
    let value: unknown = again;
    try {
      value = yield* flow();
    } catch (thrown) {
      value = new Failure(reasonOf(thrown));
    } finally {
      this.#running.delete(key);
      joint.outcome = { value };
      for (const process of joint.waiting) this.#run.kernel.soon(process, value);
    }
  }

  #limit(joint: Joint, leader: Process): void {
    const { kernel, scenario: { workload: { patience } } } = this.#run;
    if (patience !== null && !joint.outcome) this.#run.at(kernel.now + patience, Rank.departure, () => leader.cancel());
  }
}
