/** What painters write to the page, when it is not what stands there: a browser lays out again after every write. */

export function setAttribute(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets the text of an element that holds nothing else. */
export function setText(element: Element | null, text: string): void {
  if (!element) return;
  const { firstChild: own } = element;
  if (!own) element.textContent = text;
  else if (own.nodeValue !== text) own.nodeValue = text;
}
