/** What the browser would break apart at the end of a line, held together. */

/**
 * @param html a paragraph's content, in which badges, tags and raised numbers are the words' own markup
 * @returns the same with each raised number tied to the word before it, and each badge or tag to what follows without a space
 */
export function holdTogether(html: string): string {
  return html
    .replace(/\s+(?=<sup class="cite")/g, '\u00a0')
    .replace(/(<span class="tag".*?(?:<\/span>){3})([^\s<]+)/gs, '<span class="hold">$1$2</span>')
    .replace(/(<span class="badge[^>]*>[AB]<\/span>)([^\s<]+)/g, '<span class="hold">$1$2</span>');
}
