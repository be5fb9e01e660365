import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { emptySlot, type SlotView } from './slot.ts';

export interface SlotHandle {
  show(view: SlotView): void;
}

const target = (trailClass: string): [tone: string, turn: string] => {
  const [, tone = 'ask', ...turn] = trailClass.split(' ');
  return [tone, turn.join(' ')];
};

/** One message's elements. After the first render only `show` changes them. */
export function Slot({ view, prefix, handle }: { view: SlotView; prefix: string; handle: Ref<SlotHandle> }) {
  const [now] = useState(view);
  const root = useRef<SVGGElement>(null);
  const shown = useRef<SlotView>(view);

  useImperativeHandle(handle, () => ({
    show(next) {
      const group = root.current;
      const was = shown.current;
      if (!group || (next === emptySlot && was.className === emptySlot.className)) return;
      const wanted = next === emptySlot ? { ...was, className: emptySlot.className } : next;
      write(group, was, wanted, prefix);
      shown.current = wanted;
    },
  }), [prefix]);

  const [tone, turn] = target(now.trailClass);
  return (
    <g ref={root} className={now.className} transform={now.move || undefined}>
      <g transform={turn || undefined}>
        <rect className="trail" x={-Number(now.trail)} y={-2.4} width={now.trail} height={4.8} fill={`url(#${prefix}-trail-${tone})`} />
      </g>
      <path className="string" d={now.string} />
      <g transform={now.turn || undefined} className={now.glyphClass}><path d={now.glyph} /></g>
      <path className="cross" d="M-8,-8L8,8M8,-8L-8,8" display={now.struck} />
      <g className={now.tagClass} transform={now.tagAt || undefined}>
        <path d={now.tag} />
        <path className="hole" d={now.holes} />
        <text x={now.priceX} y={now.priceY} fontSize={13.44}><tspan className="tag-price">{now.price}</tspan><tspan className="tag-version">{now.version}</tspan></text>
      </g>
    </g>
  );
}

/** Writes what differs. The elements' order is that of the markup above. */
function write(group: SVGGElement, was: SlotView, now: SlotView, prefix: string): void {
  const set = (element: Element, key: keyof SlotView, attribute: string) => {
    if (was[key] !== now[key]) element.setAttribute(attribute, now[key]);
  };
  set(group, 'className', 'class');
  const [trailTurn, string, glyphTurn, cross, tag] = group.children as unknown as [Element, Element, Element, Element, Element];
  set(group, 'move', 'transform');
  const trail = trailTurn.firstElementChild!;
  if (was.trailClass !== now.trailClass) {
    const [tone, turn] = target(now.trailClass);
    trailTurn.setAttribute('transform', turn);
    trail.setAttribute('fill', `url(#${prefix}-trail-${tone})`);
  }
  if (was.trail !== now.trail) {
    trail.setAttribute('width', now.trail);
    trail.setAttribute('x', String(-Number(now.trail)));
  }
  set(glyphTurn, 'turn', 'transform');
  set(glyphTurn, 'glyphClass', 'class');
  set(glyphTurn.firstElementChild!, 'glyph', 'd');
  set(cross, 'struck', 'display');
  set(tag, 'tagClass', 'class');
  set(string, 'string', 'd');
  set(tag, 'tagAt', 'transform');
  const [outline, holes, text] = tag.children as unknown as [Element, Element, Element];
  set(outline, 'tag', 'd');
  set(holes, 'holes', 'd');
  set(text, 'priceX', 'x');
  set(text, 'priceY', 'y');
  if (was.price !== now.price) text.firstElementChild!.textContent = now.price;
  if (was.version !== now.version) text.lastElementChild!.textContent = now.version;
}
