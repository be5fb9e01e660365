import { mermaid } from '../player/mermaid.ts';
import { writeDuration } from '../schemas/duration.ts';
import { ContentError, fail } from '../schemas/errors.ts';
import type { Layer } from '../schemas/layers.ts';
import { techniques } from '../schemas/models.ts';
import { resolveScenario } from '../schemas/resolve.ts';
import { nameOf, storyLayers, trafficLayers } from '../schemas/runs.ts';
import { withSets } from '../schemas/sets.ts';
import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Technique } from '../simulation/technique.ts';
import { metricsJson } from '../take-away/run-files.ts';
import { metricsCsv } from '../take-away/tables.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { estimateEvents, mostEvents } from '../measure/estimate.ts';
import { help } from './help.ts';
import { notes } from './notes.ts';
import { print } from './output.ts';
import { findScenario, readOwnStories, scenarioNames } from './scenarios.ts';
import { stepList, summary } from './summary.ts';
import { traceLines } from './trace.ts';

/** A Mermaid diagram is drawn from a whole trace, which has to fit in memory. */
const mostEventsDrawn = 2_000_000;

/** What to run, and how to print it. */
export interface Order {
  technique: Technique;
  scenario: Scenario;
  /** The layers a person wrote, for the notes. */
  layers: Layer[];
  asked: Arguments;
}

/**
 * The command `simulate`.
 * @param root the project's folder
 * @param given the arguments after the script's name
 * @returns the exit status: 0 when the run ended, 1 when it failed, 2 when the arguments make no sense
 */
export async function simulateCommand(root: string, given: readonly string[]): Promise<number> {
  let order: Order | 'help';
  try {
    order = readOrder(root, given);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (order === 'help') {
    await print([help(Object.keys(techniques), scenarioNames(root))]);
    return 0;
  }
  try {
    await print(output(order));
    return 0;
  } catch (error) {
    if (error instanceof ContentError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    const why = error instanceof Error ? error.message : JSON.stringify(error);
    process.stderr.write(`${order.technique.slug} under ${order.scenario.name}: the run failed: ${why}\n`);
    return 1;
  }
}

/**
 * Looks up what the arguments name.
 * @throws ContentError with one sentence when they make no sense, or ask for a run that is too large
 */
export function readOrder(root: string, given: readonly string[]): Order | 'help' {
  const asked = readArguments(given, Object.keys(techniques));
  if (asked === 'help') return 'help';
  const technique = techniques[asked.technique]!;
  const chain = findScenario(root, asked.scenario);
  const written = asked.story ? storyLayers(chain, readOwnStories(root, technique.slug)) : trafficLayers(chain);
  const layers = withSets(written, asked.sets);
  if (asked.seed !== null) layers.push({ where: `--seed ${asked.seed}`, layer: { seed: asked.seed } });
  const scenario = resolveScenario(layers, nameOf(chain));
  const most = asked.format === 'mermaid' ? mostEventsDrawn : mostEvents;
  const events = estimateEvents(technique, scenario);
  if (!(events <= most)) tooLarge(most, `this one would take about ${millions(events)}`);
  return { technique, scenario, layers, asked };
}

/**
 * Runs it, and says what came of it in pieces of text.
 * @param most the events at which a run is stopped that was to be shorter
 * @throws ContentError when it is
 */
export function* output({ technique, scenario, layers, asked }: Order, most = mostEvents): Generator<string> {
  const ran = (record: boolean, limit = most): Run => {
    const run = new Run(technique, scenario, record);
    if (!run.advance(limit)) stopped(run, limit);
    return run;
  };
  switch (asked.format) {
    case 'json': return yield metricsJson(ran(false).metrics());
    case 'csv': return yield metricsCsv([ran(false).metrics()]);
    case 'trace': return yield* traceLines(technique, scenario, most, stopped);
    case 'mermaid': return yield mermaid(ran(true, Math.min(most, mostEventsDrawn)).trace());
    case 'summary': {
      const metrics = ran(false).metrics();
      yield summary(metrics, scenario, asked.story, notes(technique, scenario, layers, Object.keys(metrics.messages.byKind)));
      if (asked.story) yield stepList(ran(true).trace());
    }
  }
}

function stopped({ kernel, scenario }: Run, most: number): never {
  tooLarge(most, `this one had taken them by ${writeDuration(kernel.now)} of ${writeDuration(scenario.duration)}`);
}

function tooLarge(most: number, found: string): never {
  fail('simulate', [], `expected a run of at most ${millions(most)} events, but ${found}: shorten its duration or lower its rates`);
}

function millions(count: number): string {
  return count <= 1e12 ? `${Number((count / 1e6).toPrecision(3))} million` : 'a million million or more';
}
