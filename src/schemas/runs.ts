import type { Scenario } from '../simulation/scenario.ts';
import { fail } from './errors.ts';
import type { Layer } from './layers.ts';
import { resolveScenario } from './resolve.ts';
import type { ScenarioFile, ScenarioLayer } from './scenario.ts';
import type { Story } from './story.ts';

/** A scenario file that has been read; `where` is what to call it in a message. */
export interface NamedFile {
  name: string;
  where: string;
  file: ScenarioFile;
  /** Whether it is one of content/scenarios, whose names the techniques' stories go by. */
  builtIn: boolean;
}

/** Finds the scenario that `from` extends; throws a `ContentError` when there is none. */
export type Find = (name: string, from: NamedFile) => NamedFile;

/** What a technique changes of the story of a scenario file, or null when it changes nothing. */
export type OwnStories = (file: NamedFile) => Layer | null;

/** What every story has: times for the eye, one shopper, one product, no price change but those it names. */
const storyBase: Layer = {
  where: 'the parameters of a story',
  layer: { parameters: 'teaching', workload: { arrivals: 'single' }, catalog: { products: 1, priceChanges: 0 } },
};

/**
 * A scenario file with all that it extends, the lowest first.
 * @throws ContentError when the files extend each other in a circle
 */
export function chainOf(start: NamedFile, find: Find): NamedFile[] {
  const chain = [start];
  for (let top = start; top.file.extends !== undefined;) {
    const next = find(top.file.extends, top);
    const seen = chain.findIndex(({ where }) => where === next.where);
    if (seen >= 0) {
      const names = [...chain.slice(seen), next].map(({ name }) => name);
      fail(top.where, ['extends'], `expected a scenario that does not lead back here, but found the circle ${names.join(' -> ')}`);
    }
    chain.push(next);
    top = next;
  }
  return chain.toReversed();
}

/** The layers of a scenario's traffic run: many shoppers, to measure. */
export function trafficLayers(chain: readonly NamedFile[]): Layer[] {
  return chain.map(({ where, file }) => ({ where, layer: worldOf(file) }));
}

/** The layers of a scenario's story: one shopper, to click through. `own` stands above the file it belongs to, below the next. */
export function storyLayers(chain: readonly NamedFile[], own: OwnStories = () => null): Layer[] {
  const blocks = chain.flatMap((named) => [named.file.story ? { where: named.where, layer: named.file.story } : null, own(named)]);
  return [...trafficLayers(chain), storyBase, ...blocks.filter((block) => block !== null)];
}

/** What a technique's story.yaml, called `where` in messages, changes of the scenarios in content/scenarios. */
export function ownStories({ scenarios }: Story, where: string): OwnStories {
  return ({ name, builtIn }) => {
    const layer = builtIn ? scenarios[name]?.story : undefined;
    return layer ? { where, layer } : null;
  };
}

/** The traffic run of a scenario, resolved. */
export function trafficScenario(chain: readonly NamedFile[]): Scenario {
  return resolveScenario(trafficLayers(chain), nameOf(chain));
}

/** The story of a scenario, resolved, as a technique tells it. */
export function storyScenario(chain: readonly NamedFile[], own?: OwnStories): Scenario {
  return resolveScenario(storyLayers(chain, own), nameOf(chain));
}

/** The name of the scenario on top of the chain. */
export function nameOf(chain: readonly NamedFile[]): string {
  return chain.at(-1)?.name ?? 'normal';
}

function worldOf({ extends: _extends, name: _name, title: _title, short: _short, icon: _icon, story: _story, ...world }: ScenarioFile): ScenarioLayer {
  return world;
}
