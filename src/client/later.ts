/**
 * Lays out what a page puts off (class `later`) once the page stands, a piece at a time, so that no task is long.
 * An address that names a place in the page has everything laid out before it jumps.
 */
export function layOutInTurn(): void {
  const pieces = [...document.querySelectorAll<HTMLElement>('.later')];
  const layOut = (piece: HTMLElement) => {
    piece.dataset['laidOut'] = '';
  };
  const next = () => {
    const piece = pieces.shift();
    if (!piece) return;
    layOut(piece);
    requestAnimationFrame(() => setTimeout(next));
  };
  if (location.hash) pieces.forEach(layOut);
  else if (document.readyState === 'complete') next();
  else addEventListener('load', next, { once: true });
}
