import { memo, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { emptySlot, moveOf, type SlotView } from './slot.ts';

export interface SlotHandle {
  show(view: SlotView): void;
  hide(): void;
}

const target = (trailClass: string): [tone: string, turn: string] => {
  const [, tone = 'ask', ...turn] = trailClass.split(' ');
  return [tone, turn.join(' ')];
};

const trailPath = (length: string): string => `M0,-2.4H-${length}V2.4H0Z`;

/** One message's elements. After the first render only its handle changes them. */
export const Slot = memo(({ view, prefix, handle }: { view: SlotView; prefix: string; handle: Ref<SlotHandle> }) => {
  const [now] = useState(view);
  const root = useRef<SVGGElement>(null);
  const parts = useRef<Parts | null>(null);
  const shown = useRef<SlotView>(view);
  const className = useRef(view.look.className);

  useImperativeHandle(handle, () => {
    const mark = (wanted: string) => {
      if (className.current !== wanted) root.current?.setAttribute('class', wanted);
      className.current = wanted;
    };
    return {
      show(next) {
        if (!root.current) return;
        parts.current ??= partsOf(root.current);
        write(parts.current, shown.current, next, prefix);
        mark(next.look.className);
        shown.current = next;
      },
      hide: () => mark(emptySlot.look.className),
    };
  }, [prefix]);

  const { look } = now;
  const [tone, turn] = target(look.trailClass);
  return (
    <g ref={root} className={look.className} transform={moveOf(now) || undefined}>
      <g transform={turn || undefined}>
        <path className="trail" d={trailPath(look.trail)} fill={`url(#${prefix}-trail-${tone})`} />
      </g>
      <path className="string" d={look.string} />
      <g transform={look.turn || undefined} className={look.glyphClass}><path d={look.glyph} /></g>
      <path className="cross" d="M-8,-8L8,8M8,-8L-8,8" display={look.struck} />
      <g className={look.tagClass} transform={look.tagAt || undefined}>
        <path d={look.tag} />
        <path className="hole" d={look.holes} />
        <text x={look.priceX} y={look.priceY} fontSize={13.44}><tspan className="tag-price">{look.price}</tspan><tspan className="tag-version">{look.version}</tspan></text>
      </g>
    </g>
  );
}, (before, after) => before.prefix === after.prefix);
Slot.displayName = 'Slot';

interface Parts {
  /** Where it is: a browser moves this sooner than it reads an attribute. */
  place: SVGTransform;
  trailTurn: Element;
  trail: Element;
  string: Element;
  glyphTurn: Element;
  glyph: Element;
  cross: Element;
  tag: Element;
  outline: Element;
  holes: Element;
  text: Element;
}

/** A slot's elements, in the order of the markup above. */
function partsOf(root: SVGGElement): Parts {
  const [trailTurn, string, glyphTurn, cross, tag] = [...root.children] as [Element, Element, Element, Element, Element];
  const [outline, holes, text] = [...tag.children] as [Element, Element, Element];
  const moves = root.transform.baseVal;
  const place = moves.numberOfItems > 0 ? moves.getItem(0) : moves.appendItem(root.ownerSVGElement!.createSVGTransform());
  return { place, trailTurn, trail: trailTurn.firstElementChild!, string, glyphTurn, glyph: glyphTurn.firstElementChild!, cross, tag, outline, holes, text };
}

/** Writes what differs. */
function write(parts: Parts, { x, y, look: was }: SlotView, view: SlotView, prefix: string): void {
  if (x !== view.x || y !== view.y) parts.place.setTranslate(view.x, view.y);
  const { look: now } = view;
  put(parts.glyphTurn, 'transform', was.turn, now.turn);
  put(parts.glyphTurn, 'class', was.glyphClass, now.glyphClass);
  put(parts.glyph, 'd', was.glyph, now.glyph);
  put(parts.cross, 'display', was.struck, now.struck);
  put(parts.string, 'd', was.string, now.string);
  put(parts.tag, 'transform', was.tagAt, now.tagAt);
  put(parts.tag, 'class', was.tagClass, now.tagClass);
  put(parts.outline, 'd', was.tag, now.tag);
  put(parts.holes, 'd', was.holes, now.holes);
  put(parts.text, 'x', was.priceX, now.priceX);
  put(parts.text, 'y', was.priceY, now.priceY);
  if (was.trail !== now.trail) parts.trail.setAttribute('d', trailPath(now.trail));
  if (was.trailClass !== now.trailClass) {
    const [tone, turn] = target(now.trailClass);
    parts.trailTurn.setAttribute('transform', turn);
    parts.trail.setAttribute('fill', `url(#${prefix}-trail-${tone})`);
  }
  if (was.price !== now.price) parts.text.firstElementChild!.textContent = now.price;
  if (was.version !== now.version) parts.text.lastElementChild!.textContent = now.version;
}

function put(element: Element, attribute: string, was: string, now: string): void {
  if (was !== now) element.setAttribute(attribute, now);
}
