import { memo, useRef, useState, type Ref } from 'react';
import { useLive, usePaint } from '../hooks.ts';
import { crowdShapes, type Look, type Shape } from './crowd.ts';
import type { FindTrack } from './tracks.ts';

/** The messages of a crowd. React adds a look when it is first seen, after that frame; each frame writes where those are that have it. */
export function Crowd({ find }: { find: FindTrack }) {
  const live = useLive();
  const [first] = useState(() => crowdShapes(live.frame, live, find));
  const [looks, setLooks] = useState(() => [...first.keys()]);
  const roots = useRef(new Map<Look, SVGGElement>());

  usePaint((frame) => {
    const now = crowdShapes(frame, live, find);
    const seen = [...now.keys()];
    if (seen.some((look) => !roots.current.has(look))) setTimeout(() => setLooks((old) => [...new Set([...old, ...seen])]));
    for (const [look, root] of roots.current) draw(root, now.get(look));
  });

  const handle = (look: Look) => (root: SVGGElement | null) => {
    if (root) roots.current.set(look, root);
    else roots.current.delete(look);
  };
  return looks.map((look, i) => <Alike key={i} look={look} shape={first.get(look)} handle={handle(look)} />);
}

/** All messages that look alike. After the first render only a frame changes them. */
const Alike = memo(({ look: { className, turn, glyphClass, struck }, shape, handle }: { look: Look; shape: Shape | undefined; handle: Ref<SVGGElement> }) => (
  <g ref={handle} className={className}>
    <g transform={turn || undefined} className={glyphClass}><path d={shape?.glyphs} /></g>
    {struck && <path className="cross" d={shape?.crosses} />}
  </g>
), ({ look: before }, { look: after }) => before === after);
Alike.displayName = 'Alike';

function draw(root: SVGGElement, shape: Shape | undefined): void {
  const off = shape === undefined;
  if (root.classList.contains('off') !== off) root.classList.toggle('off', off);
  if (off) return;
  root.firstElementChild!.firstElementChild!.setAttribute('d', shape.glyphs);
  if (shape.crosses !== '') root.lastElementChild!.setAttribute('d', shape.crosses);
}
