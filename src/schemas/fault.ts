import { z } from 'astro/zod';
import { participantIds, type Fault, type MessageKind, type ParticipantId } from '../simulation/scenario.ts';
import { duration, writeDuration } from './duration.ts';
import { fields, number, oneOf, reading, words, expected } from './fields.ts';
import { rate, writeRate } from './rate.ts';
import { unknownName } from './errors.ts';

const faultKinds = ['down', 'hang', 'slow', 'loss', 'delay', 'traffic', 'priceChanges', 'schemaChange'] as const;

/** The kinds of message. */
export const messageKinds = [
  'request', 'response', 'query', 'result', 'command', 'ack', 'event', 'poll', 'push',
] as const satisfies readonly MessageKind[];

/** Everything a file may name, the shopper excepted. */
export const participantNames = participantIds.filter((id) => id !== 'shopper') as
  [Exclude<ParticipantId, 'shopper'>, ...Exclude<ParticipantId, 'shopper'>[]];

const window = { from: duration.optional(), to: duration.optional() };
const participant = oneOf(participantNames);
const factor = number('a factor above 0', Number.MIN_VALUE);
const share = number('a probability from 0 to 1', 0, 1);
const messages = {
  of: reading<MessageKind[] | null>((input) => {
    const kinds = Array.isArray(input) ? input : [input];
    const wrong = kinds.find((kind) => !messageKinds.includes(kind));
    return kinds.length > 0 && wrong === undefined
      ? { value: kinds as MessageKind[] }
      : { expected: `a list of kinds of message (${messageKinds.join(', ')})` };
  }).optional(),
  name: words('the name of a message').optional(),
};

const kinds = {
  down: fields({ kind: z.literal('down'), participant, ...window }),
  hang: fields({ kind: z.literal('hang'), participant, ...window }),
  slow: fields({ kind: z.literal('slow'), participant, factor, ...window }),
  loss: fields({ kind: z.literal('loss'), probability: share, ...messages, ...window }),
  delay: fields({ kind: z.literal('delay'), by: duration, ...messages, ...window }),
  traffic: fields({ kind: z.literal('traffic'), factor: number('a factor from 0', 0), ...window }),
  priceChanges: fields({ kind: z.literal('priceChanges'), rate, ...window }),
  schemaChange: fields({ kind: z.literal('schemaChange'), ...window }),
};

/** A fault as a file states it: `from` left out is the start of the run, `to` its end. */
export type FaultLayer = z.output<(typeof kinds)[keyof typeof kinds]>;

/** One thing that goes wrong for a while. */
export const fault = z.unknown().transform((input, context): FaultLayer => {
  const kind = typeof input === 'object' && input !== null ? (input as { kind?: unknown }).kind : undefined;
  const known = faultKinds.find((name) => name === kind);
  if (known === undefined) {
    const isMap = typeof input === 'object' && input !== null && !Array.isArray(input);
    context.addIssue({
      code: 'custom',
      path: isMap ? ['kind'] : [],
      message: !isMap ? expected('a fault, such as { participant: B, kind: down, from: 20s, to: 30s }', input)
        : kind === undefined ? expected('a kind of fault', undefined, `write one of ${faultKinds.join(', ')}`)
          : unknownName(kind, faultKinds),
    });
    return z.NEVER;
  }
  const read = kinds[known].safeParse(input);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

/** In file notation. */
export function writeFault(value: FaultLayer | Fault): Record<string, unknown> {
  const { kind, from, to } = value;
  return {
    ...('participant' in value && { participant: value.participant }),
    kind,
    ...('factor' in value && { factor: value.factor }),
    ...('probability' in value && { probability: value.probability }),
    ...('by' in value && { by: writeDuration(value.by) }),
    ...('rate' in value && { rate: writeRate(value.rate) }),
    ...('of' in value && value.of && { of: value.of }),
    ...('name' in value && value.name && { name: value.name }),
    ...(from !== undefined && { from: writeDuration(from) }),
    ...(to !== undefined && { to: writeDuration(to) }),
  };
}

/** The fault with its window closed and every field there. */
export function completeFault(value: FaultLayer, end: number): Fault {
  const span = { from: value.from ?? 0, to: value.to ?? end };
  switch (value.kind) {
    case 'loss': return { kind: 'loss', probability: value.probability, of: value.of ?? null, name: value.name ?? null, ...span };
    case 'delay': return { kind: 'delay', by: value.by, of: value.of ?? null, name: value.name ?? null, ...span };
    default: return { ...value, ...span };
  }
}
