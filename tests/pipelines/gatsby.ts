/** gatsby-transformer-remark, called as Gatsby calls it for the `html` of a post. */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../hosts/package.json', import.meta.url));

interface Fields {
  html: { resolve(node: object): Promise<string> };
}

const extend = require('gatsby-transformer-remark/gatsby-node.js') as {
  setFieldsOnGraphQLNodeType(api: object, options: { plugins: [] }): Promise<Fields>;
};

/** The HTML that a Gatsby blog puts into its page for a post. */
export async function gatsbyHtml(markdown: string): Promise<string> {
  const kept = new Map<string, unknown>();
  const cache = { get: async (key: string) => kept.get(key), set: async (key: string, value: unknown) => void kept.set(key, value) };
  const fields = await extend.setFieldsOnGraphQLNodeType({
    type: { name: 'MarkdownRemark' }, basePath: '', getNode: () => null, getNodesByType: () => [], cache, getCache: () => cache, reporter: console,
  }, { plugins: [] });
  return fields.html.resolve({ id: 'post', internal: { content: markdown, contentDigest: 'post' } });
}
