/** The animations: complete, in order, small, readable, and with nothing to load. */
import { gzipSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { altText } from '../../../src/pictures/alt.ts';
import { animatedSvg } from '../../../src/pictures/animated.ts';
import { escaped } from '../../../src/pictures/text.ts';
import { allStories } from '../../../src/site/pictures.ts';

const stories = [...allStories().values()].flat();

/** When a message's first leg begins, as a share of the animation in per cent. */
function startOf(svg: string, group: string): number {
  const name = /animation-name:(k\w+)/.exec(group)![1]!;
  const frames = new RegExp(`@keyframes ${name}\\{(.*?\\})\\}`).exec(svg)![1]!;
  return Number(/([\d.]+)%\{opacity:1\}/.exec(frames)![1]);
}

describe.each(stories.map((story) => ({ slug: story.technique.slug, name: story.scenario.name, story })))('$slug, $name', ({ story }) => {
  const svg = animatedSvg(story);
  const groups = svg.split('<g data-message=').slice(1);
  const sent = story.trace.events.flatMap((event) => (event.type === 'send' ? [event] : []));

  test('moves the messages of the run, in order', () => {
    expect(groups.map((group) => Number(/^"(\d+)"/.exec(group)![1]))).toEqual(sent.map(({ id }) => id));
    expect(groups.map((group) => /data-name="([^"]*)"/.exec(group)![1])).toEqual(sent.map(({ name }) => escaped(name)));
    const starts = groups.map((group) => startOf(svg, group));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('is at most 10 kB compressed', () => {
    expect(gzipSync(svg).length).toBeLessThanOrEqual(10_000);
  });

  test('is well formed and loads nothing', () => {
    expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|src=|@import|url\((?!#)|<script|<image/);
  });

  test('says what it shows', () => {
    expect(svg).toContain(`<title id="title">${escaped(`${story.name}: ${story.scenario.title}`)}</title>`);
    expect(svg).toContain(`<desc id="desc">${escaped(altText(story.trace))}</desc>`);
  });

  test('moves only for those who have not asked for less motion', () => {
    const [before, after] = svg.split('@media(prefers-reduced-motion:no-preference){');
    expect(before).not.toMatch(/animation:|@keyframes/);
    expect(after).toMatch(/animation:\d+ms infinite/);
  });

  test('ends on the outcome when it stands still', () => {
    const still = svg.replaceAll(/<g class="[vm] o"/g, '<g class="gone"');
    const outcome = svg.match(/Order placed|Wrong price|No price, no order|Still no price/)?.[0];
    const [screen] = new RegExp(`<g class="(v|v o|gone)"[^>]*><g transform[^>]*><svg class="node screen(?:(?!</svg>).)*${outcome}`).exec(still) ?? [];
    expect(screen).toMatch(/^<g class="v"/);
  });
});
