/** The forms a figure can be copied in, and what an author should know of each. */
import type { Catalogue, CatalogueScenario } from './catalogue.ts';
import { element, gatsbySetUp, hugoShortcode, iframe, markdownImage, pageAddress, storyboard } from './snippets.ts';
import type { Figure } from './snippets.ts';

export interface Form {
  id: string;
  name: string;
  note: string;
  /** The snippet. `scenario` is the one that the figure shows, `catalogue` all that a post could hold. */
  write(figure: Figure, scenario: CatalogueScenario, catalogue: Catalogue): string;
}

export const forms: Form[] = [
  {
    id: 'iframe',
    name: 'iframe',
    note: 'Works wherever a post may hold HTML: Gatsby, Hugo, WordPress. Nothing else is needed.',
    write: iframe,
  },
  {
    id: 'element',
    name: 'Element',
    note: 'Takes its height from the figure and its theme from your page, and shows a picture in feeds. It needs one script tag in your template, which the guide gives.',
    write: element,
  },
  {
    id: 'markdown',
    name: 'Markdown image',
    note: 'Plays by itself and has no controls, so a chosen step becomes a still picture. For READMEs, feeds and hosts that strip HTML. Pictures show the diagram only.',
    write: markdownImage,
  },
  {
    id: 'hugo',
    name: 'Hugo shortcode',
    note: 'Needs the shortcode file in layouts/shortcodes. It stops the build, with a sentence, at a wrong technique or a missing title.',
    write: hugoShortcode,
  },
  {
    id: 'gatsby',
    name: 'Gatsby, once: gatsby-ssr.js',
    note: 'Makes the element work in every post, after a change of page too. Posts then hold the element above. With the iframe it is not needed.',
    write: ({ site }, _, catalogue) => gatsbySetUp(site, catalogue),
  },
  {
    id: 'link',
    name: 'Link',
    note: 'The page, in this state. Pasted alone on a line, it becomes a figure where the host knows oEmbed.',
    write: pageAddress,
  },
  {
    id: 'storyboard',
    name: 'Storyboard',
    note: 'Every step as a picture with its caption, in plain HTML, for a feed or an e-mail. Some mail programs do not draw SVG: there the captions tell it alone.',
    write: (figure, { captions }) => storyboard(figure, captions),
  },
];
