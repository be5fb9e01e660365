import type { z } from 'astro/zod';
import { fields, whole, words } from './fields.ts';

/** The front matter of content/techniques/SLUG/article.mdx. */
export const technique = fields({
  title: words('a title'),
  short: words('the name in the navigation'),
  order: whole('the place in the reading order, from 1', 1, 1000),
  lede: words('two short sentences under the title'),
  description: words('one sentence for search engines'),
  alsoCalled: words('the other names of the technique'),
  networkCrossed: words('when the network is crossed'),
  needs: words('what A needs at that moment'),
  goodFor: words('what the technique is good for'),
});
export type TechniqueFrontMatter = z.output<typeof technique>;
