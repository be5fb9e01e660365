/** How to put a figure into a Gatsby blog, on a page of Markdown. */
import { element, gatsbySetUp, iframe, markdownImage } from './snippets.ts';
import type { Catalogue } from './catalogue.ts';
import type { Figure } from './snippets.ts';

/** The note, with `figure` as its example. */
export function gatsbyNote(figure: Figure, catalogue: Catalogue): string {
  return `# Figures of Between Services in a Gatsby blog

Posts that go through gatsby-transformer-remark may hold HTML, so there is nothing to install.

## One line in a post

On a line of its own, with a blank line before and after:

${fenced('html', iframe(figure))}

## The element, in place of the iframe

It takes its height from the figure and its theme from the blog. Once, in \`gatsby-ssr.js\`:

${fenced('js', gatsbySetUp(figure.site, catalogue))}

Then in a post:

${fenced('html', element(figure))}

Gatsby changes pages without loading them, and scripts inside a post do not run then. The script in the template does, and the element starts by itself.

## A picture

Where a post may hold no HTML:

${fenced('md', markdownImage(figure))}

## MDX

In an MDX post, end \`<img>\` with \`/>\`, and write no \`style="..."\`: both stop the build. The lines above are safe as they are.
`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
