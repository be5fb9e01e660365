/** Compares what a pasted figure asks for with what there is. */
import { parametersOf, stopsOf } from '../catalogue.ts';
import type { Catalogue, CatalogueTechnique } from '../catalogue.ts';
import { themes, speeds } from '../messages.ts';
import { controlSets, readParameters, views } from '../parameters.ts';
import type { ParameterName } from '../parameters.ts';
import type { Snippet } from './find.ts';

/** @returns a sentence for each name or value that there is not */
export function checkParameters({ kind, technique: slug, parameters }: Snippet, catalogue: Catalogue): string[] {
  const technique = catalogue.find((one) => one.slug === slug);
  if (!technique) {
    const all = catalogue.map((one) => one.slug).join(', ');
    return [slug ? `Correct the technique: there is no ${slug}. There are ${all}.` : `Name a technique: one of ${all}.`];
  }
  const names = parametersOf(technique);
  const known = (name: string): name is ParameterName => (names as readonly string[]).includes(name);
  const said = parameters.filter(([name]) => !known(name)).map(([name]) => (
    `Take out ${name}: a figure has no such ${kind === 'element' ? 'attribute' : 'parameter'}. There are ${names.join(', ')}.`
  ));
  const query = new URLSearchParams(parameters.filter(([name, value]) => known(name) && !isOwn(kind, name, value)));
  const { bad, state } = readParameters(query.toString(), stopsOf(technique));
  return [...said, ...bad.map((name) => `Correct ${name}: ${values(name, technique, state.scenario)}.`)];
}

/** What an element or a shortcode understands and an address does not. */
function isOwn(kind: Snippet['kind'], name: string, value: string): boolean {
  if (kind === 'element' && name === 'theme') return value === 'host';
  return kind === 'element' && name === 'autoplay' && value === '';
}

function values(name: ParameterName, technique: CatalogueTechnique, scenario: string): string {
  const stops = stopsOf(technique);
  switch (name) {
    case 'scenario': return `${technique.title} has ${Object.keys(stops).join(', ')}`;
    case 'step': return `this run has steps 0 to ${(stops[scenario] ?? 1) - 1}`;
    case 'view': return `it is ${either(views)}`;
    case 'theme': return `it is ${either(themes)}`;
    case 'controls': return `it is ${either(controlSets)}`;
    case 'autoplay': return 'it is 0 or 1';
    case 'speed': return `it is ${either(speeds)}`;
  }
}

function either(names: readonly (string | number)[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
