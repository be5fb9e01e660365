/** What painters write to the page, when it is not what stands there: a browser lays out again after every write. */

export function setAttribute(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets the text of an element that holds nothing else. In HTML it is put in place anew: a browser counts text that grows as text that has moved. */
export function setText(element: Element | null, text: string): void {
  const own = element?.firstChild;
  if (!element || (own?.nodeValue ?? '') === text) return;
  if (own && element instanceof SVGElement) own.nodeValue = text;
  else element.textContent = text;
}
