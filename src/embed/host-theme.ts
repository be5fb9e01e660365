/** Which theme suits the page round an element: light or dark, by the nearest background that is not transparent. */
export function hostTheme(element: Element, changed: () => void): () => void {
  let last = hostTheme.of(element);
  const look = () => {
    const theme = hostTheme.of(element);
    if (theme === last) return;
    last = theme;
    changed();
  };
  const observer = new MutationObserver(look);
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    observer.observe(at, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  }
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', look);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', look);
  };
}

hostTheme.of = (element: Element): 'light' | 'dark' => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(element).colorScheme;
  return /\bdark\b/.test(scheme) && !/\blight\b/.test(scheme) ? 'dark' : 'light';
};
