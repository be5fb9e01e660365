import { sayOneOf, sayPath } from '../schemas/errors.ts';
import type { Layer } from '../schemas/layers.ts';
import type { Fault, Policies, Scenario } from '../simulation/scenario.ts';
import type { Topology } from '../simulation/technique.ts';

type Uses = (technique: Topology, scenario: Scenario) => boolean;

const has = (...ids: string[]): Uses => ({ participants }) => ids.some((id) => id in participants);
const calls: Uses = ({ participants, channels }, { policies }) =>
  channels.some((channel) => channel.includes('A') && channel.includes('B')) && (!('cache' in participants) || policies.cacheAside);
const aside: Uses = ({ participants }, { policies }) => 'cache' in participants && policies.cacheAside;
const asksB: Uses = (technique, scenario) =>
  calls(technique, scenario) || Object.values(technique.participants['broker']?.queues ?? {}).includes('B');
const marksPublished: Uses = ({ participants }, { policies }) => 'relay' in participants && policies.outbox;

/** Participants that take part, and that nobody may ever ask for anything. */
const asked: Record<string, Uses> = {
  B: asksB,
  catalog: (technique, scenario) => asksB(technique, scenario) || marksPublished(technique, scenario),
  relay: () => false,
};

const usesOf: Record<keyof Policies, Uses> = {
  timeout: calls,
  retries: calls,
  backoff: calls,
  circuitBreaker: calls,
  pollInterval: has('jobs'),
  pollJitter: has('jobs'),
  messageTtl: has('broker'),
  cacheTtl: aside,
  cacheAside: has('cache'),
  cacheStart: has('cache'),
  relayInterval: has('relay'),
  outbox: has('relay'),
  consumers: has('consumer'),
  subscribers: has('cache'),
};

/**
 * What the layers ask for that makes no difference to this technique, a sentence each.
 * @param sent the kinds of message that the run sent
 */
export function notes(technique: Topology, scenario: Scenario, layers: readonly Layer[], sent: readonly string[]): string[] {
  const sentences: string[] = [];
  const say = (path: (string | number)[], why: string) => sentences.push(`${sayPath(path)} makes no difference here: ${why}.`);
  for (const id of stated(layers, 'participants')) {
    const store = ownName(technique, id);
    const why = takesPart(technique, id) ? unless(asked[store] ?? (() => true), technique, scenario, `nobody asks ${id} for anything in ${technique.slug}`)
      : `${technique.slug} has no ${id}`;
    if (why !== null) say(['participants', id], why);
    else if (store === 'catalog' && layers.some(({ layer }) => layer.participants?.[id as 'catalog']?.commitTime !== undefined)) {
      if (!marksPublished(technique, scenario)) say(['participants', id, 'commitTime'], `nobody writes to ${id} in ${technique.slug}`);
    }
  }
  for (const field of ['pushWorkers', 'pushTime'] as const) {
    const said = layers.some(({ layer }) => layer.participants?.A?.[field] !== undefined);
    if (said && !takesPushes(technique)) say(['participants', 'A', field], `nobody pushes to A in ${technique.slug}`);
  }
  for (const name of stated(layers, 'policies')) {
    const why = unless(usesOf[name as keyof Policies], technique, scenario, `${technique.slug} has no use for it`);
    if (why !== null) say(['policies', name], why);
  }
  const { arrivals, first, at } = scenario.workload;
  if (arrivals !== 'single') {
    if (first > 0) say(['workload', 'first'], 'it needs workload.arrivals: single');
    if (at.length > 0) say(['workload', 'at'], 'it needs workload.arrivals: single');
  }
  scenario.faults.forEach((fault, index) => {
    const why = idle(technique, scenario, fault, sent);
    if (why !== null) say(['faults', index], why);
  });
  return sentences;
}

function idle(technique: Topology, scenario: Scenario, fault: Fault, sent: readonly string[]): string | null {
  if ('participant' in fault && !takesPart(technique, fault.participant)) return `${technique.slug} has no ${fault.participant}`;
  if (fault.from >= scenario.duration) return 'it begins after the end of the run';
  if (fault.kind === 'traffic' && scenario.workload.arrivals === 'single') return 'one shopper comes, at the start';
  if ('of' in fault && fault.of !== null && !fault.of.some((kind) => sent.includes(kind))) return `no ${sayOneOf(fault.of)} was sent`;
  return null;
}

/** Price changes are pushed straight to A where it keeps a copy and no broker is between. */
function takesPushes({ participants }: Topology): boolean {
  return 'cache' in participants && !('broker' in participants);
}

/** Null where something is of use, or else why it is not. */
function unless(uses: Uses, technique: Topology, scenario: Scenario, why: string): string | null {
  if (uses(technique, scenario)) return null;
  return 'cache' in technique.participants && uses(technique, withAside(scenario)) ? 'it needs policies.cacheAside: true' : why;
}

function takesPart(technique: Topology, id: string): boolean {
  return ownName(technique, id) in technique.participants;
}

/** The participant that a file means: `database` stands for the store that holds the truth, which every technique has. */
function ownName({ participants }: Topology, id: string): string {
  return id === 'database' && !(id in participants) ? 'catalog' : id;
}

function withAside(scenario: Scenario): Scenario {
  return { ...scenario, policies: { ...scenario.policies, cacheAside: true } };
}

function stated(layers: readonly Layer[], field: 'participants' | 'policies'): string[] {
  return [...new Set(layers.flatMap(({ layer }) => Object.keys(layer[field] ?? {})))];
}
