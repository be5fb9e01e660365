import { globSync } from 'node:fs';

/** The paths of the site's own pages as they were built, `/404.html` included; embeds have tests of their own. */
export const pages: string[] = globSync('dist/**/*.html')
  .map((file) => `/${file.slice('dist/'.length).replace(/index\.html$/, '')}`)
  .filter((path) => !path.startsWith('/embed/v1/'))
  .toSorted();

/** The pages of the techniques. */
export const articles = pages.filter((path) => /^\/techniques\/[^/]+\/$/.test(path));
