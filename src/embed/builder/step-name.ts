const longest = 72;

/** A step as a list of choices names it: its number and the beginning of what it says. */
export function stepName(step: number, caption: string): string {
  const short = caption.length <= longest ? caption : `${caption.slice(0, caption.lastIndexOf(' ', longest))} …`;
  return `${step}: ${short}`;
}
