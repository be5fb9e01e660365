/** What is put off waits so long after a page has loaded, in milliseconds: the first seconds are the reader's. */
const CALM = 3000;

/**
 * Lays out what a page puts off once the reader has settled, a piece at a time, so that no task is long: what is marked
 * `data-later="all"`, then the drawings in what is marked `data-later="drawing"`. A browser lays out by itself what comes
 * near before its turn. Whoever comes for more than the top has everything laid out at once: by an address that names a
 * place or a state, by a link to a place, or by coming back to where they were.
 */
export function layOutInTurn(): void {
  const pieces = [...document.querySelectorAll<HTMLElement>('[data-later]')];
  const layOut = (piece: HTMLElement) => delete piece.dataset['later'];
  const all = () => pieces.splice(0).forEach(layOut);
  const next = () => {
    const [piece] = pieces;
    if (!piece) return;
    if (piece.dataset['later'] === 'all' && piece.querySelector('.drawing')) {
      piece.dataset['later'] = 'drawing';
    } else {
      layOut(piece);
      pieces.shift();
    }
    requestAnimationFrame(() => setTimeout(next));
  };
  const begin = () => {
    if (scrollY > 0) all();
    else setTimeout(next, CALM);
  };
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href*="#"]')) all();
  }, { capture: true });
  if (location.hash || location.search) all();
  else if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
