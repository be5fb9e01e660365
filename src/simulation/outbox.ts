/** The outbox in B's store: a price change and its event commit together; a relay publishes later. */
import type { Cause } from './message.ts';
import { reasonOf } from './failure.ts';
import { Rank } from './kernel.ts';
import type { Flow } from './kernel.ts';
import type { Micros } from './scenario.ts';
import type { Run } from './run.ts';
import type { Payload, Price } from './trace.ts';

interface Row {
  /** The change as B writes it. */
  change: Payload;
  cause: Cause;
  /** It is being published. */
  claimed: boolean;
}

/** The most rows a relay takes at a time. */
const BATCH = 100;
/** How long a relay without an interval waits before it tries again. */
const RETRY_AFTER: Micros = 100_000;

export class Outbox {
  readonly #run: Run;
  readonly #rows = new Map<string, Row>();
  #ticking = false;
  /** The relay is reading: it looks again only after that. */
  #looking = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Keeps a change, in the transaction that made it. */
  add(price: Price, cause: Cause): void {
    this.#rows.set(key(price), { change: this.#run.truth.shape(price), cause, claimed: false });
    this.#note('join', price);
    const { relayInterval } = this.#run.scenario.policies;
    if (relayInterval === 0) this.#publishNow();
    else this.#tickLater();
  }

  /** The oldest rows that nobody is at, for a relay to publish. */
  unpublished(): Payload[] {
    const rows: Payload[] = [];
    for (const row of this.#rows.values()) {
      if (rows.length === BATCH) break;
      if (!row.claimed) rows.push(row.change);
    }
    return rows;
  }

  /** The row's event is with the broker. */
  published(change: Payload): void {
    if (this.#rows.delete(key(change))) this.#note('leave', change);
  }

  #tickLater(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    const { relayInterval } = this.#run.scenario.policies;
    const { now } = this.#run.kernel;
    this.#run.at((Math.floor(now / relayInterval) + 1) * relayInterval, Rank.arrival, () => this.#tick());
  }

  #tick(): void {
    this.#ticking = false;
    const oldest = [...this.#rows.values()].find((row) => !row.claimed);
    const relay = this.#run.host('relay');
    if (oldest && relay.up && !this.#looking) {
      this.#looking = true;
      const look = Math.floor(this.#run.kernel.now / this.#run.scenario.policies.relayInterval);
      relay.start(this.#look(look), { ...oldest.cause, attempt: look });
    }
    if (this.#rows.size > 0) this.#tickLater();
  }

  *#look(look: number): Flow<void> {
    const { technique, actors } = this.#run;
    let changes: Payload[] = [];
    try {
      changes = yield* technique.relay!(actors);
    } catch (thrown) {
      reasonOf(thrown);
    } finally {
      this.#looking = false;
    }
    for (const change of changes) this.#publish(change, look);
  }

  #publish(change: Payload, look: number): void {
    const { technique, actors } = this.#run;
    const row = this.#rows.get(key(change));
    if (!row || row.claimed) return;
    row.claimed = true;
    this.#run.host('relay').start(this.#careful(technique.publish!(actors, change), row), { ...row.cause, attempt: look });
  }

  /** A row whose event could not be published is found again at the next look. */
  *#careful(publishing: Flow<void>, row: Row): Flow<void> {
    try {
      yield* publishing;
    } catch (thrown) {
      reasonOf(thrown);
    } finally {
      row.claimed = false;
    }
  }

  #publishNow(): void {
    const { kernel } = this.#run;
    for (const change of this.#run.host('relay').up ? this.unpublished() : []) this.#publish(change, kernel.now);
    if (this.#ticking || this.#rows.size === 0) return;
    this.#ticking = true;
    this.#run.at(kernel.now + RETRY_AFTER, Rank.arrival, () => {
      this.#ticking = false;
      this.#publishNow();
    });
  }

  #note(what: 'join' | 'leave', change: Payload | Price): void {
    this.#run.recorder?.state(this.#run.truth.store, 'queue', what, { queue: 'outbox', waiting: this.#rows.size, ...change });
  }
}

const key = ({ sku, version }: Payload | Price): string => `${sku} ${version}`;
