/**
 * Follows which theme suits the page round an element, and calls `changed` when it is another.
 * @returns what ends that
 */
export function hostTheme(element: Element, changed: () => void): () => void {
  let last = hostTheme.of(element);
  const look = () => {
    const theme = hostTheme.of(element);
    if (theme === last) return;
    last = theme;
    changed();
  };
  const observer = new MutationObserver(look);
  for (let at = above(element); at; at = above(at)) {
    observer.observe(at, { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-bs-theme', 'data-color-mode'] });
  }
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', look);
  document.addEventListener('transitionend', look);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', look);
    document.removeEventListener('transitionend', look);
  };
}

/** Light or dark, by the nearest background that is not transparent; without one, by the colour scheme. */
hostTheme.of = (element: Element): 'light' | 'dark' => {
  for (let at: Element | null = element; at; at = above(at)) {
    const [red, green, blue, alpha] = painted(getComputedStyle(at).backgroundColor);
    if (alpha > 127) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(element).colorScheme;
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (system || !scheme.includes('light')) ? 'dark' : 'light';
};

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** What a colour of CSS, in any of its notations, comes to on the screen. */
function painted(colour: string): [red: number, green: number, blue: number, alpha: number] {
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (plain) return [Number(plain[1]), Number(plain[2]), Number(plain[3]), 255 * Number(plain[4] ?? 1)];
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d');
  if (!pen) return [0, 0, 0, 0];
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}
