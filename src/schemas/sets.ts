import { parse } from 'yaml';
import { writeDuration } from './duration.ts';
import { ContentError, fail, show } from './errors.ts';
import { writeFault } from './fault.ts';
import { spellOut, type Layer } from './layers.ts';
import { mergeLayers } from './resolve.ts';
import { scenarioLayer } from './scenario.ts';

/**
 * Adds `--set path=value` arguments to a scenario's layers, left to right. A path names a field of
 * the scenario file (`participants.B.workers`), or of an item of a list (`faults.0.from`).
 * @throws ContentError with one sentence for the first that makes no sense
 */
export function withSets(layers: readonly Layer[], sets: readonly string[]): Layer[] {
  const all = [...layers];
  for (const set of sets) all.push(readSet(set, all));
  return all;
}

function readSet(set: string, under: readonly Layer[]): Layer {
  const where = `--set ${set}`;
  const equals = set.indexOf('=');
  const keys = set.slice(0, Math.max(equals, 0)).replace(/\[(\d+)\]/g, '.$1').split('.').map((key) => key.trim());
  if (equals < 0 || keys.some((key) => key === '')) {
    fail(where, [], 'expected a path and a value, such as participants.B.workers=8, but found ' + show(set));
  }
  let value: unknown;
  try {
    value = parse(set.slice(equals + 1), { logLevel: 'error' });
  } catch {
    fail(where, [], `expected a value as a scenario file has it, such as 250ms or { mean: 10ms }, but found ${show(set.slice(equals + 1))}`);
  }
  const raw = put(listAt(keys, under), keys, value, where);
  const read = scenarioLayer.safeParse(raw);
  if (read.success) return { where, layer: read.data };
  throw new ContentError(read.error.issues.slice(0, 1).map(({ path, message }) => ({
    where,
    path: path.join('.') === keys.join('.') ? [] : path,
    text: message,
  })));
}

/** The list that the path leads into, as it stands, in file notation, so that one item of it can change. */
function listAt(keys: readonly string[], under: readonly Layer[]): unknown {
  const { faults, catalog, workload } = mergeLayers(under.map(({ where, layer }) => ({ where, layer: spellOut(layer) })));
  if (keys.length > 1 && keys[0] === 'faults') return { faults: (faults ?? []).map(writeFault) };
  if (keys.length < 3) return {};
  const list = keys.slice(0, 2).join('.');
  if (list === 'workload.at') return { workload: { at: (workload?.at ?? []).map(writeDuration) } };
  if (list !== 'catalog.changes') return {};
  return { catalog: { changes: (catalog?.changes ?? []).map(({ at, product }) => ({ at: writeDuration(at), product: product ?? 1 })) } };
}

/** `into` with the value at the end of the path. */
function put(into: unknown, keys: readonly string[], value: unknown, where: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(into)) {
    const index = Number(key);
    if (Number.isInteger(index) && index >= 0 && index < into.length) return into.with(index, put(into[index], rest, value, where));
    const what = into.length === 0 ? 'a list with items, but this one is empty' : `the number of an item, 0 to ${into.length - 1}, but found ${show(key)}`;
    fail(where, [], `expected ${what}`);
  }
  const map = typeof into === 'object' && into !== null ? (into as Record<string, unknown>) : {};
  return { ...map, [key]: put(map[key], rest, value, where) };
}
