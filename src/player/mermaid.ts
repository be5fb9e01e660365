/** A run as the text of a Mermaid sequence diagram. */
import type { MessageKind } from '../simulation/scenario.ts';
import type { StateEvent, Trace } from '../simulation/trace.ts';
import { duration, money } from './format.ts';
import { sequence, type Arrow } from './sequence.ts';
import { steps as stepsOf } from './steps.ts';
import { indexOf } from './trace-index.ts';

const answers = new Set<MessageKind>(['response', 'result', 'ack']);

const labels: Record<string, string> = {
  shopper: 'Shopper', A: 'A (checkout)', B: 'B (product catalog)', orders: 'Orders database',
  catalog: 'Catalog database', database: 'Shared database', broker: 'Broker', jobs: 'Job store',
  cache: 'Cache of prices', relay: 'Outbox relay', consumer: 'Event consumer',
};

/**
 * The run's messages in the order of its steps. Asks are solid, answers dashed, a message that does not
 * arrive ends in a cross, and a wait that nobody answers is a note.
 */
export function mermaid(trace: Trace): string {
  const stops = stepsOf(trace);
  const { lifelines, arrows } = sequence(trace, stops);
  const byStep = new Map(arrows.map((arrow) => [arrow.step, arrow]));
  const lines = ['sequenceDiagram'];
  for (const id of lifelines) lines.push(`  participant ${id} as ${escaped(labels[id] ?? id)}`);
  for (const { index, event } of stops) {
    const arrow = byStep.get(index);
    if (arrow) lines.push(`  ${arrowLine(arrow)}`);
    else if (event?.type === 'state') lines.push(`  ${noteLine(event, trace)}`);
  }
  return `${lines.join('\n')}\n`;
}

function arrowLine({ from, to, kind, name, price, fate }: Arrow): string {
  const line = answers.has(kind) ? '--' : '-';
  const head = fate === 'lost' || fate === 'refused' ? 'x' : '>>';
  const words = [name];
  if (price) words.push(`${money(price.cents)} v${price.version}`);
  if (fate !== 'delivered') words.push(fate === 'flying' ? '(still on its way)' : `(${fate})`);
  return `${from}${line}${head}${to}: ${escaped(words.join(' '))}`;
}

function noteLine({ from, name, payload, id, t }: StateEvent, trace: Trace): string {
  const wait = indexOf(trace).waitsOn.get(id)?.find(({ end }) => end?.t === t && end.name === name);
  const waited = duration(wait ? t - wait.start.t : 0);
  if (payload.for === 'patience') return `Note over ${from}: ${escaped(`leaves after ${waited}`)}`;
  const what = name === 'timeout' ? `time-out after ${waited}` : `connection lost after ${waited}`;
  return `Note over ${from}: ${escaped(what)}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[#;%<>{}]/g, (character) => `#${character.charCodeAt(0)};`).replaceAll(/\s+/g, ' ');
}
