import type { ScenarioLayer } from './scenario.ts';
import { overlayDistribution } from './distribution.ts';

/** A layer and where it was written, for the messages. */
export interface Layer {
  where: string;
  layer: ScenarioLayer;
}

/**
 * Lays one layer over another: maps merge by key, lists and single values are replaced, and a
 * distribution that changes its kind keeps only the parameters that the new kind has.
 */
export function overlay(under: ScenarioLayer, over: ScenarioLayer): ScenarioLayer {
  return overlayMap({ ...under }, { ...over });
}

/**
 * Spells out the names that stand for others within one layer: `participants.database` is the
 * store that holds the truth, so `catalog` too where the technique has one, unless the layer names
 * `catalog` itself; `policies.consumers` is the number of the consumer's workers.
 */
export function spellOut(layer: ScenarioLayer): ScenarioLayer {
  const { database, catalog, consumer } = layer.participants ?? {};
  const consumers = layer.policies?.consumers ?? consumer?.workers ?? undefined;
  const participants = {
    ...layer.participants,
    ...(database && { catalog: { ...database, ...catalog } }),
    ...(consumers !== undefined && { consumer: { workers: consumers, ...consumer } }),
  };
  return {
    ...layer,
    ...(Object.keys(participants).length > 0 && { participants }),
    ...(consumers !== undefined && { policies: { consumers, ...layer.policies } }),
  };
}

/** The last layer that says anything at or above this path. */
export function whoSays(layers: readonly Layer[], path: readonly string[]): string {
  for (let depth = path.length; depth > 0; depth--) {
    const found = layers.findLast(({ layer }) => reaches(layer, path.slice(0, depth)));
    if (found) return found.where;
  }
  return layers[layers.length - 1]?.where ?? 'the scenario';
}

type Map = Record<string, unknown>;

function overlayMap(under: Map, over: Map): Map {
  const merged: Map = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = under[key];
    if (!isMap(value) || !isMap(below)) merged[key] = value;
    else merged[key] = 'distribution' in below ? overlayDistribution(below, value) : overlayMap(below, value);
  }
  return merged;
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reaches(layer: unknown, path: readonly string[]): boolean {
  let value = layer;
  for (const key of path) {
    if (!isMap(value) || value[key] === undefined) return false;
    value = value[key];
  }
  return true;
}
