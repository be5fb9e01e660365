/** Where a drawing cannot be read: what lies on something else, or is cut off. */

interface Thing { kind: 'words' | 'flag' | 'tag' | 'glyph' | 'body'; what: string; owner: string; left: number; top: number; right: number; bottom: number }

/**
 * What a reader could object to in a figure's drawing, at every stop of its run and once on the way to each.
 * Runs in the page, in the drawing's own units. Words are as high as their letters, a message's glyph is as large
 * as its strokes, and a service takes the room of its ring. What belongs to a shape may stand on it.
 */
export async function clashes(figure: Element): Promise<string[]> {
  const drawing = [...figure.querySelectorAll<HTMLElement>('.drawing')].find((one) => one.getClientRects().length > 0)!;
  const sheet = drawing.querySelector('.drawing-scale')!;
  const slider = figure.querySelector<HTMLInputElement>('input.slider')!;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const settled = async () => { for (let i = 0; i < 8; i += 1) await Promise.resolve(); };

  const boxOf = (element: Element, by: number, from: DOMRect, k: number) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: (left - from.x) / k - by, top: (top - from.y) / k - by, right: (right - from.x) / k + by, bottom: (bottom - from.y) / k + by };
  };

  const inkOf = (text: SVGTextElement, from: DOMRect, k: number) => {
    const box = boxOf(text, 0, from, k);
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    const own = text.getBBox();
    const line = box.top + ((text.getStartPositionOfChar(0).y - own.y) / own.height) * (box.bottom - box.top);
    const said = text.textContent;
    return { ...box, top: line - size * (/[^acegm-suv-z ,.…]/.test(said) ? 0.7 : 0.54), bottom: line + (/[gjpqy,/]/.test(said) ? size * 0.2 : 0) };
  };

  const look = (): { all: Thing[]; wires: [number, number, number, number][]; right: number; bottom: number } => {
    const from = sheet.getBoundingClientRect();
    const right = Number(drawing.dataset['width']);
    const k = from.width / right;
    const shown = <E extends Element>(selector: string) => [...drawing.querySelectorAll<E>(selector)]
      .filter((one) => !one.closest('.off') && one.getClientRects().length > 0);
    const thing = (kind: Thing['kind'], element: Element, what: string, box: Omit<Thing, 'kind' | 'what' | 'owner'>): Thing =>
      ({ kind, what, owner: element.closest('[data-participant]')?.getAttribute('data-participant') ?? '', ...box });
    const all = [
      ...shown<SVGTextElement>('text').filter((one) => !one.closest('.price-tag, .flag, .service, .tray-more') && one.textContent.trim() !== '')
        .map((one) => thing('words', one, `“${one.textContent}”`, inkOf(one, from, k))),
      ...shown('.flag').map((one) => thing('flag', one, `the flag “${one.textContent}”`, boxOf(one.querySelector('rect')!, 0, from, k))),
      ...shown('.messages .price-tag > path:first-child').map((one) => thing('tag', one, `the tag ${one.parentElement!.textContent}`, boxOf(one, 0.6, from, k))),
      ...shown('.message .glyph').map((one) => thing('glyph', one, 'a message', boxOf(one, one.matches('.solid') ? 0 : 1.6, from, k))),
      ...shown('.store-body, .store-lid, .shelf-body, .age-ground, .small-body, .tray-ground, .tray-more rect, .service .body, .ring-edge, .echo-shape, .place, .wall, .screen-body')
        .map((one) => thing('body', one, 'the shape', boxOf(one, 0.5, from, k))),
    ];
    const wires = shown('.wire').flatMap((one) => {
      const at = [...one.getAttribute('d')!.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      return at.slice(1).map(([x, y], i): [number, number, number, number] => [Math.min(x, at[i]![0]), Math.min(y, at[i]![1]), Math.max(x, at[i]![0]), Math.max(y, at[i]![1])]);
    });
    return { all, wires, right, bottom: from.height / k };
  };

  const meet = (one: Omit<Thing, 'kind' | 'what' | 'owner'>, other: Omit<Thing, 'kind' | 'what' | 'owner'>, across: number, down: number) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > -across && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > -down;

  const objections = (one: Thing, other: Thing): boolean => {
    const kinds = `${one.kind} ${other.kind}`;
    const same = one.owner !== '' && one.owner === other.owner;
    switch (kinds) {
      case 'words words': return meet(one, other, same ? 0 : 5, same ? 0 : 1);
      case 'words flag': case 'words tag': case 'flag tag': return meet(one, other, 1, 1);
      case 'words glyph': case 'flag glyph': return meet(one, other, 1.5, 1.5);
      case 'words body': return meet(one, other, 0, 0) && !(same && one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom);
      default: return false;
    }
  };

  const found: string[] = [];
  const report = (at: string) => {
    const { all, wires, right, bottom } = look();
    for (const one of all) {
      if (one.kind === 'body' || one.kind === 'glyph') continue;
      if (one.left < 2 || one.top < 2 || one.right > right - 2 || one.bottom > bottom - 2) found.push(`${one.what} is cut off, ${at}`);
      if (one.kind === 'words' && wires.some(([l, t, r, b]) => meet(one, { left: l, top: t, right: r, bottom: b }, 0.5, 0.5))) found.push(`${one.what} is crossed by a wire, ${at}`);
    }
    all.forEach((one, i) => all.slice(i + 1).forEach((other) => {
      if (objections(one, other)) found.push(`${one.what} lies on ${other.what}${other.owner ? ` of ${other.owner}` : ''}, ${at}`);
    }));
  };

  const scenario = figure.getAttribute('data-scenario')!;
  const WAY = 0.45;
  const instants: number[] = [];
  for (let step = 0; step < Number(figure.getAttribute('data-steps')); step += 1) {
    figure.dispatchEvent(new CustomEvent('figure-command', { detail: { type: 'seek', step } }));
    await settled();
    instants.push(Number(slider.value));
    report(`${scenario} ${step}`);
  }
  for (const [step, at] of instants.slice(1).entries()) {
    write.call(slider, String(Math.round(instants[step]! + (at - instants[step]!) * WAY)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    report(`on the way from ${scenario} ${step}`);
  }
  return found;
}
