import type { z } from 'astro/zod';
import { catalog } from './catalog.ts';
import { duration, someDuration } from './duration.ts';
import { fault } from './fault.ts';
import { fields, listOf, oneOf, whole, words } from './fields.ts';
import { network } from './network.ts';
import { policies } from './policies.ts';
import { crew, receiver, station, store } from './station.ts';
import { workload } from './workload.ts';

/** The icons a scenario may wear in the figure's choice. */
export const scenarioIcons = [
  'nothing', 'down', 'hang', 'slow', 'traffic', 'price', 'storm', 'database', 'broker', 'lost', 'cold', 'schema',
  'crash', 'outbox', 'event-twice', 'reply-twice', 'late', 'overtake',
] as const;

const world = {
  parameters: oneOf(['realistic', 'teaching']).optional(),
  seed: whole('a whole number from 0', 0).optional(),
  duration: someDuration.optional(),
  warmup: duration.optional(),
  workload: workload.optional(),
  catalog: catalog.optional(),
  network: network.optional(),
  participants: fields({
    A: receiver.optional(),
    B: station.optional(),
    orders: store.optional(),
    catalog: store.optional(),
    database: store.optional(),
    broker: station.optional(),
    jobs: store.optional(),
    cache: store.optional(),
    relay: station.optional(),
    consumer: crew.optional(),
  }).optional(),
  policies: policies.optional(),
  faults: listOf(fault, 'a list of faults, each starting with "- "').optional(),
};

/** What one layer says of the world; what it leaves out is as it was underneath. */
export const scenarioLayer = fields(world);
export type ScenarioLayer = z.output<typeof scenarioLayer>;

/** A scenario file: what the traffic run is, and under `story` what its click-through changes. */
export const scenarioFile = fields({
  extends: words('the name of a scenario').optional(),
  name: words('a name').optional(),
  title: words('a title').optional(),
  short: words('a short description').optional(),
  icon: oneOf(scenarioIcons).optional(),
  ...world,
  story: scenarioLayer.optional(),
});
export type ScenarioFile = z.output<typeof scenarioFile>;
