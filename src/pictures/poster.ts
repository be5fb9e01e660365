/** One step of a run as a picture of 800 by 450. */
import type { Step } from '../player/steps.ts';
import { altText } from './alt.ts';
import { flatDocument, svgDocument, type Document } from './document.ts';
import { sheetOf, type Sheet } from './sheet.tsx';
import { afterwards, stillOf, underWay } from './still.ts';
import { captionAt, endsWell, tellingStep, type Story } from './story.ts';
import { escaped, linesOf } from './text.ts';
import type { Theme } from './css.ts';

const width = 800;
const height = 450;
const left = 24;
const top = 50;
const foot = 390;

/** The frame of a picture: the rule, the title and the scenario above, the tinted stage; `caption` is markup below it. */
export function framed(
  { name, scenario }: Pick<Story, 'name' | 'scenario'>, drawing: { height: number }, body: string, caption: string,
): Pick<Document, 'width' | 'height' | 'body'> {
  const scale = Math.min(1, (foot - top) / drawing.height);
  const x = (width - 600 * scale) / 2;
  const y = top + (foot - top - drawing.height * scale) / 2;
  const markup = [
    `<rect class="pic-paper" width="${width}" height="${height}"/><rect class="pic-rule" width="${width}" height="3"/>`,
    `<rect class="pic-stage" y="${top}" width="${width}" height="${foot - top}"/>`,
    `<text class="pic-title" x="${left}" y="34">${escaped(name)}<tspan class="pic-scenario" dx="16">${escaped(scenario.title)}</tspan></text>`,
    `<g transform="translate(${round(x)},${round(y)})${scale < 1 ? ` scale(${round(scale)})` : ''}">${body}</g>`,
    caption,
  ];
  return { width, height, body: markup.join('') };
}

/** A caption of at most two lines below the stage. */
export function captionMarkup(text: string): string {
  const lines = linesOf(text, (width - 2 * left) / 17).slice(0, 2);
  const first = lines.length > 1 ? 413 : 425;
  return lines.map((line, i) => `<text class="pic-caption" x="${left}" y="${first + i * 22}">${escaped(line)}</text>`).join('');
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Draws the steps of one story, each as a picture of its own; what does not change is drawn once. */
export class Posters {
  readonly story: Story;
  readonly #sheet: Sheet;
  #narrow: Sheet | null = null;

  constructor(story: Story) {
    this.story = story;
    this.#sheet = sheetOf(story);
  }

  /** A step of the run as a standalone SVG. */
  step(step: Step): string {
    return svgDocument(this.#document(step, stillOf(this.#sheet, step)));
  }

  /** A step in the narrowest drawing, without title and caption: what an embed shows on a phone until it wakes. */
  narrow(step: Step): string {
    const sheet = this.#narrow ??= sheetOf(this.story, 320);
    const { drawing: { height: tall } } = sheet;
    return svgDocument({
      width: 320, height: tall, title: `${this.story.name}: ${this.story.scenario.title}`, description: altText(this.story.trace, step),
      body: `<rect class="pic-stage" width="320" height="${tall}"/><g class="narrow">${stillOf(sheet, step)}</g>`,
    });
  }

  /** The run at the step that says most, as a standalone SVG. */
  poster(): string {
    return svgDocument(this.#poster());
  }

  /** The poster in one theme, for a renderer of plain SVG. */
  flat(theme: Theme): string {
    return flatDocument(this.#poster(), theme);
  }

  /** The drawing alone, 600 units wide, at the step that says most. */
  drawing(): { height: number; body: string } {
    const step = tellingStep(this.story);
    return { height: this.#sheet.drawing.height, body: endsWell(this.story) ? underWay(this.#sheet, step) : afterwards(this.#sheet, step) };
  }

  #poster(): Document {
    const { scenario: { unchanged, start } } = this.story;
    return this.#document(tellingStep(this.story), this.drawing().body, unchanged && start);
  }

  #document(step: Step, body: string, caption?: string): Document {
    const { story } = this;
    return {
      ...framed(story, this.#sheet.drawing, body, captionMarkup(caption ?? captionAt(story, step))),
      title: `${story.name}: ${story.scenario.title}`,
      description: altText(story.trace, step),
    };
  }
}
