import { useLayoutEffect } from 'react';

/**
 * Keeps the heads of the lifelines in sight while the page, or the panel they are in, scrolls past them.
 * @param height of the drawing, in its own units
 */
export function useHeadsInSight(box: React.RefObject<HTMLElement | null>, height: number): void {
  useLayoutEffect(() => {
    const lay = () => {
      const heads = box.current?.querySelector<SVGGElement>('.seq-heads');
      if (!heads) return;
      const { top, height: tall } = heads.ownerSVGElement!.getBoundingClientRect();
      if (tall === 0) return;
      const sight = Math.max(0, box.current!.closest('[role=tabpanel]')?.getBoundingClientRect().top ?? 0);
      const gone = Math.max(0, Math.min(sight - top, tall - 2 * heads.getBoundingClientRect().height));
      heads.setAttribute('transform', `translate(0,${(gone * height) / tall})`);
    };
    lay();
    document.addEventListener('scroll', lay, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', lay, { capture: true });
  }, [box, height]);
}
