import { parameterSets } from '../simulation/parameters.ts';

/** What `--help` prints. */
export function help(techniques: readonly string[], scenarios: readonly string[]): string {
  return `Runs a technique under a scenario and prints what came of it.

  npm run --silent simulate -- TECHNIQUE [options]

  --scenario NAME|FILE.yaml   what the world does; ${'normal'} when left out
  --story                     the run one clicks through: one shopper, slowed down
  --set path=value            changes one field of the scenario; may be given several times, left to right
  --seed N                    another draw of the same world
  --format FORMAT             summary (for people), json or csv (the metrics), trace (one event a line),
                              mermaid (a sequence diagram)
  --help                      this text

Techniques
${indent(techniques)}

Scenarios
${indent(scenarios)}

Fields for --set, as in a scenario file
${indent(fieldPaths())}

Values carry their unit: 250ms, 10s, 2m, 100/s. none switches a policy off, queue: unbounded and
workers: unlimited lift a limit. A span of time is 10ms, or { distribution: exponential, mean: 10ms };
other distributions are constant (mean), uniform (min, max) and lognormal (mean, cv).
Items of a list by number: faults.0.to=40s.

Exit status: 0 when the run ended, 1 when it failed, 2 when what was asked for makes no sense.

Examples
  npm run --silent simulate -- direct-api-call --scenario b-down
  npm run --silent simulate -- async-messaging --scenario traffic-spike --set policies.messageTtl=1.9s --format json
  npm run --silent simulate -- async-polling --story --format mermaid
`;
}

function fieldPaths(): string[] {
  const { workload, catalog, network, participants, policies } = parameterSets.realistic;
  const under = (name: string, map: object) => `${name}.{${Object.keys(map).join(', ')}}`;
  return [
    'parameters  seed  duration  warmup  faults',
    under('workload', workload),
    under('catalog', catalog),
    under('network', network),
    `participants.{${Object.keys(participants).join(', ')}}.{workers, queue, serviceTime}`,
    'participants.{orders, catalog, database, jobs, cache}.commitTime',
    'participants.A.{pushWorkers, pushTime}',
    under('policies', policies),
  ];
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
