/** Writes a small diagram's view to its elements: only what differs from the view before. */
import { setText } from '../diagram/kit/write.ts';
import type { GlyphView } from './lanes.ts';
import type { Scene, SmallView } from './view.ts';

export class Painter {
  #was: SmallView;
  readonly #lanes: { flow: SVGGElement; place: SVGTransform; glyphs: Mark[]; rate: Element }[];
  readonly #wires: { line: Element; rest: Element }[];
  readonly #nodes: { who: string; node: SVGElement }[];
  readonly #texts: Map<string, Element>;
  readonly #counts: Map<string, Element>;
  readonly #slots: Element[];

  /** @param first what the elements show now */
  constructor(root: SVGElement, first: SmallView) {
    const all = (name: string) => [...root.querySelectorAll<SVGElement>(`[data-${name}]`)];
    const named = (name: string) => new Map(all(name).map((one) => [one.dataset[name]!, one]));
    this.#was = first;
    this.#lanes = all('lane').map(({ firstElementChild, lastElementChild }) => {
      const flow = firstElementChild as SVGGElement;
      return { flow, place: placeOf(flow), glyphs: [...flow.children].map((one) => markOf(one as SVGGElement)), rate: lastElementChild! };
    });
    this.#wires = all('wire').map(({ firstElementChild, lastElementChild }) => ({ line: firstElementChild!, rest: lastElementChild! }));
    this.#nodes = all('node').map((node) => ({ who: node.dataset['node']!, node }));
    this.#texts = named('text');
    this.#counts = named('count');
    this.#slots = all('slot');
  }

  show(now: SmallView): void {
    const was = this.#was;
    this.#was = now;
    for (let i = 0; i < this.#lanes.length; i += 1) {
      const { flow, place, glyphs } = this.#lanes[i]!;
      const before = was.lanes[i]!;
      const wanted = now.lanes[i]!;
      if (before.x !== wanted.x || before.y !== wanted.y) place.setTranslate(wanted.x, wanted.y);
      if (before.glyphs === wanted.glyphs) continue;
      const most = Math.max(before.glyphs.length, wanted.glyphs.length);
      for (let one = 0; one < most; one += 1) write(glyphs[one] ??= added(flow), before.glyphs[one], wanted.glyphs[one]);
    }
    if (now.scene !== was.scene) this.#change(was.scene, now.scene);
  }

  #change(was: Scene, now: Scene): void {
    for (const [i, { rate }] of this.#lanes.entries()) {
      if (now.lanes[i]!.rate !== was.lanes[i]!.rate) setText(rate, now.lanes[i]!.rate);
    }
    for (const [i, { line, rest }] of this.#wires.entries()) {
      const { whole, gone } = now.wires[i]!;
      if (whole !== was.wires[i]!.whole) line.setAttribute('d', whole);
      if (gone !== was.wires[i]!.gone) rest.setAttribute('d', gone);
    }
    for (const { who, node } of this.#nodes) {
      if (now.status[who] !== was.status[who]) node.dataset['status'] = now.status[who];
    }
    for (const key of ['pending', 'busy', 'behind'] as const) {
      const text = this.#texts.get(key);
      if (text && now[key] !== was[key]) setText(text, now[key]);
    }
    if (now.late !== was.late) this.#texts.get('behind')?.classList.toggle('is-late', now.late);
    for (const [line, count] of this.#counts) {
      const waiting = now.waiting[line] ?? 0;
      if (waiting !== (was.waiting[line] ?? 0)) setText(count, waiting === 0 ? '' : String(waiting));
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
  /** What it was last given to look like, shown or not. */
  look: GlyphView['look'] | null;
}

const markOf = (glyph: SVGGElement): Mark => ({ glyph, place: placeOf(glyph), path: glyph.firstElementChild!, look: null });

/** One glyph more than React has drawn in a lane. */
function added(flow: SVGGElement): Mark {
  const [glyph, path] = (['g', 'path'] as const).map((name) => document.createElementNS('http://www.w3.org/2000/svg', name)) as [SVGGElement, SVGPathElement];
  glyph.append(path);
  flow.append(glyph);
  return markOf(glyph);
}

function placeOf({ transform: { baseVal: moves }, ownerSVGElement }: SVGGElement): SVGTransform {
  return moves.numberOfItems > 0 ? moves.getItem(0) : moves.appendItem(ownerSVGElement!.createSVGTransform());
}

function write(mark: Mark, was: GlyphView | undefined, now: GlyphView | undefined): void {
  const { glyph, place, path, look } = mark;
  if (!now) {
    if (was) glyph.setAttribute('display', 'none');
    return;
  }
  if (!was) glyph.removeAttribute('display');
  if (was?.x !== now.x || was.y !== now.y) place.setTranslate(now.x, now.y);
  if (look === now.look) return;
  mark.look = now.look;
  path.setAttribute('transform', now.look.turn);
  path.setAttribute('d', now.look.d);
  glyph.setAttribute('class', now.look.className);
}
