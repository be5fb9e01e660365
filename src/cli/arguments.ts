import { fail, nearest, sayOneOf, show, unknownName } from '../schemas/errors.ts';

export const formats = ['summary', 'json', 'csv', 'trace', 'mermaid'] as const;
export type Format = (typeof formats)[number];

/** What was asked for on the command line, not yet looked up. */
export interface Arguments {
  technique: string;
  /** The name of a scenario, or the path of a file. */
  scenario: string;
  story: boolean;
  /** `path=value`, in order. */
  sets: string[];
  seed: number | null;
  format: Format;
}

const options = ['--scenario', '--story', '--set', '--seed', '--format', '--help'];

/**
 * Reads the arguments after the script's name; `help` when it was asked for.
 * @throws ContentError with one sentence for the first that makes no sense
 */
export function readArguments(given: readonly string[], techniques: readonly string[]): Arguments | 'help' {
  const names: string[] = [];
  const read: Omit<Arguments, 'technique'> = { scenario: 'normal', story: false, sets: [], seed: null, format: 'summary' };
  const rest = [...given];
  while (rest.length > 0) {
    const argument = rest.shift()!;
    if (!argument.startsWith('-')) {
      names.push(argument);
      continue;
    }
    const { name, value } = takeApart(argument);
    if (name === '--help' || name === '-h') return 'help';
    if (name === '--story') {
      if (value !== undefined) fail(argument, [], `expected --story without a value, but found ${show(value)}`);
      read.story = true;
      continue;
    }
    if (!options.includes(name)) fail(argument, [], unknownOption(name));
    const text = value ?? rest.shift();
    if (text === undefined) fail(name, [], `expected a value after ${name}, but found nothing`);
    if (name === '--scenario') read.scenario = text;
    if (name === '--set') read.sets.push(text);
    if (name === '--seed') read.seed = readSeed(text);
    if (name === '--format') read.format = readFormat(text);
  }
  const [technique, more] = names;
  if (technique === undefined) fail('simulate', [], `expected a technique (${sayOneOf(techniques)}), but found none: --help says the rest`);
  if (more !== undefined) fail(more, [], `expected one technique, but found ${show(technique)} and ${show(more)}`);
  if (!techniques.includes(technique)) fail(technique, [], unknownName(technique, techniques, 'a technique'));
  return { technique, ...read };
}

function takeApart(argument: string): { name: string; value?: string } {
  const equals = argument.indexOf('=');
  return equals < 0 ? { name: argument } : { name: argument.slice(0, equals), value: argument.slice(equals + 1) };
}

function unknownOption(name: string): string {
  const near = nearest(name, options);
  return `expected ${sayOneOf(options)}, but found ${show(name)}${near === null ? '' : `; the nearest valid name is ${JSON.stringify(near)}`}`;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) fail(`--seed ${text}`, [], `expected a whole number from 0, but found ${show(text)}`);
  return seed;
}

function readFormat(text: string): Format {
  return formats.find((format) => format === text) ?? fail(`--format ${text}`, [], unknownName(text, formats));
}
