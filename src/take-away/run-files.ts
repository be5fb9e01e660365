/** The files in which a reader takes a run away. */
import { mermaid } from '../player/mermaid.ts';
import { describeScenario } from '../schemas/describe.ts';
import type { Metrics } from '../simulation/metrics.ts';
import { measure } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import { traceLine, type Trace } from '../simulation/trace.ts';
import { metricsCsv, traceCsv } from './tables.ts';

export const runFiles = ['story.mmd', 'trace.json', 'trace.csv', 'metrics.json', 'metrics.csv'] as const;
export type RunFile = (typeof runFiles)[number];

/** What is in a file of a run. */
export function runFile(file: RunFile, technique: Technique, trace: Trace): string {
  switch (file) {
    case 'story.mmd': return mermaid(trace);
    case 'trace.json': return traceJson(trace);
    case 'trace.csv': return traceCsv(trace);
    case 'metrics.json': return metricsJson(measure(technique, trace.scenario));
    case 'metrics.csv': return metricsCsv([measure(technique, trace.scenario)]);
  }
}

/** The metrics of a run, its scenario in the notation of a scenario file. */
export function metricsJson(metrics: Metrics): string {
  return `${JSON.stringify({ ...metrics, scenario: describeScenario(metrics.scenario) }, null, 2)}\n`;
}

/** A run's events, one a line, with the scenario that they come from. Times are microseconds. */
function traceJson({ technique, scenario, events, end }: Trace): string {
  const about = JSON.stringify({ technique, scenario: describeScenario(scenario), end }).slice(1, -1);
  return `{${about},"events":[\n${events.map(traceLine).join(',\n')}\n]}\n`;
}
