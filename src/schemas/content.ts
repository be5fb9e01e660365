import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { ContentError, fail, type Problem } from './errors.ts';
import { frontMatter } from './front-matter.ts';
import { measurementList, type Measurement } from './measurements.ts';
import { page, type PageFrontMatter } from './page.ts';
import type { NamedFile } from './runs.ts';
import { scenarioFile } from './scenario.ts';
import type { Shelf } from './shelf.ts';
import { sourceList, type Source } from './source.ts';
import { story, type Story } from './story.ts';
import { technique, type TechniqueFrontMatter } from './technique.ts';
import { tradeOffs, type TradeOffs } from './trade-offs.ts';
import { readYaml } from './yaml.ts';

/** A text with its place, for those who look into it. */
export interface Prose {
  where: string;
  body: string;
  /** The line of `where` on which the body begins. */
  bodyLine: number;
}

/** Everything an author wrote of one technique. */
export interface TechniqueContent {
  slug: string;
  frontMatter: TechniqueFrontMatter;
  article: Prose;
  tradeOffs: TradeOffs;
  story: Story;
}

/** The content folder, read and checked file by file. */
export interface Content {
  scenarios: Shelf;
  /** The runs that are measured beside the named scenarios. */
  measurements: Measurement[];
  sources: Source[];
  /** In reading order. */
  techniques: TechniqueContent[];
  pages: { name: string; frontMatter: PageFrontMatter; article: Prose }[];
}

/**
 * Reads the content folder.
 * @param root the folder that holds `content`
 * @returns the content, and every problem found; with problems, what could not be read is left out
 */
export function readContent(root: string): { content: Content; problems: Problem[] } {
  const reader = new Reader(root);
  const content: Content = {
    scenarios: new Map(reader.names('content/scenarios', '.yaml').flatMap((name) =>
      reader.attempt(() => [[name, readNamedScenario(root, name)] as const]))),
    measurements: reader.attempt(() => reader.optional(measurementList, 'content/measurements.yaml')),
    sources: reader.attempt(() => reader.yaml(sourceList, 'content/sources.yaml')),
    techniques: reader.folders('content/techniques').flatMap((slug) => reader.technique(slug))
      .toSorted((one, other) => one.frontMatter.order - other.frontMatter.order),
    pages: reader.names('content/pages', '.mdx').flatMap((name) => reader.attempt(() => {
      const read = reader.mdx(page, `content/pages/${name}.mdx`);
      return [{ name, ...read }];
    })),
  };
  return { content, problems: reader.problems };
}

/** A scenario of content/scenarios, which unlike one from elsewhere must say what it is called. */
export function readNamedScenario(root: string, name: string): NamedFile {
  const where = `content/scenarios/${name}.yaml`;
  const file = readYaml(scenarioFile, readFileSync(join(root, where), 'utf8'), where);
  for (const key of ['title', 'short', 'icon'] as const) {
    if (file[key] === undefined) fail(where, [key], `expected the ${key} of a named scenario, but it is missing`);
  }
  if (file.name !== undefined && file.name !== name) fail(where, ['name'], `expected ${name}, as the file is called, but found ${JSON.stringify(file.name)}`);
  return { name, where, file, builtIn: true };
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** The folders of a folder, sorted. */
  folders(folder: string): string[] {
    const path = join(this.#root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  }

  /** The files below a folder that end so, sorted, without the ending: `name`, `folder/name`. */
  names(folder: string, ending: string): string[] {
    const path = join(this.#root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length).replaceAll('\\', '/'))
      .toSorted();
  }

  yaml<Schema extends z.ZodType>(schema: Schema, where: string): z.output<Schema> {
    return readYaml(schema, this.#text(where), where);
  }

  /** As `yaml`; a file that is not there is as one that says nothing. */
  optional<Schema extends z.ZodType<unknown[]>>(schema: Schema, where: string): z.output<Schema> {
    return existsSync(join(this.#root, where)) ? this.yaml(schema, where) : schema.parse([]);
  }

  mdx<Schema extends z.ZodType>(schema: Schema, where: string): { frontMatter: z.output<Schema>; article: Prose } {
    const { yaml, firstLine, body, bodyLine } = frontMatter(this.#text(where), where);
    return { frontMatter: readYaml(schema, yaml, where, firstLine), article: { where, body, bodyLine } };
  }

  technique(slug: string): TechniqueContent[] {
    const folder = `content/techniques/${slug}`;
    const [article] = this.attempt(() => [this.mdx(technique, `${folder}/article.mdx`)]);
    const [weighed] = this.attempt(() => [this.yaml(tradeOffs, `${folder}/trade-offs.yaml`)]);
    const [told] = this.attempt(() => [this.yaml(story, `${folder}/story.yaml`)]);
    return article && weighed && told ? [{ slug, ...article, tradeOffs: weighed, story: told }] : [];
  }

  attempt<T>(read: () => T[]): T[] {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      this.problems.push(...error.problems);
      return [];
    }
  }

  #text(where: string): string {
    const path = join(this.#root, where);
    if (!existsSync(path)) fail(where, [], 'expected this file, but it is missing');
    return readFileSync(path, 'utf8');
  }
}
