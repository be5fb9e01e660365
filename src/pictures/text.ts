/** Text in an image, where no browser breaks lines. */
import { widthOf } from '../diagram/layout/letters.ts';

/** Text as XML has it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Breaks a text into lines of at most `room` ems, as even as they come. */
export function linesOf(text: string, room: number): string[] {
  const count = Math.max(1, Math.ceil(widthOf(text) / room));
  for (let width = widthOf(text) / count; ; width += 1) {
    const lines = broken(text, Math.min(width, room));
    if (lines.length <= count || width > room) return lines;
  }
}

function broken(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
