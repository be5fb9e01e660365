/** The pictures of the comparison: whole, small, readable, and with nothing to load. */
import { gzipSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { ABOVE, backgroundOf, placesOf, sheet } from '../../../src/compare/embedded/places.ts';
import { HEIGHT } from '../../../src/compare/small.ts';
import type { ComparisonProps } from '../../../src/compare/types.ts';
import { animatedStrips } from '../../../src/pictures/strips-animated.ts';
import { stripsSvg } from '../../../src/pictures/strips.ts';
import { stepSvg } from '../../../src/pictures/strips-step.ts';
import { measuredScenarios } from '../../../src/schemas/measurements.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { comparedPicture, stepCaptions, stepPictures } from '../../../src/site/compared-pictures.ts';
import { comparedOf } from '../../../src/site/figures.ts';
import { measurementOf } from '../../../src/site/measured.ts';
import { content } from '../measure.ts';

const scenarios = comparedOf(content);
const props: ComparisonProps = {
  techniques: Object.values(techniques).map(({ slug, participants, channels }) => ({ slug, title: slug, url: '', topology: { slug, participants, channels } })),
  scenarios: scenarios.map((one) => ({ ...one, short: '', icon: '', lines: {}, sees: [] })),
  initial: { scenario: 'normal', position: 0, results: {} },
};
const compared = (name: string) => ({
  name, title: scenarios.find((one) => one.name === name)!.title, sees: ['See.'],
  runs: Object.keys(techniques).map((slug) => ({ title: slug, measurement: measurementOf(slug, name) })),
});

const well = (svg: string) => {
  expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|src=|@import|url\((?!#)|<script|<image/);
};

describe.each(measuredScenarios)('%s', (name) => {
  test('the animation is at most 10 kB compressed, well formed, loads nothing and holds the bars of the still picture', () => {
    const picture = comparedPicture(compared(name));
    const svg = animatedStrips(picture, 60);
    expect(gzipSync(svg).length).toBeLessThanOrEqual(10_000);
    well(svg);
    for (const { paths } of picture.rows) for (const { d } of paths) expect(svg).toContain(d);
    const [before, after] = svg.split('@media(prefers-reduced-motion:no-preference){');
    expect(before).not.toMatch(/animation:|@keyframes/);
    expect(after).toMatch(/animation:veil \d+s linear infinite/);
    expect(stripsSvg(picture)).not.toContain('animation');
  });

  test('there is a picture of each mark, well formed, that says in words what it shows', () => {
    const pictures = stepPictures(compared(name), props);
    expect(pictures.map(({ said }) => said)).toEqual(Array.from({ length: 13 }, (_, i) => `${i * 5} s`));
    const svg = stepSvg(pictures[5]!);
    well(svg);
    expect(svg.match(/class="small"/g)).toHaveLength(6);
    expect(svg).toContain(`${props.techniques[0]!.title}: `);
    expect(stepCaptions(compared(name), props)).toHaveLength(13);
  });
});

test('a participant that is down is drawn so, in both themes', () => {
  const of = (mark: number) => stepSvg(stepPictures(compared('b-down'), props)[mark]!);
  expect(of(5)).toMatch(/class="small-node is-square owner-B status-down"/);
  expect(of(5)).toContain('.status-down .ill{display:inline}');
  expect(of(2)).not.toContain('owner-B status-down');
});

test('six diagrams and seven fit the picture, and each can be cut out of it', () => {
  for (const count of [6, 7]) {
    const places = placesOf(count);
    expect(places).toHaveLength(count);
    for (const place of places) {
      expect(place.x + place.width).toBeLessThanOrEqual(sheet.width);
      expect(place.y + place.height + sheet.strip).toBeLessThanOrEqual(sheet.height);
      const { backgroundSize, backgroundPosition } = backgroundOf(place);
      const shown = 100;
      const scale = (shown * (Number.parseFloat(backgroundSize) / 100)) / sheet.width;
      const [left, top] = backgroundPosition.split(' ').map((one) => Number.parseFloat(one) / 100);
      const tall = (shown * place.height * (HEIGHT + ABOVE)) / HEIGHT / place.width;
      expect(left! * (shown - sheet.width * scale)).toBeCloseTo(-place.x * scale, 0);
      expect(top! * (tall - sheet.height * scale)).toBeCloseTo(-(place.y - (place.height * ABOVE) / HEIGHT) * scale, 0);
    }
  }
});
