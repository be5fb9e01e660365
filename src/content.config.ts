import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { page } from './schemas/page.ts';
import { source, sourceList } from './schemas/source.ts';
import { technique } from './schemas/technique.ts';
import { tradeOffs } from './schemas/trade-offs.ts';
import { readYaml } from './schemas/yaml.ts';

const sourcesFile = 'content/sources.yaml';

/** One entry a technique's folder, called as the folder is. */
const inFolders = (name: string) => glob({
  pattern: `*/${name}`,
  base: './content/techniques',
  generateId: ({ entry }) => entry.slice(0, entry.indexOf('/')),
});

export const collections = {
  techniques: defineCollection({ loader: inFolders('article.mdx'), schema: technique }),
  tradeOffs: defineCollection({ loader: inFolders('trade-offs.yaml'), schema: tradeOffs }),
  pages: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './content/pages' }), schema: page }),
  sources: defineCollection({
    loader: file(sourcesFile, {
      parser: (text) => Object.fromEntries(readYaml(sourceList, text, sourcesFile).map((entry) => [entry.key, { ...entry }])),
    }),
    schema: source,
  }),
};
