/** How high a frame has to be for a figure to be read in it. */
import { heightOf } from '../diagram/layout.ts';
import type { Topology } from '../simulation/technique.ts';
import type { ControlSet } from './parameters.ts';

/** What stands above and below the drawing in a column of a phone's width, in CSS pixels: `styles/embed.css`. */
const around: Record<ControlSet, number> = { full: 350, min: 260, none: 150 };

/** The share of its own size at which the smallest words of a drawing can still be read. */
const legible = 0.8;

/** The heights of frames, in CSS pixels, in which a technique's figure is legible at every width a blog has. */
export function frameHeights(topology: Topology): Record<ControlSet, number> {
  const drawing = heightOf(topology, 320) * legible;
  const of = (controls: ControlSet) => Math.max(420, Math.ceil((around[controls] + drawing) / 10) * 10);
  return { full: of('full'), min: of('min'), none: of('none') };
}
