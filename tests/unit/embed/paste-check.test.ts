import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/embed/catalogue.ts';
import { figureOf } from '../../../src/embed/catalogue.ts';
import { forms } from '../../../src/embed/forms.ts';
import { defaultState } from '../../../src/embed/parameters.ts';
import { checkPost } from '../../../src/embed/paste-check.ts';

const catalogue: Catalogue = [
  {
    slug: 'direct-api-call',
    title: 'Direct API call',
    heights: { full: 640, min: 550, none: 440 },
    scenarios: [
      { name: 'normal', title: 'Nothing goes wrong', captions: ['a', 'b', 'c'] },
      { name: 'b-down', title: 'B is down', captions: ['a', 'b'] },
    ],
  },
  { slug: 'compare', title: 'All six', heights: { full: 720, min: 660, none: 660 }, scenarios: [{ name: 'normal', title: 'Nothing goes wrong', captions: ['a'] }], parameters: ['scenario', 'step', 'theme', 'controls', 'autoplay', 'speed'] },
];
const say = (text: string, options = {}) => checkPost(text, catalogue, options).findings.map(({ line, text: said }) => `${line}: ${said}`);
const iframe = '<iframe src="https://x.org/embed/v1/direct-api-call/?theme=light" title="Direct API call, animated" width="100%" height="420" frameborder="0" loading="lazy" allow="fullscreen"></iframe>';
const element = '<div><between-services technique="direct-api-call" label="Direct API call"><a href="/"><img src="p.png" alt="x" width="800" height="450" /></a></between-services></div>';
const image = '[![Direct API call](https://x.org/embed/v1/direct-api-call/animated.svg#light)](https://x.org/techniques/direct-api-call/)';
const shortcode = '{{< between-services technique="direct-api-call" title="Direct API call" >}}';

describe('a good post', () => {
  test.each([['iframe', iframe], ['element', element], ['image', image], ['shortcode', shortcode]])('%s', (_, snippet) => {
    const post = `---\ntitle: A post\n---\n${snippet}\n\nWords.\n\n${snippet}\n\nMore words.\n\n${snippet}`;
    expect(checkPost(post, catalogue, { mdx: true })).toEqual({ findings: [], figures: 3 });
  });

  test('everything the builder offers, in any state', () => {
    for (const scenario of catalogue[0]!.scenarios) {
      for (const autoplay of [false, true]) {
        const state = { ...defaultState, scenario: scenario.name, step: 1, autoplay, view: 'sequence' as const, theme: 'dark' as const, speed: 0.5 as const, controls: 'min' as const };
        const figure = figureOf('https://x.org', catalogue[0]!, state);
        for (const { id, write } of forms) {
          const { findings, figures } = checkPost(`Words.\n\n${write(figure, scenario, catalogue)}\n\nWords.`, catalogue, { mdx: true });
          expect({ id, findings, figures }).toMatchObject({ id, findings: [] });
        }
      }
    }
  });

  test('an element over several lines', () => {
    expect(say('Words.\n\n<div>\n<between-services\n  technique="direct-api-call" label="Direct API call" theme="host" autoplay eager>\n</between-services>\n</div>\n\nWords.')).toEqual([]);
  });

  test('code, front matter and other people’s frames are left alone', () => {
    expect(checkPost(`---\nx: '<between-services/>'\n---\n\n\`\`\`html\n<between-services/>\n\`\`\`\n\nWrite \`<between-services />\`.\n\n<iframe src="https://video.example/embed/1"></iframe>\nWords.`, catalogue)).toEqual({ findings: [], figures: 0 });
  });
});

