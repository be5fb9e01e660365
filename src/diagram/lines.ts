/** Which line of a technique's printed model runs at an event of its trace. */
import type { TraceEvent } from '../simulation/trace.ts';

/** A line of the source, from 1, and the participant that runs it. */
export interface MarkedLine {
  line: number;
  who: string;
}

/** Lines by key; see `lineKey` and `askKey`. */
export type LineMap = Record<string, MarkedLine>;

type Message = Pick<TraceEvent, 'kind' | 'name' | 'from' | 'to'>;

/** Under this key stands the line that runs when a message arrives. */
export const lineKey = ({ kind, name, from, to }: Message): string => `${kind} ${name} ${from}->${to}`;

/** Under this key stands the line on which a message is sent, where its sender waits. */
export const askKey = (message: Message): string => `ask ${lineKey(message)}`;

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A block's first and last line, from 0; the last is its closing brace. */
interface Block {
  from: number;
  to: number;
}

/** The block of a generator by its name, or null. */
function blockOf(lines: string[], name: string): Block | null {
  const opens = new RegExp(`^\\s*\\*?(['"\`]?)${escaped(name)}\\1\\s*(\\(.*\\{\\s*$|:)`);
  const from = lines.findIndex((line) => opens.test(line));
  if (from < 0) return null;
  const indent = lines[from]!.search(/\S/);
  const after = lines.findIndex((line, i) => i > from && line.trim() !== '' && line.search(/\S/) <= indent);
  return { from, to: lines[from]!.trimEnd().endsWith('{') && after > 0 ? after : from };
}

/** The line on which a participant names a message it sends, or null. */
function askLine(lines: string[], { name, from }: Message): number | null {
  const holds = new RegExp(`(['"\`])${escaped(name)}\\1`);
  const own = new RegExp(`\\b${from}\\.`);
  const index = lines.findIndex((line) => holds.test(line) && own.test(line));
  return index < 0 ? null : index + 1;
}

/** The line of a block that gives an answer: the one that names it, or else its last `return`, or else its last statement. */
function answerLine(lines: string[], { from, to }: Block, name: string): number {
  const holds = new RegExp(`(['"\`])${escaped(name)}\\1`);
  let found = Math.max(from, to - 1);
  for (let i = from + 1; i < to; i += 1) {
    if (holds.test(lines[i]!)) return i + 1;
    if (/^\s*return\b/.test(lines[i]!)) found = i;
  }
  return found + 1;
}

/**
 * The line that runs when a message arrives, and whose it is. `asked` is the message it answers, if any.
 * An ask runs the first line of its receiver's handler, or without a handler the line that asks. An answer runs the line
 * of the handler that gives it, or without a handler the line that asked. Null when the source has no such line.
 */
export function lineOf(source: string, message: Message, asked: Message | null): MarkedLine | null {
  const lines = source.split('\n');
  const handled = (one: Message) => blockOf(lines, one.from === 'shopper' ? 'checkout' : one.name);
  const mark = (line: number | null, who: string) => (line === null ? null : { line, who });
  if (asked) {
    const block = handled(asked);
    return block && asked.to === message.from
      ? mark(answerLine(lines, block, message.name), message.from)
      : mark(askLine(lines, asked), asked.from);
  }
  const block = handled(message);
  return block && message.to !== 'broker' ? mark(block.from + 1, message.to ?? '') : mark(askLine(lines, message), message.from);
}

/** The lines of every message of the given runs, for a page to hand to its figures. */
export function linesOf(source: string, events: readonly TraceEvent[]): LineMap {
  const lines = source.split('\n');
  const sent = new Map<number, TraceEvent>();
  const map: LineMap = {};
  for (const event of events) {
    if (event.type === 'state') continue;
    if (event.type === 'send') sent.set(event.id, event);
    const marked = lineOf(source, event, event.answers === null ? null : sent.get(event.answers) ?? null);
    if (marked) map[lineKey(event)] = marked;
    const ask = askLine(lines, event);
    if (ask !== null) map[askKey(event)] = { line: ask, who: event.from };
  }
  return map;
}
