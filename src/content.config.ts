import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { measurement, measurementList } from './schemas/measurements.ts';
import { page } from './schemas/page.ts';
import { scenarioFile } from './schemas/scenario.ts';
import { source, sourceList } from './schemas/source.ts';
import { technique } from './schemas/technique.ts';
import { tradeOffs } from './schemas/trade-offs.ts';
import { readYaml } from './schemas/yaml.ts';

const sourcesFile = 'content/sources.yaml';
const measurementsFile = 'content/measurements.yaml';

/** One entry a technique's folder, called as the folder is. */
const inFolders = (name: string) => glob({
  pattern: `*/${name}`,
  base: './content/techniques',
  generateId: ({ entry }) => entry.slice(0, entry.indexOf('/')),
});

export const collections = {
  techniques: defineCollection({ loader: inFolders('article.mdx'), schema: technique }),
  tradeOffs: defineCollection({ loader: inFolders('trade-offs.yaml'), schema: tradeOffs }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: './content/pages' }), schema: page }),
  scenarios: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/scenarios' }), schema: scenarioFile }),
  measurements: defineCollection({
    loader: file(measurementsFile, {
      parser: (text) => Object.fromEntries(readYaml(measurementList, text, measurementsFile).map((entry) => [entry.name, { ...entry }])),
    }),
    schema: measurement,
  }),
  sources: defineCollection({
    loader: file(sourcesFile, {
      parser: (text) => Object.fromEntries(readYaml(sourceList, text, sourcesFile).map((entry) => [entry.key, { ...entry }])),
    }),
    schema: source,
  }),
};
