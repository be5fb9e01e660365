import mermaid from 'mermaid';
import { describe, expect, test } from 'vitest';
import { mermaid as write } from '../../src/player/mermaid.ts';
import { scenarioNames } from '../../src/cli/scenarios.ts';
import { output, readOrder } from '../../src/cli/simulate.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import type { MessageEvent, TraceEvent } from '../../src/simulation/trace.ts';
import { techniques } from '../../src/schemas/models.ts';

/** What Mermaid's own parser makes of a line between two lifelines, or of a note (type 2, without a receiver). */
interface Parsed {
  from: string;
  to: string;
  message: string;
  type: number;
}

const note = 2;

/** Mermaid keeps a character written as its number in signs of its own. */
const decoded = (text: string) => text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));

/** @throws when Mermaid cannot read it */
async function parse(text: string): Promise<{ type: string; messages: Parsed[]; actors: string[] }> {
  await mermaid.parse(text);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { getMessages, getActorKeys } = db as unknown as { getMessages(): Parsed[]; getActorKeys(): string[] };
  return { type, messages: getMessages.call(db), actors: getActorKeys.call(db) };
}

const isMessage = (event: TraceEvent): event is MessageEvent => event.type !== 'state';

/** Every message once, in the order of its end; those still on their way when the run ends come last. */
function messagesOf(events: readonly TraceEvent[]): MessageEvent[] {
  const messages = events.filter(isMessage);
  const ended = messages.filter(({ type }) => type !== 'send');
  const over = new Set(ended.map(({ id }) => id));
  return [...ended, ...messages.filter(({ type, id }) => type === 'send' && !over.has(id))];
}

describe.each(Object.values(techniques))('$slug', (technique) => {
  test.each(scenarioNames('.'))('%s parses, and holds the messages in order', async (scenario) => {
    const order = readOrder('.', [technique.slug, '--scenario', scenario, '--story', '--format', 'mermaid']);
    if (order === 'help') throw new Error('no help was asked for');
    const { type, messages, actors } = await parse([...output(order)].join(''));
    const wanted = messagesOf(simulate(technique, order.scenario).events);
    const arrows = messages.filter((one) => one.type !== note);
    expect(type).toBe('sequence');
    expect(wanted.length).toBeGreaterThan(0);
    expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(wanted.map(({ from, to }) => `${from} ${to}`));
    expect(arrows.map(({ message }, index) => decoded(message).slice(0, wanted[index]!.name.length))).toEqual(wanted.map(({ name }) => name));
    expect(actors).toEqual(expect.arrayContaining(wanted.flatMap(({ from, to }) => [from, to])));
  });
});

test('signs that mean something to Mermaid come out as they went in', async () => {
  const order = readOrder('.', ['direct-api-call', '--story', '--format', 'mermaid']);
  if (order === 'help') throw new Error('no help was asked for');
  const trace = simulate(order.technique, order.scenario);
  const name = 'GET /a;b#c <d> {e} 5 %%';
  const text = write({ ...trace, events: trace.events.map((event) => (event.type === 'state' ? event : { ...event, name })) });
  const { messages } = await parse(text);
  expect(decoded(messages[0]!.message)).toBe(name);
});
