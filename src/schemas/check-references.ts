import type { MessageKind } from '../simulation/scenario.ts';
import type { Content, Prose } from './content.ts';
import { unknownName, type Problem } from './errors.ts';
import { messageKinds } from './fault.ts';
import type { Places } from './places.ts';
import { criterionNames } from './trade-offs.ts';
import { usesOf } from './uses.ts';

/** Names in the content that stand for something elsewhere in it, and do not. */
export function checkReferences(content: Content, places: Places): Problem[] {
  return [...doubleSources(content, places), ...claimsWithUnknownSources(content, places), ...wordsInProse(content)];
}

function doubleSources({ sources }: Content, places: Places): Problem[] {
  return sources.flatMap(({ key }, index) => {
    const first = sources.findIndex((other) => other.key === key);
    return first === index ? [] : [places.problem('content/sources.yaml', [index, 'key'], `expected every key once, but ${key} is also the key of source ${first + 1}`)];
  });
}

function claimsWithUnknownSources({ techniques, sources }: Content, places: Places): Problem[] {
  const keys = sources.map(({ key }) => key);
  const problems: Problem[] = [];
  for (const { slug, tradeOffs } of techniques) {
    const where = `content/techniques/${slug}/trade-offs.yaml`;
    for (const criterion of criterionNames) {
      for (const side of ['pros', 'cons', 'depends'] as const) {
        tradeOffs.criteria[criterion][side].forEach(({ source = [] }, index) => {
          const path = ['criteria', criterion, side, index];
          for (const key of source) {
            if (!keys.includes(key)) problems.push(places.problem(where, [...path, 'source'], unknownKey(key, keys)));
          }
        });
      }
    }
  }
  return problems;
}

function wordsInProse({ techniques, pages, sources }: Content): Problem[] {
  const keys = sources.map(({ key }) => key);
  const own = techniques.flatMap(({ article, story }) => [
    ...attributes(article, 'Cite', 'id', cited(keys)),
    ...attributes(article, 'Word', 'kind', kindOfWord),
    ...attributes(article, 'Diagram', 'scenario', (name) =>
      (name in story.scenarios ? null : unknownName(name, Object.keys(story.scenarios), 'a scenario of story.yaml'))),
  ]);
  return [...own, ...pages.flatMap(({ article }) => [
    ...attributes(article, 'Cite', 'id', cited(keys)),
    ...attributes(article, 'Word', 'kind', kindOfWord),
  ])];
}

/** The problems with one attribute of every use of a component, each at its line. */
function attributes(prose: Prose, component: string, attribute: string, wrong: (value: string) => string | null): Problem[] {
  return usesOf(prose, component).flatMap(({ attributes: { [attribute]: value }, line }) => {
    const text = value === undefined ? null : wrong(value);
    return text === null ? [] : [{ where: prose.where, line, path: [`<${component}>`, attribute], text }];
  });
}

function cited(keys: readonly string[]): (value: string) => string | null {
  return (value) => {
    const unknown = value.split(',').map((key) => key.trim()).find((key) => !keys.includes(key));
    return unknown === undefined ? null : unknownKey(unknown, keys);
  };
}

/** Not all keys are listed: there are dozens. */
function unknownKey(key: string, keys: readonly string[]): string {
  const text = unknownName(key, keys);
  return `expected a key of content/sources.yaml, ${text.slice(text.indexOf('but found'))}`;
}

function kindOfWord(value: string): string | null {
  return messageKinds.includes(value as MessageKind) ? null : unknownName(value, messageKinds, 'a kind of message');
}
