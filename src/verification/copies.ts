/** Caches, the age of prices, who depends on whom, and what B has to bear. */
import { textbook } from './case.ts';
import type { Check, Experiment } from './case.ts';
import { changedSince, changedSinceLook, coldMisses, ttlHit, ttlHitOver, ttlWrong, zipf } from './closed-forms.ts';

/** Requests that A sent to B, of all checkouts. */
const asked: Check['of'] = ({ messages, checkouts }) => messages.byKind['request']! / checkouts.attempted - 1;

/** Fifty products read twice a second each; pushes are lost, so that nothing but the TTL keeps the copy fresh. */
const ttl = (span: number, changes: number, length: number, quick = false): Experiment => ({
  family: 'TTL cache', technique: 'cache-with-api-updates', setting: `2 reads/s of a product, TTL ${span} s, ${changes} changes/s`, quick,
  scenario: textbook(`
    warmup: ${4 * span}s
    duration: ${4 * span + length}s
    workload: { rate: 100/s }
    catalog: { products: 50, popularity: uniform, priceChanges: ${50 * changes}/s, hot: 50 }
    participants: { B: { workers: unlimited, serviceTime: 0ms } }
    policies: { cacheAside: true, cacheTtl: ${span}s, cacheStart: empty }
    faults: [{ kind: loss, of: [push], probability: 1 }]`),
  checks: [
    { what: 'reads that the copy answers', unit: 'share', expected: ttlHit(2, span), of: (metrics) => 1 - asked(metrics) },
    { what: 'wrong prices', unit: 'share', expected: ttlWrong(2, span, changes), of: ({ wrongPrice }) => wrongPrice.rate! },
  ],
});

const popular = (span: number, warmup: number, length: number): Experiment => ({
  family: 'TTL cache', technique: 'cache-with-update-events', setting: `1000 products under Zipf(1), 100 reads/s, TTL ${span} s`, quick: false,
  scenario: textbook(`
    warmup: ${warmup}s
    duration: ${warmup + length}s
    workload: { rate: 100/s }
    catalog: { products: 1000, exponent: 1 }
    participants: { B: { workers: unlimited, serviceTime: 0ms } }
    policies: { cacheAside: true, cacheTtl: ${span}s, cacheStart: empty }`),
  checks: [
    { what: 'reads that the copy answers', unit: 'share', expected: ttlHitOver(zipf(1000, 1), 100, span), of: (metrics) => 1 - asked(metrics) },
  ],
});

const cold = (span: number, products: number, rate: number): Experiment => ({
  family: 'TTL cache', technique: 'cache-with-api-updates', quick: products === 1000,
  setting: `${products} products under Zipf(1), ${rate} reads/s, ${span} s after an empty start`,
  scenario: textbook(`
    duration: ${span}s
    workload: { rate: ${rate}/s }
    catalog: { products: ${products}, exponent: 1 }
    participants: { B: { workers: unlimited, serviceTime: 0ms } }
    policies: { cacheAside: true, cacheStart: empty }`),
  checks: [{
    what: 'questions to B', unit: 'count', expected: coldMisses(zipf(products, 1), rate, span), of: ({ participants: { B } }) => B!.arrivals,
  }],
});

/** What each technique adds between the read of the truth and the commit, milliseconds, where a hop takes 10 and the commit 30. */
const ages: Record<string, number> = {
  'shared-data': 20 + 30, 'direct-api-call': 10 + 30, 'async-messaging': 20 + 30,
  'cache-with-api-updates': 10 + 30, 'cache-with-update-events': 20 + 30, 'async-polling': 90 + 20 + 10 + 30,
};

/** One product whose price changes often, and a checkout that reads it at some age. */
const aged = (technique: string, changes: number): Experiment => ({
  family: 'Age of a price', technique, setting: `${changes} changes/s, read ${ages[technique]!} ms before the commit`, quick: changes > 5,
  scenario: textbook(`
    duration: 200s
    workload: { rate: 50/s }
    catalog: { priceChanges: ${changes}/s, hot: 1 }
    network: { hop: 10ms }
    participants:
      B: { workers: unlimited, serviceTime: 10ms }
      orders: { serviceTime: 30ms }
      database: { serviceTime: 0ms, commitTime: ${technique === 'shared-data' ? 30 : 0}ms, workers: unlimited }
      cache: { serviceTime: 0ms }
    policies: { consumers: 1000, pollInterval: 80ms }`),
  checks: [{
    what: 'wrong prices', unit: 'share', expected: changedSince(changes, ages[technique]! / 1000), of: ({ wrongPrice }) => wrongPrice.rate!,
  }],
});

