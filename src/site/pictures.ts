/** The stories of which there are pictures, by technique. */
import { Posters } from '../pictures/poster.ts';
import { storyOf, type Story } from '../pictures/story.ts';
import { readContent } from '../schemas/content.ts';
import { loadFigure } from '../diagram/techniques.ts';

const told = new Map<string, Promise<Story[]>>();

/** Every story of a technique, run, `normal` first. */
export function storiesOf(slug: string): Promise<Story[]> {
  const stories = (import.meta.env.DEV ? undefined : told.get(slug)) ?? tell(slug);
  told.set(slug, stories);
  return stories;
}

async function tell(slug: string): Promise<Story[]> {
  const { technique, runs: { scenarios, shared } } = await loadFigure(slug);
  const name = contentOf().find((one) => one.slug === slug)?.frontMatter.short ?? slug;
  return scenarios.map((scenario) => storyOf(technique, name, { ...scenario, shared }));
}

let content: ReturnType<typeof readContent>['content'] | undefined;

function contentOf() {
  if (import.meta.env.DEV) content = undefined;
  content ??= readContent(process.cwd()).content;
  return content.techniques;
}

/** The slugs of all techniques there is content for, in reading order. */
export const pictured = (): string[] => contentOf().map(({ slug }) => slug);

const drawn = new WeakMap<Story, Posters>();

/** The posters of a story; what its steps share is drawn once. */
export function postersOf(story: Story): Posters {
  const posters = drawn.get(story) ?? new Posters(story);
  drawn.set(story, posters);
  return posters;
}
