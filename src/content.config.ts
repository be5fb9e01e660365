import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const folder = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry;

const techniques = defineCollection({
  loader: glob({ pattern: '*/article.mdx', base: './content/techniques', generateId: folder }),
  schema: z.object({
    title: z.string(),
    short: z.string(),
    order: z.number(),
    lede: z.string(),
    description: z.string(),
    alsoCalled: z.string(),
    networkCrossed: z.string(),
    needs: z.string(),
    goodFor: z.string(),
  }),
});

const claim = z.object({
  claim: z.string(),
  source: z.union([z.string(), z.array(z.string())]).optional(),
});
const criterion = z.object({
  verdict: z.enum(['Strong', 'Fair', 'Weak']),
  because: z.string(),
  pros: z.array(claim),
  cons: z.array(claim),
  depends: z.array(claim),
});
const tradeOffs = defineCollection({
  loader: glob({ pattern: '*/trade-offs.yaml', base: './content/techniques', generateId: folder }),
  schema: z.object({
    criteria: z.object({
      performance: criterion,
      scalability: criterion,
      isolation: criterion,
      complexity: criterion,
      freshness: criterion,
      operability: criterion,
    }),
  }),
});

const sources = defineCollection({
  loader: file('./content/sources.yaml', {
    parser: async (text) => {
      const { parse } = await import('yaml');
      return (parse(text) as { key: string }[]).map((source) => ({ ...source, id: source.key }));
    },
  }),
  schema: z.object({
    key: z.string(),
    title: z.string(),
    author: z.string().optional(),
    year: z.number().optional(),
    url: z.string().optional(),
    known: z.enum(['read', 'excerpt', 'second-hand', 'memory']),
  }),
});

const pages = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/pages' }),
  schema: z.object({ title: z.string(), lede: z.string(), description: z.string() }),
});

export const collections = { techniques, tradeOffs, sources, pages };
