/** A whole run as one SVG that plays by itself wherever an image is shown. */
import { altText } from './alt.ts';
import { flights } from './animation/flights.ts';
import { Keyframes } from './animation/keyframes.ts';
import { looksOf, names, scenes } from './animation/scenes.ts';
import { Timeline } from './animation/timeline.ts';
import { svgDocument } from './document.ts';
import { captionMarkup, framed } from './poster.ts';
import { drawDefs, sheetOf } from './sheet.tsx';
import { captionAt, outcomeStep, type Story } from './story.ts';

/**
 * A standalone SVG that plays a run and starts again after a pause. Without motion it shows how the run ended.
 * Each message is a group with `data-message` and `data-name`, in the order of sending.
 */
export function animatedSvg(story: Story): string {
  const timeline = new Timeline(story);
  const keyframes = new Keyframes(timeline);
  const sheet = sheetOf(story);
  const moments = timeline.moments();
  const body = [
    drawDefs(sheet), scenes(sheet, moments, timeline, keyframes), flights(sheet, timeline, keyframes), names(sheet, moments, keyframes),
  ].join('');
  const [first, last] = [story.steps[0]!, outcomeStep(story)].map((step) => captionMarkup(captionAt(story, step)));
  const caption = looksOf(moments, ({ t }) => (t > story.trace.end ? last! : first!), keyframes);
  const picture = framed(story, sheet.drawing, body, caption);
  const running = `${timeline.total}ms infinite`;
  return svgDocument({
    ...picture,
    title: `${story.name}: ${story.scenario.title}`,
    description: altText(story.trace),
    css: `.o{opacity:0}@media(prefers-reduced-motion:no-preference){.v{animation:${running} step-end}`
      + `.m{animation:${running};animation-timing-function:step-end,linear}.t{animation:${running} linear}`
      + `.d{animation:${running};animation-timing-function:linear,step-end}${keyframes.css}}`,
  });
}
