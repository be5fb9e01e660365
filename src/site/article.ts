/** What the components inside an article need to know of it as a whole: its sources and figures, in reading order. */
import { getCollection, getEntry } from 'astro:content';
import { href } from './address.ts';
import { techniques } from './techniques.ts';

export interface Article {
  slug: string;
  /** Keys of the sources in the order of their first mention; a source's number is its place, from 1. */
  sources: string[];
  /** Whether it prints the list of its sources; else its numbers lead to the bibliography. */
  listsSources: boolean;
  /** Its figures; a figure's number is its place, from 1. */
  figures: FigureName[];
}

/** What tells the figures of an article apart. */
export interface FigureName {
  scenario: string;
  title: string;
}

/**
 * Reads an article's text from start to end for the sources it cites, those of its trade-off table included, and its figures.
 * @param slug the technique whose trade-offs a `<TradeOffs />` shows
 * @param body the article as written, without front matter
 */
export async function readArticle(slug: string, body: string): Promise<Article> {
  const tradeOffs = body.includes('<TradeOffs') ? await getEntry('tradeOffs', slug) : undefined;
  const inTable = Object.values(tradeOffs?.data.criteria ?? {})
    .flatMap(({ pros, cons, depends }) => [...pros, ...cons, ...depends])
    .flatMap(({ source }) => source ?? []);
  const sources = [...body.matchAll(/<Cite\s+id="([^"]+)"|<TradeOffs\b/g)]
    .flatMap(([, id]) => (id === undefined ? inTable : id.split(',').map((key) => key.trim())));
  const figures = [...body.matchAll(/<Diagram\b[^>]*>/g)].map(([tag]) => ({
    scenario: /\bscenario="([^"]*)"/.exec(tag)?.[1] ?? 'normal',
    title: /\btitle="([^"]*)"/.exec(tag)?.[1] ?? '',
  }));
  return { slug, sources: [...new Set(sources)], listsSources: body.includes('<Sources'), figures };
}

/** The place of a figure among those of its article, from 1. */
export function figureNumber({ figures }: Article, { scenario, title }: FigureName): number {
  return figures.findIndex((one) => one.scenario === scenario && one.title === title) + 1;
}

/** The articles and pages that cite each source, by its key: techniques in reading order, then pages. */
export async function citedIn(): Promise<Map<string, { title: string; url: string }[]>> {
  const articles = (await techniques()).map(({ slug, short, url, article }) => ({ slug, title: short, url, body: article.body }));
  const pages = (await getCollection('pages')).map(({ id, data, body }) => (id === 'introduction'
    ? { slug: id, title: 'Introduction', url: href('/'), body }
    : { slug: id, title: data.title, url: href(`/${id}/`), body }));
  const cited = new Map<string, { title: string; url: string }[]>();
  for (const { slug, title, url, body = '' } of [...articles, ...pages]) {
    const { sources } = await readArticle(slug, body);
    for (const key of sources) cited.set(key, [...(cited.get(key) ?? []), { title, url }]);
  }
  return cited;
}

/** The article that `Astro.locals` carries. @throws when a component is used outside an article */
export function articleOf(locals: App.Locals, component: string): Article {
  if (!locals.article) throw new Error(`<${component} /> stands outside an article: it needs one to number its sources or figures.`);
  return locals.article;
}
