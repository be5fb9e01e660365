/** Where prices are kept: the truth in B's store, and A's copy of it. */
import { reasonOf } from './failure.ts';
import { Rank } from './kernel.ts';
import { firstVersion, priceOf, skuOf } from './price.ts';
import { purpose, quantile, uniform } from './random.ts';
import type { Run } from './run.ts';
import type { Micros } from './scenario.ts';
import type { Payload, Price } from './trace.ts';
import { priceChanges } from './workload.ts';

/** The prices as B has committed them. */
export class Truth {
  /** The store that holds the truth. */
  readonly store: 'database' | 'catalog';
  /** Whether B has changed the shape of a price, so that A cannot read it. */
  renamed = false;
  readonly #run: Run;
  /** As far as anybody has asked. */
  readonly #current = new Map<string, Price>();
  readonly #products = new Map<string, number>();
  #changes = 0;

  constructor(run: Run, store: 'database' | 'catalog') {
    this.#run = run;
    this.store = store;
    for (let product = 1; product <= run.scenario.catalog.products; product += 1) this.#products.set(skuOf(product), product);
  }

  start(): void {
    const changes = priceChanges(this.#run.scenario);
    const next = () => {
      const { at, product } = changes.next().value;
      if (at >= this.#run.scenario.duration) return;
      this.#run.at(at, Rank.arrival, () => {
        this.#change(product);
        next();
      });
    };
    next();
  }

  /** The current price of a product. */
  price(sku: string): Price {
    let price = this.#current.get(sku);
    if (price === undefined) {
      price = this.initialPrice(sku);
      this.#current.set(sku, price);
    }
    return price;
  }

  /** The price of a product at the start of the run. */
  initialPrice(sku: string): Price {
    return priceOf(this.#products.get(sku) ?? 1, firstVersion);
  }

  /** A row as B's store gives it: the price, or under a new name that A does not know. */
  row(sku: string): Payload {
    return this.shape(this.price(sku));
  }

  /** A price as B writes it. */
  shape({ sku, cents, version }: Price): Payload {
    return this.renamed ? { sku, amount_cents: cents, version } : { sku, cents, version };
  }

  /** The first price of each product, by store. */
  initial(skus: string[]): Record<string, Price[]> {
    const prices = skus.map((sku) => this.initialPrice(sku));
    const full = this.#run.copies !== null && this.#run.scenario.policies.cacheStart === 'full';
    return { [this.store]: prices, ...(full ? { cache: prices } : {}) };
  }

  #change(product: number): void {
    const run = this.#run;
    this.#changes += 1;
    const store = run.host(this.store);
    const current = this.price(skuOf(product));
    const price = priceOf(product, current.version + 1);
    if (!store.up || (this.store === 'catalog' && !run.host('B').up)) {
      run.recorder?.price(this.store, 'dropped', price);
      return;
    }
    this.#current.set(price.sku, price);
    run.recorder?.price(this.store, 'changed', price);
    run.copies?.outdated(price);
    const { priceChanged } = run.technique;
    const cause = { checkout: null, root: -this.#changes, attempt: 1, deadline: null };
    if (run.outbox && run.scenario.policies.outbox) run.outbox.add(price, cause);
    else if (priceChanged) this.#tell(price, cause);
  }

  /** B learns that its change has committed, and acts on it, if it lives that long; a push that fails is given up. */
  #tell(price: Price, cause: { checkout: null; root: number; attempt: number; deadline: null }): void {
    const run = this.#run;
    const { technique, actors, scenario, kernel } = run;
    const span = quantile(scenario.network.storeHop, uniform(scenario.seed, purpose(`hop ${this.store}>B changed`), cause.root, cause.attempt));
    const change = this.shape(price);
    run.host('B').start((function* () {
      if (span > 0) {
        kernel.sleep(span);
        yield;
      }
      try {
        yield* technique.priceChanged!(actors, change, scenario.policies);
      } catch (thrown) {
        reasonOf(thrown);
      }
    })(), cause);
  }
}

interface Entry {
  price: Price;
  storedAt: Micros;
}

/** A's copy of the prices. A full copy is every product's first price, stored at 0. */
export class Copies {
  readonly #run: Run;
  readonly #entries = new Map<string, Entry>();
  readonly #full: boolean;
  readonly #ttl: Micros;
  /** Changes not yet seen in the copy, by product, oldest first. */
  readonly #unseen = new Map<string, { version: number; at: Micros }[]>();

  constructor(run: Run) {
    this.#run = run;
    const { cacheStart, cacheAside, cacheTtl } = run.scenario.policies;
    this.#full = cacheStart === 'full';
    this.#ttl = cacheAside && cacheTtl !== null ? cacheTtl : Infinity;
  }

  /** The copy of a price; null if there is none or it has expired. */
  read(sku: string): Price | null {
    const entry = this.#entries.get(sku) ?? (this.#full ? { price: this.#run.truth.initialPrice(sku), storedAt: 0 } : null);
    return entry && this.#run.kernel.now - entry.storedAt < this.#ttl ? entry.price : null;
  }

  /** Stores a price that is newer than the copy, or to `renew` it as new. @returns whether it was stored */
  upsert(price: Price, renew = false): boolean {
    const entry = this.#entries.get(price.sku);
    const version = entry ? entry.price.version : this.#full ? firstVersion : 0;
    if (version > price.version || (version === price.version && !renew)) return false;
    const { now } = this.#run.kernel;
    this.#entries.set(price.sku, { price, storedAt: now });
    const unseen = this.#unseen.get(price.sku) ?? [];
    const seen = unseen.filter(({ version: changed }) => changed <= price.version);
    for (const { at } of seen) this.#run.tally.staleness.push(now - at);
    unseen.splice(0, seen.length);
    return true;
  }

  /** The truth has moved on. */
  outdated({ sku, version }: Price): void {
    const unseen = this.#unseen.get(sku) ?? [];
    unseen.push({ version, at: this.#run.kernel.now });
    this.#unseen.set(sku, unseen);
  }

  /** Counts the changes that were never seen until the end of the run. */
  close(end: Micros): void {
    for (const unseen of this.#unseen.values()) {
      for (const { at } of unseen) this.#run.tally.staleness.push(end - at);
    }
    this.#unseen.clear();
  }
}
