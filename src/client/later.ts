/**
 * Lays out what a page puts off once the page stands, a piece at a time, so that no task is long: what is marked
 * `data-later="all"`, then the drawings in what is marked `data-later="drawing"`.
 * An address that names a place in the page has everything laid out before it jumps.
 */
export function layOutInTurn(): void {
  const pieces = [...document.querySelectorAll<HTMLElement>('[data-later]')];
  const layOut = (piece: HTMLElement) => delete piece.dataset['later'];
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
  if (location.hash) pieces.forEach(layOut);
  else if (document.readyState === 'complete') next();
  else addEventListener('load', next, { once: true });
}
