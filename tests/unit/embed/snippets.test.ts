import { expect, test } from 'vitest';
import { defaultState } from '../../../src/embed/parameters.ts';
import { element, elementScript, elementStyle, gatsbySetUp, hugoShortcode, iframe, markdownImage, pageAddress, storyboard } from '../../../src/embed/snippets.ts';
import type { Figure } from '../../../src/embed/snippets.ts';

const plain: Figure = {
  site: 'https://example.org', technique: 'direct-api-call', title: 'Direct API call', height: 420, state: { ...defaultState, theme: 'light' },
};
const chosen: Figure = {
  site: 'https://example.org/between', technique: 'direct-api-call', title: 'Direct API call: B is down', height: 550,
  state: { scenario: 'b-down', step: 4, view: 'sequence', theme: 'dark', controls: 'min', autoplay: false, speed: 0.5 },
};
const hostile: Figure = { ...plain, title: 'A "quoted" <b> & [c] `d` {e}\n\n*f* \\ >}}' };

test('the forms of the contract, to the letter', () => {
  expect(iframe(plain)).toBe('<iframe src="https://example.org/embed/v1/direct-api-call/?theme=light" title="Direct API call, animated" width="100%" height="420" frameborder="0" loading="lazy" allow="fullscreen"></iframe>');
  expect(element(plain)).toBe('<div><between-services technique="direct-api-call" label="Direct API call"><a href="https://example.org/techniques/direct-api-call/"><img src="https://example.org/embed/v1/direct-api-call/poster.png" alt="Direct API call" width="800" height="450" /></a></between-services></div>');
  expect(elementScript(plain.site)).toBe('<script type="module" src="https://example.org/elements/v1.js"></script>');
  expect(markdownImage({ ...plain, state: defaultState })).toBe('[![Direct API call](https://example.org/embed/v1/direct-api-call/animated.svg)](https://example.org/techniques/direct-api-call/)');
  expect(hugoShortcode(plain)).toBe('{{< between-services technique="direct-api-call" title="Direct API call" >}}');
  expect(pageAddress(plain)).toBe('https://example.org/techniques/direct-api-call/');
});

test('a chosen state is in every form that can carry it', () => {
  expect(iframe(chosen)).toBe('<iframe src="https://example.org/between/embed/v1/direct-api-call/?scenario=b-down&amp;step=4&amp;view=sequence&amp;theme=dark&amp;controls=min&amp;speed=0.5" title="Direct API call: B is down, animated" width="100%" height="550" frameborder="0" loading="lazy" allow="fullscreen"></iframe>');
  expect(element(chosen)).toBe('<div><between-services technique="direct-api-call" label="Direct API call: B is down" scenario="b-down" step="4" view="sequence" data-controls="min" speed="0.5" theme="dark"><a href="https://example.org/between/techniques/direct-api-call/?scenario=b-down&amp;step=4&amp;view=sequence"><img src="https://example.org/between/embed/v1/direct-api-call/b-down/poster.png" alt="Direct API call: B is down" width="800" height="450" /></a></between-services></div>');
  expect(hugoShortcode(chosen)).toBe('{{< between-services technique="direct-api-call" title="Direct API call: B is down" scenario="b-down" step="4" view="sequence" controls="min" speed="0.5" theme="dark" >}}');
  expect(pageAddress(chosen)).toBe('https://example.org/between/techniques/direct-api-call/?scenario=b-down&step=4&view=sequence');
});

test('a Markdown image stands still at a step, plays when asked to, and wears the theme of the blog', () => {
  expect(markdownImage(chosen)).toContain('(https://example.org/between/embed/v1/direct-api-call/b-down/step-4.svg#dark)');
  expect(markdownImage({ ...chosen, state: { ...chosen.state, autoplay: true } })).toContain('/b-down/animated.svg#dark)');
  expect(markdownImage(plain)).toContain('/animated.svg#light)');
});

test('whatever a title holds, it stays a title', () => {
  expect(iframe(hostile)).toContain('title="A &quot;quoted&quot; &lt;b&gt; &amp; [c] `d` {e} *f* \\ &gt;}}, animated"');
  expect(element(hostile)).toContain('alt="A &quot;quoted&quot; &lt;b&gt; &amp; [c] `d` {e} *f* \\ &gt;}}"');
  expect(markdownImage(hostile)).toContain('[![A quoted b and (c) d (e) f ))](');
  expect(hugoShortcode(hostile)).toContain('title="A \\"quoted\\" <b> & [c] `d` {e} *f* \\\\ >}}"');
});

test('a storyboard has the poster, each step with what it says, in one line', () => {
  const text = storyboard(chosen, ['A is about to be asked.', 'The shopper presses Buy & {waits}.']);
  expect(text).toBe(`<div><p><a href="https://example.org/between/techniques/direct-api-call/?scenario=b-down"><img src="https://example.org/between/embed/v1/direct-api-call/b-down/poster.png" alt="Direct API call: B is down" width="800" height="450" /></a></p><ol start="0"><li><img src="https://example.org/between/embed/v1/direct-api-call/b-down/step-0.svg" alt="" width="800" height="450" /><br />A is about to be asked.</li><li><img src="https://example.org/between/embed/v1/direct-api-call/b-down/step-1.svg" alt="" width="800" height="450" /><br />The shopper presses Buy &amp; &#123;waits&#125;.</li></ol><p><a href="https://example.org/between/techniques/direct-api-call/?scenario=b-down">Direct API call: B is down, step by step</a></p></div>`);
});

test('the line of CSS keeps for each technique the place that its frame will take', () => {
  const of = (slug: string, full: number) => ({ slug, title: slug, heights: { full, min: 400, none: 300 }, scenarios: [] });
  const style = elementStyle([of('direct-api-call', 640), of('async-messaging', 710), of('shared-data', 640)]);
  expect(style).toBe('between-services { display: block; min-height: 640px; } between-services[technique="async-messaging"] { min-height: 710px; } '
    + 'between-services img { width: auto; height: auto; max-width: 100%; max-height: 620px; }');
  expect(gatsbySetUp('https://example.org', [of('direct-api-call', 640)])).toContain("{'between-services { display: block; min-height: 640px; } between-services img");
});

test('the comparison stands where a technique does: its page, its pictures, room for six charts', () => {
  const compared: Figure = { ...plain, technique: 'compare', title: 'All six, one minute: B is down', height: 720, state: { ...defaultState, scenario: 'b-down', theme: 'light' } };
  expect(iframe(compared)).toContain('src="https://example.org/embed/v1/compare/?scenario=b-down&amp;theme=light" title="All six, one minute: B is down, animated" width="100%" height="720"');
  expect(element(compared)).toContain('<between-services technique="compare" label="All six, one minute: B is down" scenario="b-down"><a href="https://example.org/compare/?scenario=b-down"><img src="https://example.org/embed/v1/compare/b-down/poster.png"');
  expect(markdownImage(compared)).toBe('[![All six, one minute: B is down](https://example.org/embed/v1/compare/b-down/animated.svg#light)](https://example.org/compare/?scenario=b-down)');
  const step = { ...compared, state: { ...compared.state, step: 5 } };
  expect(markdownImage(step)).toBe('[![All six, one minute: B is down](https://example.org/embed/v1/compare/b-down/step-5.svg#light)](https://example.org/compare/?scenario=b-down&position=25s)');
  expect(pageAddress({ ...compared, state: defaultState })).toBe('https://example.org/compare/?scenario=normal');
});
