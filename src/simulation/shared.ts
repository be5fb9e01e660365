import { Failure, reasonOf } from './failure.ts';
import type { Host } from './host.ts';
import type { Flow, Kernel, Process } from './kernel.ts';
import type { Cause } from './message.ts';

interface Joint {
  waiting: Process[];
  outcome: { value: unknown } | null;
}

/** Request coalescing: flows that several processes share while they run. */
export class SharedFlows {
  readonly #kernel: Kernel;
  readonly #running = new Map<string, Joint>();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Joins the flow of that key, or starts it at the host, where it runs on even if whoever started it leaves. */
  *join(key: string, host: Host, cause: Cause, flow: () => Flow<unknown>): Flow<unknown> {
    let joint = this.#running.get(key);
    if (!joint) {
      joint = { waiting: [], outcome: null };
      this.#running.set(key, joint);
      host.start(this.#lead(key, joint, flow), cause);
    }
    joint.waiting.push(this.#kernel.current!);
    const outcome = joint.outcome ? joint.outcome.value : yield;
    if (outcome instanceof Failure) throw outcome;
    return outcome;
  }

  *#lead(key: string, joint: Joint, flow: () => Flow<unknown>): Flow<void> {
    let value: unknown;
    try {
      value = yield* flow();
    } catch (thrown) {
      value = new Failure(reasonOf(thrown));
    } finally {
      this.#running.delete(key);
    }
    joint.outcome = { value };
    for (const process of joint.waiting) this.#kernel.soon(process, value);
  }
}
