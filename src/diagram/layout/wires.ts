/** Which wire a message of a run takes. */
import { indexOf } from '../../player/trace-index.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { PlacedNode, Wire } from './types.ts';

type Wired = Pick<Wire, 'ends' | 'queue'>;

/**
 * The wire a message travels, and whether it goes from the wire's first end to its second.
 * `queue` is the broker queue the message belongs to, if any. Null when no channel joins the two.
 */
export function wireFor<W extends Wired>(
  { wires }: { wires: readonly W[] }, from: string, to: string, queue: string | null,
): { wire: W; forward: boolean } | null {
  const between = wires.filter(({ ends }) => ends.includes(from) && ends.includes(to));
  const wire = between.find((one) => one.queue !== null && one.queue === queue) ?? between[0];
  return wire ? { wire, forward: wire.ends[0] === from } : null;
}

/** A look-up from a run's message to the broker's queue it belongs to, itself or by what it answers; null for all others. */
export function queueFinder({ participants }: Topology, trace: Trace): (id: number) => string | null {
  const { messages } = indexOf(trace);
  const queues = new Set(Object.values(participants).flatMap((one) => Object.keys(one.queues)));
  return (id) => {
    const sent = messages.get(id)?.sent;
    const asked = sent?.answers === null || !sent ? undefined : messages.get(sent.answers)?.sent;
    return [sent?.name, asked?.name].find((name) => name !== undefined && queues.has(name)) ?? null;
  };
}

/** Whether a message goes by the name of a queue, which stands at its tray already. */
export const titled = (nodes: readonly PlacedNode[], name: string): boolean => nodes.some(({ trays }) => trays.some(({ queue }) => queue === name));
