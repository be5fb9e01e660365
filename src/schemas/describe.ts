import type { Scenario, Station } from '../simulation/scenario.ts';
import { writeCatalog } from './catalog.ts';
import { writeDuration } from './duration.ts';
import { writeFault } from './fault.ts';
import { writeNetwork } from './network.ts';
import { writePolicies } from './policies.ts';
import { writeStation } from './station.ts';
import { writeWorkload } from './workload.ts';

/**
 * A resolved scenario in the notation of a scenario file, every field there and every value with
 * its unit. Reading it again gives the same scenario.
 */
export function describeScenario(scenario: Scenario): Record<string, unknown> {
  return {
    name: scenario.name,
    parameters: scenario.parameters,
    seed: scenario.seed,
    duration: writeDuration(scenario.duration),
    warmup: writeDuration(scenario.warmup),
    workload: writeWorkload(scenario.workload),
    catalog: writeCatalog(scenario.catalog),
    network: writeNetwork(scenario.network),
    participants: describeStations(scenario.participants),
    policies: writePolicies(scenario.policies),
    faults: scenario.faults.map(writeFault),
  };
}

/** A store states its commit time even where it is that of a read, or it would take that of the parameter set. */
function describeStations(participants: Scenario['participants']): Record<string, unknown> {
  const { orders, catalog, database, jobs, cache } = participants;
  const stores: Station[] = [orders, catalog, database, jobs, cache];
  return Object.fromEntries(Object.entries(participants).map(([id, station]) => [
    id,
    writeStation(stores.includes(station) ? { commitTime: station.serviceTime, ...station } : station),
  ]));
}
