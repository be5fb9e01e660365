/**
 * Stands in the browser for d3-zoom, d3-drag, d3-selection and d3-interpolate, which React Flow loads to pan, zoom and drag.
 * No figure does any of these, and without them a figure is a sixth lighter and has no listener in the way of a
 * finger that scrolls the page. `src/site/figure-bundle.ts` puts it in their place.
 */
interface Selection {
  call(behaviour: (selection: Selection) => unknown): Selection;
  on(): void;
  property(name: string, value?: unknown): unknown;
  node(): Element;
}

export const zoomIdentity = { x: 0, y: 0, k: 1, translate: () => zoomIdentity, scale: () => zoomIdentity };
export const zoomTransform = () => zoomIdentity;

const keep = <T>(value: T): T => value;

/** A behaviour that takes every setting and does nothing. */
const behaviour: object = new Proxy(keep, {
  get: (_, setting) => (setting === 'constrain' ? () => keep : () => behaviour),
  apply: (_, __, [selection]: [Selection]) => selection.property('__zoom', zoomIdentity),
});

/** An element and its properties; it takes no listener. */
export function select(element: Element): Selection {
  const properties: Record<string, unknown> = {};
  const selection: Selection = {
    call(given) {
      given(selection);
      return selection;
    },
    on: () => undefined,
    property(name, value) {
      if (value !== undefined) properties[name] = value;
      return properties[name];
    },
    node: () => element,
  };
  return selection;
}

export const pointer = () => [0, 0];
export const zoom = () => behaviour;
export const drag = () => behaviour;
export const interpolate = keep;
export const interpolateZoom = keep;
