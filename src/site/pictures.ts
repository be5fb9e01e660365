/** The stories of which there are pictures, by technique. */
import { Posters } from '../pictures/poster.ts';
import { storyOf, type Story } from '../pictures/story.ts';
import { readContent } from '../schemas/content.ts';
import { techniques } from '../schemas/models.ts';
import { allRuns } from './figures.ts';

let told: Map<string, Story[]> | undefined;

/** Every story of every technique, run: techniques in reading order, `normal` first. Reads the content once a build. */
export function allStories(): Map<string, Story[]> {
  if (import.meta.env.DEV) told = undefined;
  told ??= tell(process.cwd());
  return told;
}

function tell(root: string): Map<string, Story[]> {
  const names = new Map(readContent(root).content.techniques.map(({ slug, frontMatter }) => [slug, frontMatter.short]));
  const stories = new Map<string, Story[]>();
  for (const [slug, { drawings, stories: { scenarios, shared } }] of allRuns(root)) {
    stories.set(slug, scenarios.map((scenario) => storyOf(techniques[slug]!, drawings, names.get(slug) ?? slug, { ...scenario, shared })));
  }
  return stories;
}

const drawn = new WeakMap<Story, Posters>();

/** The posters of a story; what its steps share is drawn once. */
export function postersOf(story: Story): Posters {
  const posters = drawn.get(story) ?? new Posters(story);
  drawn.set(story, posters);
  return posters;
}
