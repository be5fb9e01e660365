/** A whole run as frames of plain SVG, for formats that know no motion of their own. */
import { currentMessage } from '../diagram/current.ts';
import { frame } from '../player/frame.ts';
import { stepAt } from '../player/steps.ts';
import { Timeline } from './animation/timeline.ts';
import type { Theme } from './css.ts';
import { flatDocument } from './document.ts';
import { captionMarkup, framed } from './poster.ts';
import { sheetOf } from './sheet.tsx';
import { frameOf } from './still.ts';
import { captionAt, outcomeStep, type Story } from './story.ts';

export interface FilmFrame {
  svg: string;
  /** How long it stays, in milliseconds. */
  delay: number;
}

/** The frames of a run, `every` so many milliseconds; equal ones that follow each other are one. */
export function filmOf(story: Story, every: number, theme: Theme): FilmFrame[] {
  const timeline = new Timeline(story);
  const sheet = sheetOf(story);
  const { trace, steps } = story;
  const outcome = outcomeStep(story);
  const frames: FilmFrame[] = [];
  for (let ms = 0; ms < timeline.total; ms += every) {
    const t = timeline.instant(ms);
    const over = t > trace.end;
    const now = frame(trace, t);
    const message = over ? null : currentMessage(now, { ...sheet.live.playback.state, step: stepAt(steps, t), playing: true });
    const caption = captionMarkup(captionAt(story, over ? outcome : steps[0]!));
    const svg = flatDocument(framed(story, sheet.drawing, frameOf(sheet, now, message), caption), theme);
    const last = frames.at(-1);
    if (last?.svg === svg) last.delay += every;
    else frames.push({ svg, delay: every });
  }
  return frames;
}
