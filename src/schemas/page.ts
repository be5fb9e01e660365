import type { z } from 'astro/zod';
import { fields, words } from './fields.ts';

/** The front matter of content/pages/NAME.mdx. */
export const page = fields({
  title: words('a title'),
  lede: words('two short sentences under the title'),
  description: words('one sentence for search engines'),
});
export type PageFrontMatter = z.output<typeof page>;