describe('what is flagged, with its line', () => {
  test('a missing blank line', () => {
    expect(say(`Words.\n${iframe}\nWords.`)).toEqual([
      '2: Add a blank line before the figure, or it joins the paragraph above.',
      '2: Add a blank line after the figure, or the Markdown below it is not read as Markdown.',
    ]);
    expect(say(`Words.\n\n${image}\nWords.`)).toEqual(['3: Add a blank line after the figure, or it joins the paragraph below.']);
    expect(say(`Words.\n\n<div>\n${element.slice(5, -6)}\n</div>\nWords.`)).toEqual(['3: Add a blank line after the figure, or the Markdown below it is not read as Markdown.']);
    expect(say(`Look: ${image}`)).toEqual(['1: Put the figure on a line of its own: other words stand on it.']);
  });

  test('a tag that closes itself, or is not closed', () => {
    expect(say('<div><between-services technique="direct-api-call" label="Direct API call" /></div>')).toEqual([
      '1: Close the tag with </between-services>: browsers overlook the slash, and the rest of the post would become part of it.',
    ]);
    expect(say(`${iframe.replace('></iframe>', ' />')}\n\nWords.`)).toEqual([
      '1: Close the tag with </iframe>: browsers overlook the slash, and the rest of the post would become part of it.',
    ]);
    expect(say(`${iframe.replace('</iframe>', '')}\n\n${iframe}`)).toEqual(['1: Close the tag with </iframe>, or the rest of the post becomes part of it.']);
  });

  test('an element without a div', () => {
    expect(say(element.slice(5, -6))).toEqual(['1: Put <div> before the element and </div> after it, or Markdown puts it into a paragraph.']);
  });

  test('an attribute whose value pipelines drop', () => {
    expect(say(element.replace('label=', 'data-controls="min" label='))).toEqual([]);
    expect(say(element.replace('label=', 'controls="min" label='))).toEqual(['1: Write data-controls in place of controls: Gatsby and Hugo drop the value of controls.']);
    expect(say(element.replace('label=', 'data-controls="some" label='))).toEqual(['1: Correct controls: it is full, min or none.']);
  });

  test('what MDX stops at, in MDX alone', () => {
    const post = element.replace('label=', 'style="margin:0" label=').replace(' />', '>');
    expect(say(post)).toEqual([]);
    expect(say(post, { mdx: true })).toEqual([
      '1: Take the style attribute out: MDX stops at a style that is a string.',
      '1: End <img> and <br> with />: MDX stops at a tag that is not closed.',
    ]);
  });

  test('a missing title', () => {
    expect(say(iframe.replace(/ title="[^"]*"/, ''))).toEqual(['1: Add a title to the iframe: it is what a reader who does not see the figure is told.']);
    expect(say(iframe.replace(/title="[^"]*"/, 'title="..."'))).toHaveLength(1);
    expect(say(element.replace(/ label="[^"]*"/, ''))).toEqual(['1: Add a label to the element: it is what a reader who does not see the figure is told.']);
    expect(say(image.replace('Direct API call', ''))).toEqual(['1: Add words between the brackets of the image: it is what a reader who does not see the figure is told.']);
    expect(say(shortcode.replace(/ title="[^"]*"/, ''))).toEqual(['1: Add a title to the shortcode: it is what a reader who does not see the figure is told.']);
  });

  test('an unknown technique', () => {
    const sentence = '1: Correct the technique: there is no telepathy. There are direct-api-call, compare.';
    for (const snippet of [iframe, element, image, shortcode]) expect(say(snippet.replace('direct-api-call', 'telepathy'))).toEqual([sentence]);
    expect(say(shortcode.replace('technique="direct-api-call" ', ''))).toEqual(['1: Name a technique: one of direct-api-call, compare.']);
  });

  test('a parameter that does not exist, or a value it does not have', () => {
    expect(say(iframe.replace('?theme=light', '?theme=pink&amp;colour=red&amp;scenario=b-gone&amp;step=3'))).toEqual([
      '1: Take out colour: a figure has no such parameter. There are scenario, step, view, theme, controls, autoplay, speed.',
      '1: Correct scenario: Direct API call has normal, b-down.',
      '1: Correct step: this run has steps 0 to 2.',
      '1: Correct theme: it is light, dark or auto.',
    ]);
    expect(say(element.replace('label=', 'scenario="b-down" step="2" colour="red" speed="3" label='))).toEqual([
      '1: Take out colour: a figure has no such attribute. There are scenario, step, view, theme, controls, autoplay, speed.',
      '1: Correct step: this run has steps 0 to 1.',
      '1: Correct speed: it is 0.25, 0.5, 1 or 2.',
    ]);
    expect(say(shortcode.replace('title=', 'view="map" autoplay="yes" title='))).toEqual([
      '1: Correct view: it is diagram or sequence.',
      '1: Correct autoplay: it is 0 or 1.',
    ]);
    expect(say(image.replace('/animated', '/b-gone/animated'))).toEqual(['1: Correct scenario: Direct API call has normal, b-down.']);
    expect(say(image.replace('/animated', '/b-down/step-2'))).toEqual(['1: Correct step: this run has steps 0 to 1.']);
  });
});

test('no post makes it throw, and every finding has a line of the post', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom(iframe, element, image, shortcode, '<between-services', '\n', '\n\n', '"', '```', '</div>', '{{<', '![', '/>', '---'));
  fc.assert(fc.property(fc.array(piece), fc.boolean(), (pieces, mdx) => {
    const post = pieces.join('');
    for (const { line } of checkPost(post, catalogue, { mdx }).findings) {
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(post.split(/\r?\n/).length);
    }
  }));
});

test('the comparison takes some of the parameters, and says which', () => {
  const frame = (query: string) => `<iframe src="https://x.org/embed/v1/compare/?${query}" title="All six" width="100%" height="720"></iframe>`;
  expect(say(frame('scenario=normal&theme=dark'))).toEqual([]);
  expect(say(frame('scenario=b-down&view=diagram'))).toEqual([
    '1: Take out view: a figure has no such parameter. There are scenario, step, theme, controls, autoplay, speed.',
    '1: Correct scenario: All six has normal.',
  ]);
});
