/** Every named scenario of every technique has its pictures, from the run that the command line makes. */
import { describe, expect, test } from 'vitest';
import { readOrder } from '../../../src/cli/simulate.ts';
import { captionText } from '../../../src/player/caption-parts.ts';
import { told } from '../../../src/diagram/words.ts';
import { altText } from '../../../src/pictures/alt.ts';
import { Posters } from '../../../src/pictures/poster.ts';
import { captionAt, outcomeStep } from '../../../src/pictures/story.ts';
import { measuredScenarios } from '../../../src/schemas/measurements.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { pictureFiles } from '../../../src/site/picture-files.ts';
import { allStories } from '../../../src/site/pictures.ts';
import { simulate } from '../../../src/simulation/simulate.ts';

const stories = allStories();
const all = Object.keys(techniques).flatMap((slug) => measuredScenarios.map((name) => ({ slug, name })));
const storyOf = (slug: string, name: string) => stories.get(slug)!.find(({ scenario }) => scenario.name === name)!;
const paths = new Set(pictureFiles().map(({ path }) => path));
const sentence = 'Nothing changes for this shopper: when nothing goes wrong, this run has the same messages.';

test('there are seventy-two', () => {
  expect(all).toHaveLength(72);
});

test.each(all)('$slug, $name: has its pictures, and they are of the run of the command line', ({ slug, name }) => {
  const story = storyOf(slug, name);
  const order = readOrder('.', [slug, '--story', '--scenario', name]);
  if (order === 'help') throw new Error('no help was asked for');
  expect(story.trace.events).toEqual(simulate(order.technique, order.scenario).events);
  expect(paths).toContain(`embed/v1/${slug}/${name === 'normal' ? '' : `${name}/`}poster.png`);
});

describe.each([...stories].flatMap(([slug, each]) => each.filter(({ scenario }) => Object.keys(scenario.captions).length === 0 && scenario.name !== 'normal').map((story) => ({ slug, name: story.scenario.name, story }))))('$slug, $name, of which nobody tells', ({ slug, story }) => {
  const { scenario, trace, steps } = story;
  const messages = (events: typeof trace.events) => events.filter(({ type }) => type !== 'state').map(({ t, type, from, to, name, payload }) => [t, type, from, to, name, payload]);

  test('says at each step what comes to pass', () => {
    const said = steps.map((step) => captionText(told(step, steps, scenario, trace)));
    for (const text of said) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(said.join()).not.toMatch(/[{}]|undefined|NaN|null/);
    expect(said.slice(1).every((text, i) => text.includes(steps[i + 1]!.event!.name) || steps[i + 1]!.kind === 'wait')).toBe(true);
    expect(captionAt(story, outcomeStep(story))).toMatch(/The shopper (has ordered|has paid a wrong price|sees an error|has left)/);
  });

  test('says that nothing changes where that is so, and nowhere else', () => {
    const order = readOrder('.', [slug, '--story', '--scenario', 'normal']);
    if (order === 'help') throw new Error('no help was asked for');
    const { events } = simulate(order.technique, { ...scenario.scenario, policies: order.scenario.policies, faults: [] });
    const same = JSON.stringify(messages(trace.events)) === JSON.stringify(messages(events));
    const otherWorld = ['traffic-spike', 'price-storm'].includes(scenario.name);
    expect(scenario.unchanged === true).toBe(same && !otherWorld);
    const poster = new Posters(story).poster().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(poster.includes(sentence)).toBe(scenario.unchanged === true);
    expect(scenario.start).toBe(scenario.unchanged ? sentence : 'Nothing has been sent yet.');
  });
});

test('a part that a technique does not have changes nothing, and one that it needs does', () => {
  const unchanged = (slug: string) => stories.get(slug)!.filter(({ scenario }) => scenario.unchanged).map(({ scenario }) => scenario.name);
  expect(unchanged('shared-data')).toEqual(['b-hang', 'broker-down', 'lost-message', 'cold-cache']);
  expect(unchanged('direct-api-call')).toEqual(['broker-down', 'cold-cache']);
  expect(unchanged('async-messaging')).toEqual(['cold-cache']);
});

test('the narrowest picture of a step shows the shopper as at that step', () => {
  const story = storyOf('direct-api-call', 'normal');
  const posters = new Posters(story);
  const banner = (step: number) => posters.narrow(story.steps[step]!);
  expect(banner(0)).toContain('Ready to buy');
  expect(banner(3)).toContain('Checking the price');
  expect(banner(8)).toContain('Order placed');
});

test('the description of a run with several shoppers follows one of them', () => {
  const { trace } = storyOf('async-polling', 'traffic-spike');
  expect(altText(trace)).toMatch(/64 steps, \d+ of them for other shoppers: the shopper sends A/);
  expect(altText(trace)).not.toContain('another shopper');
});
