import { parameterSets } from '../simulation/parameters.ts';
import type { Catalog, Network, Scenario, Station } from '../simulation/scenario.ts';
import { completeDistribution, type DistributionLayer } from './distribution.ts';
import { writeDuration } from './duration.ts';
import { fail } from './errors.ts';
import { completeFault, participantNames } from './fault.ts';
import { overlay, spellOut, whoSays, type Layer } from './layers.ts';
import type { ScenarioLayer } from './scenario.ts';
import type { StationLayer } from './station.ts';

/**
 * The world of a run: the parameter set, then the layers in order, each over the one before.
 * Throws a `ContentError` where the layers together make no sense.
 */
export function resolveScenario(layers: readonly Layer[], name = 'normal'): Scenario {
  const spelled = layers.map(({ where, layer }) => ({ where, layer: spellOut(layer) }));
  const merged = mergeLayers(spelled);
  const { parameters = 'realistic', seed = 1, duration, warmup } = merged;
  const base = parameterSets[parameters];
  const resolve = new Resolving(spelled);
  const scenario: Scenario = {
    name,
    parameters,
    seed,
    duration: duration ?? base.duration,
    warmup: warmup ?? base.warmup,
    workload: { ...base.workload, ...merged.workload },
    catalog: resolve.catalog({ ...base.catalog, ...merged.catalog } as Catalog),
    network: resolve.network(merged),
    participants: resolve.participants(merged),
    policies: { ...base.policies, ...merged.policies },
    faults: (merged.faults ?? []).map((fault) => completeFault(fault, duration ?? base.duration)),
  };
  resolve.check(scenario);
  return scenario;
}

/** The parameter set that the layers ask for, with the layers over it: still what a file may say. */
export function mergeLayers(layers: readonly Layer[]): ScenarioLayer {
  const parameters = layers.findLast(({ layer }) => layer.parameters !== undefined)?.layer.parameters;
  let merged = { ...parameterSets[parameters ?? 'realistic'], faults: [] } as ScenarioLayer;
  for (const { layer } of layers) merged = overlay(merged, layer);
  return merged;
}

class Resolving {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  network({ network }: ScenarioLayer): Network {
    return {
      hop: this.#distribution(network?.hop, ['network', 'hop']),
      storeHop: this.#distribution(network?.storeHop, ['network', 'storeHop']),
      shopperHop: this.#distribution(network?.shopperHop, ['network', 'shopperHop']),
      loss: network?.loss ?? 0,
    };
  }

  participants({ participants }: ScenarioLayer): Scenario['participants'] {
    return Object.fromEntries(participantNames.map((id) => {
      const { workers = null, queue = null, serviceTime, commitTime, pushWorkers, pushTime } = (participants?.[id] ?? {}) as StationLayer;
      const path = ['participants', id];
      const station: Station = { workers, queue, serviceTime: this.#distribution(serviceTime, [...path, 'serviceTime']) };
      if (commitTime) {
        const commit = this.#distribution(commitTime, [...path, 'commitTime']);
        if (JSON.stringify(commit) !== JSON.stringify(station.serviceTime)) station.commitTime = commit;
      }
      if (pushWorkers !== undefined) station.pushWorkers = pushWorkers;
      if (pushTime) station.pushTime = this.#distribution(pushTime, [...path, 'pushTime']);
      return [id, station];
    })) as Scenario['participants'];
  }

  catalog(catalog: Catalog): Catalog {
    const changes = catalog.changes.map(({ at, product = 1 }, index) => {
      if (product > catalog.products) {
        this.#fail(['catalog', 'changes'], `expected changes[${index}] to name one of the ${catalog.products} products by its rank, but found ${product}`);
      }
      return { at, product };
    });
    return { ...catalog, hot: Math.min(catalog.hot, catalog.products), changes };
  }

  check({ duration, warmup, faults }: Scenario): void {
    if (warmup >= duration) {
      this.#fail(['warmup'], `expected a warm-up shorter than the run of ${writeDuration(duration)}, but found ${writeDuration(warmup)}`);
    }
    faults.forEach(({ from, to }, index) => {
      if (from >= to) {
        this.#fail(['faults'], `expected fault ${index} to end after it begins at ${writeDuration(from)}, but found to: ${writeDuration(to)}`);
      }
    });
  }

  #distribution(value: DistributionLayer | undefined, path: string[]) {
    return completeDistribution(value ?? {}, whoSays(this.#layers, path), path);
  }

  #fail(path: string[], text: string): never {
    fail(whoSays(this.#layers, path), path, text);
  }
}
