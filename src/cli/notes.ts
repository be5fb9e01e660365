import { sayOneOf, sayPath } from '../schemas/errors.ts';
import type { Layer } from '../schemas/layers.ts';
import type { Fault, Policies, Scenario } from '../simulation/scenario.ts';
import type { Topology } from '../simulation/technique.ts';

type Uses = (technique: Topology, scenario: Scenario) => boolean;

const has = (...ids: string[]): Uses => ({ participants }) => ids.some((id) => id in participants);
const calls: Uses = ({ participants, channels }, { policies }) =>
  channels.some((channel) => channel.includes('A') && channel.includes('B')) && (!('cache' in participants) || policies.cacheAside);
const aside: Uses = ({ participants }, { policies }) => 'cache' in participants && policies.cacheAside;

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
    if (!takesPart(technique, id)) say(['participants', id], `${technique.slug} has no ${id}`);
  }
  for (const field of ['pushWorkers', 'pushTime'] as const) {
    const said = layers.some(({ layer }) => layer.participants?.A?.[field] !== undefined);
    if (said && !takesPushes(technique)) say(['participants', 'A', field], `nobody pushes to A in ${technique.slug}`);
  }
  for (const name of stated(layers, 'policies')) {
    const uses = usesOf[name as keyof Policies];
    if (uses(technique, scenario)) continue;
    const needsAside = 'cache' in technique.participants && !scenario.policies.cacheAside && uses(technique, withAside(scenario));
    say(['policies', name], needsAside ? 'it needs policies.cacheAside: true' : `${technique.slug} has no use for it`);
  }
  if (scenario.workload.at.length > 0 && scenario.workload.arrivals !== 'single') {
    say(['workload', 'at'], 'it needs workload.arrivals: single');
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

/** `database` stands for the store that holds the truth, which every technique has. */
function takesPart({ participants }: Topology, id: string): boolean {
  return id === 'database' || id in participants;
}

function withAside(scenario: Scenario): Scenario {
  return { ...scenario, policies: { ...scenario.policies, cacheAside: true } };
}

function stated(layers: readonly Layer[], field: 'participants' | 'policies'): string[] {
  return [...new Set(layers.flatMap(({ layer }) => Object.keys(layer[field] ?? {})))];
}
