import type { Prose } from './content.ts';

/** One use of a component in an article. */
export interface Use {
  attributes: Record<string, string>;
  line: number;
}

/** The uses of a component in an article, with the values of their attributes, in quotes or braces. */
export function usesOf({ body, bodyLine }: Prose, component: string): Use[] {
  return [...body.matchAll(new RegExp(`<${component}\\s([^>]*)>`, 'g'))].map((use) => ({
    attributes: Object.fromEntries(
      [...use[1]!.matchAll(/([a-zA-Z]+)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, name, quoted, braced]) => [name, quoted ?? braced ?? '']),
    ),
    line: bodyLine + body.slice(0, use.index).split('\n').length - 1,
  }));
}
