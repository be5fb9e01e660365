/** Posters and the pictures of single steps. */
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { altText } from '../../../src/pictures/alt.ts';
import { Posters } from '../../../src/pictures/poster.ts';
import { tellingStep } from '../../../src/pictures/story.ts';
import { widthOf } from '../../../src/diagram/layout/letters.ts';
import { linesOf } from '../../../src/pictures/text.ts';
import { allStories } from '../../../src/site/pictures.ts';

const told = allStories();
const stories = [...told.values()].flat();

describe.each(stories.map((story) => ({ slug: story.technique.slug, name: story.scenario.name, story })))('$slug, $name', ({ story }) => {
  const posters = new Posters(story);

  test('every picture is well formed, 800 by 450, and loads nothing', () => {
    const pictures = [posters.poster(), ...story.steps.map((step) => posters.step(step))];
    for (const svg of [pictures[0]!, pictures.at(-1)!]) {
      const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
      expect([width, height]).toEqual([800, 450]);
    }
    for (const svg of pictures) {
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|src=|@import|url\((?!#)|<script|<image|undefined|NaN/);
    }
  });

  test('each step has its own alternative text', () => {
    const texts = story.steps.map((step) => altText(story.trace, step));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null/);
  });

  test('every name that is written has its rule, in both themes', () => {
    const svg = posters.poster();
    expect(svg).toContain('@media(prefers-color-scheme:dark){.picture{');
    expect(svg).toContain('#light:target .picture{');
    expect(svg).toContain('#dark:target .picture{');
    const read = new Set([...svg.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!));
    for (const name of read) expect(svg).toContain(`${name}:`);
    expect(posters.flat('dark')).not.toContain('var(');
  });
});

test('a poster shows the price on its way to A, or what the shopper is left with', () => {
  const steps = [...told].map(([slug, [normal]]) => [slug, tellingStep(normal!).event!.name]);
  expect(Object.fromEntries(steps)).toEqual({
    'shared-data': 'one row', 'direct-api-call': '200 OK', 'async-polling': '200 OK',
    'async-messaging': 'PriceReply', 'cache-with-api-updates': 'one row', 'cache-with-update-events': 'one row',
  });
  const hangs = told.get('direct-api-call')!.find(({ scenario }) => scenario.name === 'b-hang')!;
  expect(new Posters(hangs).poster()).toContain('Still no price');
});

test('says in words what a step shows', () => {
  const [normal] = told.get('direct-api-call')!;
  expect(altText(normal!.trace, normal!.steps[5])).toBe('Shopper, service A, checkout, service B, catalog, catalog DB and orders DB. '
    + 'Step 5 of 8, after 260 ms: B sends A the response 200 OK with the price 12.50, version 7. The shopper has waited 260 ms.');
  expect(altText(normal!.trace)).toMatch(/8 steps: the shopper sends A the request POST \/checkout; .*The shopper has ordered at 12\.50, version 7, after 390 ms\.$/);
});

test('breaks a caption into lines that fit', () => {
  const text = 'The shopper closes the page after 1.2 s. Time-out times tries was longer than that, which nobody had counted.';
  const lines = linesOf(text, 30);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(30);
});
