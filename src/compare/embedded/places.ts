/** Where the small diagrams stand in the picture of a step, so that an embed that sleeps can show each in its own place. */
import { HEIGHT, WIDTH } from '../small.ts';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The picture, what is left free above and below in it, and what a technique takes beside its diagram. */
export const sheet = { width: 800, height: 450, side: 24, top: 50, foot: 432, name: 40, strip: 48 } as const;

const columns = 3;

/** A place for each of so many techniques, in rows of three. */
export function placesOf(count: number): Place[] {
  const row = (sheet.foot - sheet.top) / Math.ceil(count / columns);
  const height = Math.min(110, row - sheet.name - sheet.strip);
  const width = (height * WIDTH) / HEIGHT;
  const column = (sheet.width - 2 * sheet.side - width) / (columns - 1);
  return Array.from({ length: count }, (_, i) => ({
    x: sheet.side + (i % columns) * column, y: sheet.top + Math.floor(i / columns) * row + sheet.name, width, height,
  }));
}

/** Above a diagram, in its own units: room for a line of text that a narrow one has there. */
export const ABOVE = 20;

/** A place, with what is above it, as a background that shows it alone. */
export function backgroundOf({ x, y: top, width, height: own }: Place): { backgroundSize: string; backgroundPosition: string } {
  const height = (own * (HEIGHT + ABOVE)) / HEIGHT;
  const y = top - height + own;
  const percent = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;
  return {
    backgroundSize: `${percent(sheet.width / width)} auto`,
    backgroundPosition: `${percent(x / (sheet.width - width))} ${percent(y / (sheet.height - height))}`,
  };
}