const relayed = (changes: number, interval: number): Experiment => ({
  family: 'Age of a price', technique: 'cache-with-update-events', setting: `${changes} changes/s, the relay looks every ${interval} ms`, quick: changes > 5,
  scenario: textbook(`
    duration: 200s
    workload: { rate: 50/s }
    catalog: { priceChanges: ${changes}/s, hot: 1 }
    network: { hop: 10ms }
    participants: { orders: { serviceTime: 30ms } }
    policies: { consumers: 1000, relayInterval: ${interval}ms }`),
  checks: [
    { what: 'wrong prices', unit: 'share', expected: changedSinceLook(changes, 0.05, interval / 1000), of: ({ wrongPrice }) => wrongPrice.rate! },
    { what: 'mean age of the copy', unit: 'ms', expected: interval / 2 + 20, of: ({ staleness }) => staleness.mean! },
  ],
});

/** A down for 10 of 100 s, B for 20 and the broker for 40, overlapping as if by chance. */
const faults = `
  workload: { patience: 100ms }
  faults:
    - { participant: A, kind: down, from: 0s, to: 10s }
    - { participant: WHO, kind: down, from: 8s, to: 28s }`;

const series = (technique: string, who: string, what: string): Experiment => ({
  family: 'Series', technique, setting: `A down for a tenth, ${what} down for a fifth of the time`, quick: false,
  scenario: textbook(`
    duration: 100s
    workload: { rate: 100/s }
    catalog: { products: 1 }
    participants: { B: { workers: unlimited, serviceTime: 1ms } }
    policies: { messageTtl: 100ms }`, faults.replace('WHO', who)),
  checks: [{ what: 'availability', unit: 'share', expected: 0.9 * 0.8, of: ({ availability }) => availability! }],
});

const both: Experiment = {
  family: 'Series', technique: 'async-messaging', setting: 'A down for a tenth, B for a fifth, the broker for half of the time', quick: true,
  scenario: textbook(`
    duration: 100s
    workload: { rate: 100/s, patience: 100ms }
    participants: { B: { workers: unlimited, serviceTime: 1ms } }
    policies: { messageTtl: 100ms }
    faults:
      - { participant: A, kind: down, from: 0s, to: 10s }
      - { participant: B, kind: down, from: 8s, to: 28s }
      - { participant: broker, kind: down, from: 5s, to: 9s }
      - { participant: broker, kind: down, from: 9s, to: 19s }
      - { participant: broker, kind: down, from: 64s, to: 100s }`),
  checks: [{ what: 'availability', unit: 'share', expected: 0.9 * 0.8 * 0.5, of: ({ availability }) => availability! }],
};

/** What reaches A and further subscribers because prices change, against what reaches B because shoppers come. */
const pushed = (changes: number, subscribers: number): Experiment => ({
  family: 'Push or pull', technique: 'cache-with-api-updates', setting: `${changes} changes/s, ${subscribers} subscriber${subscribers === 1 ? '' : 's'}`, quick: subscribers > 1,
  scenario: textbook(`
    duration: 60s
    workload: { rate: 10/s }
    catalog: { priceChanges: ${changes}/s, products: 50, hot: 50 }
    policies: { subscribers: ${subscribers} }`),
  checks: [{ what: 'pushes a second', unit: 'count', expected: changes * subscribers, of: ({ messages }) => messages.byKind['push']! / 60 }],
});

/** Every experiment about copies. */
export const copies: Experiment[] = [
  ttl(5, 0.05, 500),
  ttl(1, 0.2, 200, true),
  ttl(20, 0.01, 1000),
  popular(5, 50, 200),
  popular(60, 300, 600),
  popular(300, 600, 900),
  cold(10, 10_000, 1000),
  cold(60, 1000, 100),
  ...Object.keys(ages).map((technique) => aged(technique, 5)),
  aged('direct-api-call', 20),
  relayed(5, 100),
  relayed(20, 50),
  series('direct-api-call', 'B', 'B'),
  series('async-messaging', 'broker', 'the broker'),
  series('cache-with-api-updates', 'cache', 'its copy'),
  both,
  pushed(20, 1),
  pushed(20, 20),
];
