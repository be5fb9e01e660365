/** Ties each raised source number to the word before it, so that it never starts a line. */
export function holdNumbers(html: string): string {
  return html.replace(/\s+(?=<sup class="cite")/g, '\u202f');
}
