import { useEffect, useRef, type RefObject } from 'react';

/** Whether an element is in sight, or nearly; read by the frame loop, so a change renders nothing. */
export function useInSight(element: RefObject<Element | null>): RefObject<boolean> {
  const inSight = useRef(true);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      inSight.current = entries.at(-1)!.isIntersecting;
    }, { rootMargin: '15%' });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
}
