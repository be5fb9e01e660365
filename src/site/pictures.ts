/** The stories of which there are pictures, by technique. */
import { storyShelf, toldOf } from '../diagram/techniques.ts';
import { Posters } from '../pictures/poster.ts';
import { storyOf, type Story } from '../pictures/story.ts';
import { readContent } from '../schemas/content.ts';

let told: Map<string, Story[]> | undefined;

/** Every story of every technique, run: techniques in reading order, `normal` first, what no author tells of last. Reads the content once a build. */
export function allStories(): Map<string, Story[]> {
  if (import.meta.env.DEV) told = undefined;
  told ??= tell(process.cwd());
  return told;
}

function tell(root: string): Map<string, Story[]> {
  return new Map(readContent(root).content.techniques.map(({ slug, frontMatter }) => {
    const { technique, drawings, runs } = storyShelf.loaded(slug)!;
    return [slug, [...toldOf(runs), ...runs.others].map((scenario) => storyOf(technique, drawings, frontMatter.short, scenario))];
  }));
}

const drawn = new WeakMap<Story, Posters>();

/** The posters of a story; what its steps share is drawn once. */
export function postersOf(story: Story): Posters {
  const posters = drawn.get(story) ?? new Posters(story);
  drawn.set(story, posters);
  return posters;
}
