import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Topology } from '../../simulation/technique.ts';
import { useRehearsal } from '../hooks.ts';
import { widths, type Drawings, type Width } from '../layout/types.ts';
import { Drawing } from './Drawing.tsx';

/** The drawing for a container's width in pixels: the thresholds of the container queries in diagram.css. */
export const drawingFor = (pixels: number): Width => (pixels >= 960 ? 1000 : pixels >= 580 ? 600 : 320);

/**
 * The drawings of a technique. A server sends all three and CSS shows one; once awake only that one is kept,
 * and a change of width swaps it before the browser paints.
 */
export function Stage({ topology, drawings, id }: { topology: Topology; drawings: Drawings; id: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [only, setOnly] = useState<Width | null>(null);
  useRehearsal();

  useLayoutEffect(() => {
    const figure = box.current?.closest('figure');
    if (!figure) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = drawingFor(entry!.contentRect.width);
      queueMicrotask(() => flushSync(() => setOnly(width)));
    });
    setOnly(drawingFor(figure.clientWidth));
    observer.observe(figure);
    return () => observer.disconnect();
  }, []);

  return (
    <div className="stage" ref={box}>
      {widths.filter((width) => only === null || width === only).map((width) => (
        <Drawing key={width} topology={topology} drawing={drawings[width]} id={id} />
      ))}
    </div>
  );
}
