/** The pictures that are kept as files of the project, since drawing them would take longer than a build may. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { filmOf } from '../pictures/film.ts';
import type { Posters } from '../pictures/poster.ts';
import { featuredFlat, socialFlat } from '../pictures/social.ts';
import { stripsFlat } from '../pictures/strips.ts';
import { readContent } from '../schemas/content.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import { comparedPicture } from './compared-pictures.ts';
import { measurementOf } from './measured.ts';
import { allStories, postersOf } from './pictures.ts';
import { socialName } from './social.ts';

export interface PictureFile {
  /** In `public/`. */
  path: string;
  /** Of all that it shows. */
  hash: string;
  width: number;
  /** One frame, or those of a film. */
  frames: { svg: string; delay: number }[];
}

/** Changes when the same drawing is to give other bytes. */
const EDITION = '1';

const WIDTHS = { poster: 1600, gif: 640, social: 1200, featured: 1600 };
const GIF_FRAME_MS = 120;

/** The names by which the blog's post knows its pictures. */
const blogNames: Record<string, string> = {
  'shared-data': 'shared-database',
  'direct-api-call': 'direct-api-call',
  'async-polling': 'api-polling',
  'async-messaging': 'async-messaging',
  'cache-with-api-updates': 'cache-with-api-updates',
  'cache-with-update-events': 'cache-with-update-events',
};

/** Every picture that is kept, with what it is made from. */
export function pictureFiles(): PictureFile[] {
  const posters = [...allStories().values()].map((stories) => stories.map(postersOf));
  return [...posters.flatMap(ofTechnique), ...ofComparison(), ...ofPages(posters.map(([normal]) => normal!))];
}

function ofComparison(): PictureFile[] {
  const { scenarios, techniques } = readContent(process.cwd()).content;
  return measuredScenarios.map((name) => {
    const runs = techniques.map(({ slug, frontMatter }) => ({ title: frontMatter.short, measurement: measurementOf(slug, name) }));
    const shown = comparedPicture({ title: scenarios.get(name)?.file.title ?? name, runs });
    return picture(`embed/v1/compare/${name === 'normal' ? '' : `${name}/`}poster.png`, WIDTHS.poster, stripsFlat(shown, 'light'));
  });
}

function ofTechnique([normal, ...others]: Posters[]): PictureFile[] {
  const { technique: { slug } } = normal!.story;
  const poster = normal!.flat('light');
  return [
    picture(`embed/v1/${slug}/poster.png`, WIDTHS.poster, poster),
    picture(`embed/v1/img/interprocess-communication-${blogNames[slug] ?? slug}.png`, WIDTHS.poster, poster),
    film(`embed/v1/${slug}/animated.gif`, WIDTHS.gif, normal!),
    ...others.map((one) => picture(`embed/v1/${slug}/${one.story.scenario.name}/poster.png`, WIDTHS.poster, one.flat('light'))),
  ];
}

function ofPages(all: Posters[]): PictureFile[] {
  const { pages, techniques } = readContent(process.cwd()).content;
  const titled = [
    ...pages.map(({ name, frontMatter }) => [name === 'introduction' ? '/' : `/${name}/`, frontMatter.title, all] as const),
    ...pagesInCode().map(([path, title]) => [path, title, all] as const),
    ...techniques.map(({ slug, frontMatter }, i) => [`/techniques/${slug}/`, frontMatter.title, [all[i]!]] as const),
  ];
  return [
    ...titled.map(([path, title, shown]) => picture(socialName(path), WIDTHS.social, socialFlat(title, shown))),
    picture(
      'embed/v1/img/comparing-techniques-communicating-between-services.png', WIDTHS.featured,
      featuredFlat('Communicating between services, six ways', all),
    ),
  ];
}

/** The pages that are written as components, with the titles they give themselves. */
function pagesInCode(): [path: string, title: string][] {
  const files = globSync('src/pages/**/*.astro').map((file) => file.replaceAll('\\', '/')).toSorted();
  return files.filter((file) => !/\[|404|^src\/pages\/index/.test(file)).flatMap((file): [string, string][] => {
    const title = /\btitle="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1];
    const path = file.replace(/^src\/pages/, '').replace(/(\/index)?\.astro$/, '/');
    return title ? [[path, title]] : [];
  });
}

const picture = (path: string, width: number, svg: string): PictureFile => kept(path, width, [{ svg, delay: 0 }]);

const film = (path: string, width: number, { story }: Posters): PictureFile => kept(path, width, filmOf(story, GIF_FRAME_MS, 'light'));

function kept(path: string, width: number, frames: PictureFile['frames']): PictureFile {
  const hash = createHash('sha256').update(`${EDITION} ${width}`);
  for (const { svg, delay } of frames) hash.update(`${delay} ${svg}`);
  return { path, width, frames, hash: hash.digest('hex').slice(0, 16) };
}
