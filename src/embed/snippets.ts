/** What an author copies: the ways to put a figure into a post, as pure functions of the figure. */
import { comparison } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { writeParameters } from './parameters.ts';
import { MARK } from '../player/compared/marks.ts';
import type { EmbedState } from './parameters.ts';

/** A figure in a state, as an author wants it shown. */
export interface Figure {
  /** The published address of this site, without a slash at its end. */
  site: string;
  technique: string;
  /** What a reader who does not see the figure is told it is. */
  title: string;
  /** The height of its frame in CSS pixels: a frame of another origin cannot size itself. */
  height: number;
  state: EmbedState;
}

/** The size at which pictures are shown, in CSS pixels. */
export const pictureSize = { width: 800, height: 450 };

/** The address of the page that a figure comes from, in the figure's state. */
export function pageAddress({ site, technique, state: { scenario, step, view } }: Figure): string {
  if (technique === comparison) return `${site}/compare/?scenario=${scenario}${step > 0 ? `&position=${(step * MARK) / 1e6}s` : ''}`;
  return `${site}/techniques/${technique}/${writeParameters({ scenario, step, view })}`;
}

/** The address of a figure's frame. */
export function frameAddress({ site, technique, state }: Figure): string {
  return `${site}/embed/v1/${technique}/${writeParameters(state)}`;
}

/** The address of one of a figure's pictures: `poster.png`, `animated.svg`, `step-4.svg`. */
export function pictureAddress({ site, technique, state: { scenario } }: Figure, file: string): string {
  return `${site}/embed/v1/${technique}/${scenario === 'normal' ? '' : `${scenario}/`}${file}`;
}

/** A frame, for any page that lets HTML through. */
export function iframe(figure: Figure): string {
  return `<iframe src="${html(frameAddress(figure))}" title="${html(figure.title)}, animated" width="100%" height="${figure.height}"`
    + ' frameborder="0" loading="lazy" allow="fullscreen"></iframe>';
}

/**
 * The custom element round a linked picture, which is what feeds, e-mail and readers without JavaScript get.
 * It finds its theme from the page round it, so `light` is not written. Gatsby and Hugo's minifier know
 * `controls` as an attribute without a value and drop it, so it is written as `data-controls`.
 */
export function element(figure: Figure): string {
  const { technique, title, state } = figure;
  const attributes = optionsOf(state).map(([name, value]) => ` ${name === 'controls' ? 'data-controls' : name}="${html(value)}"`).join('');
  return `<div><between-services technique="${html(technique)}" label="${html(title)}"${attributes}>`
    + `<a href="${html(pageAddress(figure))}">${picture(pictureAddress(figure, 'poster.png'), title)}</a></between-services></div>`;
}

/** What the element needs once in a site's template. */
export function elementScript(site: string): string {
  return `<script type="module" src="${html(site)}/elements/v1.js"></script>`;
}

/** The line of CSS that keeps the element's place until its script is there, and its picture within it. */
export function elementStyle(catalogue: Catalogue): string {
  const usual = Math.min(...catalogue.map(({ heights }) => heights.full));
  const higher = catalogue.filter(({ heights }) => heights.full > usual)
    .map(({ slug, heights }) => `between-services[technique="${slug}"] { min-height: ${heights.full}px; } `);
  return `between-services { display: block; min-height: ${usual}px; } ${higher.join('')}`
    + `between-services img { width: auto; height: auto; max-width: 100%; max-height: ${usual - 20}px; }`;
}

/**
 * A linked picture that plays by itself, in Markdown. It has no controls, so a figure that is to be shown
 * at a step and not played becomes the still picture of that step.
 */
export function markdownImage(figure: Figure): string {
  const { state: { step, autoplay, theme } } = figure;
  const file = step > 0 && !autoplay ? `step-${step}.svg` : 'animated.svg';
  const forced = theme === 'auto' ? '' : `#${theme}`;
  return `[![${markdown(figure.title)}](${pictureAddress(figure, file)}${forced})](${pageAddress(figure)})`;
}

/** A call of the Hugo shortcode. */
export function hugoShortcode({ technique, title, state }: Figure): string {
  const all = [['technique', technique], ['title', title], ...optionsOf(state)];
  return `{{< between-services ${all.map(([name, value]) => `${name}=${quoted(value!)}`).join(' ')} >}}`;
}

/** What a Gatsby site needs once, in `gatsby-ssr.js`, for the element to work in its posts. */
export function gatsbySetUp(site: string, catalogue: Catalogue): string {
  return [
    "import React from 'react';",
    '',
    'export const onRenderBody = ({ setHeadComponents }) => {',
    '  setHeadComponents([',
    `    <script key="between-services" type="module" src="${site}/elements/v1.js" />,`,
    `    <style key="between-services-space">{'${elementStyle(catalogue)}'}</style>,`,
    '  ]);',
    '};',
  ].join('\n');
}

/**
 * A figure as pictures and words, for feeds and e-mail: the poster, then each step's picture over its caption.
 * It is one line, since MDX takes a new line inside HTML for a new paragraph.
 * @param captions what each step says, step 0 first
 */
export function storyboard(figure: Figure, captions: readonly string[]): string {
  const page = html(pageAddress({ ...figure, state: { ...figure.state, step: 0, view: 'diagram' } }));
  const steps = captions.map((caption, step) => (
    `<li>${picture(pictureAddress(figure, `step-${step}.svg`), '')}<br />${words(caption)}</li>`
  ));
  return [
    `<div><p><a href="${page}">${picture(pictureAddress(figure, 'poster.png'), figure.title)}</a></p>`,
    '<ol start="0">',
    ...steps,
    '</ol>',
    `<p><a href="${page}">${words(figure.title)}, step by step</a></p></div>`,
  ].join('');
}

/** What differs from what an element and the shortcode do by themselves. */
function optionsOf(state: EmbedState): [name: string, value: string][] {
  const options = [...new URLSearchParams(writeParameters({ ...state, theme: 'auto' }))] as [string, string][];
  return state.theme === 'light' ? options : [...options, ['theme', state.theme]];
}

function picture(address: string, alt: string): string {
  return `<img src="${html(address)}" alt="${html(alt)}" width="${pictureSize.width}" height="${pictureSize.height}" />`;
}

/** Text inside an HTML attribute. */
function html(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}

/** Text inside an HTML element, where MDX would take braces for code and read Markdown. */
function words(text: string): string {
  return html(text).replace(/[{}*_`[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text inside Markdown's brackets. Pipelines disagree on escapes there, so signs that mean something give way. */
function markdown(text: string): string {
  const instead: Record<string, string> = { '[': '(', ']': ')', '{': '(', '}': ')', '&': 'and', "'": '’' };
  return oneLine(text.replace(/[\\`*_[\]{}<>&~|"']/g, (sign) => instead[sign] ?? ''));
}

function quoted(text: string): string {
  return `"${oneLine(text).replace(/[\\"]/g, '\\$&')}"`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
