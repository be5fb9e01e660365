import { expect, test } from 'vitest';
import { doJob, type Done } from '../../../src/compare/job.ts';
import { figures, figuresOf } from '../../../src/compare/figures.ts';
import { output, readOrder } from '../../../src/cli/simulate.ts';
import { asNamed, commandOf, scenarioOf, type World } from '../../../src/player/compared/world.ts';
import { measuredScenarios } from '../../../src/schemas/measurements.ts';
import { changesOf } from '../../../src/schemas/changes.ts';
import type { Metrics } from '../../../src/simulation/metrics.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { committed, root } from '../measure.ts';

const slugs = Object.keys(techniques);
const atOnce = { slice: Infinity, now: () => 0, pause: () => Promise.resolve(), wanted: () => true };

/** What the command line makes of its arguments. */
function byCommand(given: string[]): { scenario: unknown; print(): Metrics } {
  const order = readOrder(root, given);
  if (order === 'help') throw new Error('expected a run');
  return { scenario: order.scenario, print: () => JSON.parse([...output(order)].join('')) as Metrics };
}

const named = (name: string) => ({ name, changes: changesOf(byCommand(['shared-data', '--scenario', name]).scenario as Metrics['scenario']) });
const onPage = async (slug: string, name: string, world: World = asNamed(name), film = false): Promise<Done> =>
  (await doJob(techniques[slug]!, { ticket: 1, slug, scenario: scenarioOf(named(name), world), film }, atOnce))!;

test.each(measuredScenarios.flatMap((name) => slugs.map((slug) => ({ name, slug }))))('$slug under $name has the command line’s figures', async ({ name, slug }) => {
  const { print } = byCommand([slug, '--scenario', name, '--seed', '1', '--format', 'json']);
  const { figures: shown } = await onPage(slug, name);
  expect(shown).toEqual(figuresOf(print()));
});

test.each(slugs)('%s: being drawn changes no figure, and the strip is the published one', async (slug) => {
  const plain = await onPage(slug, 'price-storm');
  const drawn = await onPage(slug, 'price-storm', undefined, true);
  expect(drawn.figures).toEqual(plain.figures);
  expect(drawn.strip).toEqual(committed(slug)['price-storm']!.strip);
  expect([plain.film, plain.strip]).toEqual([null, null]);
});

const worlds: [string, string, Record<string, number>][] = [
  ['b-down', 'async-polling', { load: 40, at: 45_000, for: 5000, poll: 250, retries: 0, timeout: 400 }],
  ['b-slow', 'cache-with-api-updates', { at: 1000, for: 4000, ttl: 2000, changes: 20 }],
  ['traffic-spike', 'async-messaging', { at: 15_000, for: 10_000, question: 500, patience: 1000 }],
  ['normal', 'direct-api-call', { at: 5000, load: 300 }],
];

test.each(worlds)('the command that is shown for a changed %s under %s is the same run', (name, slug, values) => {
  const world = { scenario: name, values: { ...asNamed(name).values, ...values } };
  const [, , , , , ...given] = commandOf(slug, named(name), world).split(' ').filter(Boolean);
  expect(byCommand(given).scenario).toEqual(scenarioOf(named(name), world));
});

test('a figure that is shown is one that is measured', () => {
  const kept = committed('async-messaging')['b-down']!.figures;
  expect(figures.filter((name) => !(name in kept))).toEqual([]);
});
