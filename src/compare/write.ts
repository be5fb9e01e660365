/** Writes a small diagram's view to its elements: only what differs from the view before. */
import type { GlyphView, SmallView } from './view.ts';

export class Painter {
  #was: SmallView;
  readonly #lanes: { glyphs: Mark[]; rate: Element }[];
  readonly #wires: Element[];
  readonly #nodes: SVGElement[];
  readonly #texts: Map<string, Element>;
  readonly #counts: Map<string, Element>;
  readonly #slots: Element[];

  /** @param first what the elements show now */
  constructor(root: SVGElement, first: SmallView) {
    const all = (name: string) => [...root.querySelectorAll<SVGElement>(`[data-${name}]`)];
    const named = (name: string) => new Map(all(name).map((one) => [one.dataset[name]!, one]));
    this.#was = first;
    this.#lanes = all('lane').map((lane) => ({ glyphs: [...lane.children].slice(0, -1).map((one) => markOf(one as SVGGElement)), rate: lane.lastElementChild! }));
    this.#wires = all('wire');
    this.#nodes = all('node');
    this.#texts = named('text');
    this.#counts = named('count');
    this.#slots = all('slot');
  }

  show(now: SmallView): void {
    const was = this.#was;
    this.#was = now;
    now.lanes.forEach((lane, i) => {
      const { glyphs, rate } = this.#lanes[i]!;
      const before = was.lanes[i]!;
      for (const [place, glyph] of glyphs.entries()) write(glyph, before.glyphs[place], lane.glyphs[place]);
      if (lane.rate !== before.rate) rate.textContent = lane.rate;
    });
    now.wires.forEach(({ whole, gone }, i) => {
      const [line, rest] = this.#wires[i]!.children as unknown as [Element, Element];
      if (whole !== was.wires[i]!.whole) line.setAttribute('d', whole);
      if (gone !== was.wires[i]!.gone) rest.setAttribute('d', gone);
    });
    for (const node of this.#nodes) {
      const status = now.status[node.dataset['node']!];
      if (status !== node.dataset['status']) node.dataset['status'] = status;
    }
    for (const key of ['pending', 'busy', 'behind'] as const) {
      const text = this.#texts.get(key);
      if (text && now[key] !== was[key]) text.textContent = now[key];
    }
    if (now.late !== was.late) this.#texts.get('behind')?.classList.toggle('is-late', now.late);
    for (const [line, count] of this.#counts) {
      const waiting = now.waiting[line] ?? 0;
      if (waiting !== (was.waiting[line] ?? 0)) count.textContent = waiting === 0 ? '' : String(waiting);
    }
    if (now.slots !== was.slots) for (const [i, slot] of this.#slots.entries()) slot.classList.toggle('busy', i < now.slots);
  }
}

/** A glyph's elements. */
interface Mark {
  glyph: SVGGElement;
  /** Where it is: a browser moves this sooner than it reads an attribute. */
  place: SVGTransform;
  path: Element;
}

function markOf(glyph: SVGGElement): Mark {
  const moves = glyph.transform.baseVal;
  const place = moves.numberOfItems > 0 ? moves.getItem(0) : moves.appendItem(glyph.ownerSVGElement!.createSVGTransform());
  return { glyph, place, path: glyph.firstElementChild! };
}

function write({ glyph, place, path }: Mark, was: GlyphView | undefined, now: GlyphView | undefined): void {
  if (!now) {
    if (was) glyph.setAttribute('display', 'none');
    return;
  }
  if (!was) glyph.removeAttribute('display');
  if (was?.x !== now.x || was.y !== now.y) place.setTranslate(now.x, now.y);
  if (was?.turn !== now.turn) path.setAttribute('transform', now.turn);
  if (was?.className !== now.className) glyph.setAttribute('class', now.className);
  if (was?.d !== now.d) path.setAttribute('d', now.d);
}
