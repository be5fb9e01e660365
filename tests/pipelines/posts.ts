/** The posts that go through the blogs' pipelines: each snippet between two paragraphs. */
import type { Catalogue } from '../../src/embed/catalogue.ts';
import { figureOf } from '../../src/embed/catalogue.ts';
import { forms } from '../../src/embed/forms.ts';
import { defaultState } from '../../src/embed/parameters.ts';

export const site = 'https://figures.example.org';

export const catalogue: Catalogue = [
  {
    slug: 'direct-api-call',
    title: 'Direct API call',
    heights: { full: 640, min: 550, none: 440 },
    scenarios: [
      { name: 'normal', title: 'Nothing goes wrong', captions: ['A is about to be asked.', 'The shopper presses Buy.'] },
      { name: 'b-down', title: 'B is down', captions: ['B’s process has stopped.', 'The connection is refused & A knows.', 'A pauses.'] },
    ],
  },
];

const titles = {
  'shared-data': 'Shared data',
  'direct-api-call': 'Direct API call',
  'async-polling': 'Direct API call with async polling',
  'async-messaging': 'Async messaging everywhere',
  'cache-with-api-updates': 'Local cache with API updates',
  'cache-with-update-events': 'Local cache with update events',
};

/** The six techniques of the blog's post, in its order. */
export const six: Catalogue = Object.entries(titles).map(([slug, title]) => ({ ...catalogue[0]!, slug, title }));

const technique = catalogue[0]!;
const plain = figureOf(site, technique, { ...defaultState, theme: 'light' });
const chosen = figureOf(site, technique, { ...defaultState, theme: 'dark', scenario: 'b-down', step: 2, controls: 'min' });
const awkward = { ...plain, title: 'Say "hello" & <go> to [B] *now* {or never}' };

/** Forms that stand in a post whatever it goes through; the shortcode is Hugo's alone. */
const inAnyPost = forms.filter(({ id }) => ['iframe', 'element', 'markdown', 'link', 'storyboard'].includes(id));

export interface Post {
  name: string;
  snippet: string;
  text: string;
}

function posts(some: typeof forms): Post[] {
  return some.flatMap((form) => Object.entries({ plain, chosen, awkward }).map(([state, figure]) => {
    const scenario = technique.scenarios.find(({ name }) => name === figure.state.scenario)!;
    const snippet = form.write(figure, scenario, catalogue);
    return { name: `${form.id}-${state}`, snippet, text: `A paragraph *before*.\n\n${snippet}\n\nA paragraph *after*.\n` };
  }));
}

export const anyPosts = posts(inAnyPost);
export const hugoPosts = posts(forms.filter(({ id }) => id === 'hugo'));
