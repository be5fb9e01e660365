import type { Box, PlacedNode, Plan, Point, Route, Shape, TextSpot, Tray } from './types.ts';

export const at = (x: number, y: number): Point => ({ x, y });

export const spot = (
  x: number, y: number, anchor: TextSpot['anchor'] = 'start', lines: 1 | 2 = 2,
): TextSpot => ({ x, y, anchor, lines });

/** A box by its centre. */
export const around = (cx: number, cy: number, width: number, height: number): Box =>
  ({ x: cx - width / 2, y: cy - height / 2, width, height });

/** Collects nodes and routes; a participant the technique lacks (null) is left out. */
export function sketch() {
  const nodes: PlacedNode[] = [];
  const routes: Route[] = [];
  return {
    node(id: string | null, shape: Shape, box: Box, label: TextSpot | null = null, trays: Tray[] = []) {
      if (id) nodes.push({ id, shape, box, label, trays, flag: at(box.x, box.y) });
    },
    /** The broker's own box is the hull of its trays. */
    broker(id: string | null, trays: Tray[]) {
      if (!id || trays.length === 0) return;
      const x = Math.min(...trays.map((tray) => tray.box.x));
      const y = Math.min(...trays.map((tray) => tray.box.y));
      const right = Math.max(...trays.map((tray) => tray.box.x + tray.box.width));
      const bottom = Math.max(...trays.map((tray) => tray.box.y + tray.box.height));
      nodes.push({ id, shape: 'broker', box: { x, y, width: right - x, height: bottom - y }, label: null, trays, flag: at(x, y) });
    },
    route(
      from: string | null, to: string | null, points: Point[], more: Partial<Pick<Route, 'queue' | 'docked'>> = {},
    ) {
      if (from && to) routes.push({ ends: [from, to], points, queue: null, docked: false, ...more });
    },
    plan: (height: number): Plan => ({ height, nodes, routes }),
  };
}
