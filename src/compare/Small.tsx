import { memo, useMemo, useRef, useState } from 'react';
import { usePaint } from '../diagram/hooks.ts';
import { cylinderShape } from '../diagram/kit/shapes.ts';
import { placeAt } from '../diagram/layout/route.ts';
import type { Topology } from '../simulation/technique.ts';
import type { Film } from './film.ts';
import type { LaneView } from './lanes.ts';
import { HEIGHT, smallDrawing, WIDTH, type SmallDrawing, type SmallNode } from './small.ts';
import { useInSight } from './useInSight.ts';
import { sayView, viewAt, type Scene, type SmallView } from './view.ts';
import { Painter } from './write.ts';

/** A technique in small, as its run has it at the instant on show. React draws it once; each frame writes what differs, while it is in sight. @param place among those that take turns */
export function Small({ topology, title, film, workers, start, place, hatch }: {
  topology: Topology; title: string; film: Film; workers: number | null; start: number; place: number; hatch: string;
}) {
  const drawing = useMemo(() => smallDrawing(topology), [topology]);
  const [first] = useState(() => viewAt(drawing, film, start, workers));
  const root = useRef<SVGSVGElement>(null);
  const painter = useRef<Painter | null>(null);
  const inSight = useInSight(root);
  usePaint(({ t }, live) => {
    if (!root.current || (live.playback.moving && !inSight.current)) return;
    painter.current ??= new Painter(root.current, first);
    const view = viewAt(drawing, film, t, workers, !live.isTurnOf(place));
    painter.current.show(view);
    if (!live.playback.moving) root.current.setAttribute('aria-label', `${title}: ${sayView(view)}`);
  });
  return (
    <svg ref={root} className="small" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={`${title}: ${sayView(first)}`} focusable="false">
      <Still drawing={drawing} view={first} hatch={hatch} />
    </svg>
  );
}

/** The drawing as it is first. Whatever changes is found again by its `data-` name. */
export const Still = memo(({ drawing: { nodes, wires }, view: { scene, lanes }, hatch }: { drawing: SmallDrawing; view: SmallView; hatch: string }) => {
  const copy = nodes.find(({ shape }) => shape === 'shelf');
  const service = nodes.find(({ id }) => id === 'A')!;
  return (
    <>
      {copy && <path className="wire docked" d={`M${service.box.x + 18},${service.box.y + 36}V${copy.box.y}`} />}
      {wires.map((wire, i) => (
        <g key={`${wire.ends.join(' ')} ${wire.queue}`} data-wire={i}>
          <path className="wire" d={scene.wires[i]!.whole} />
          <path className="wire-gone" d={scene.wires[i]!.gone} />
        </g>
      ))}
      {nodes.map((node) => <Node key={node.id} node={node} scene={scene} hatch={hatch} />)}
      {wires.flatMap((wire, i) => [0, 1].map((way) => {
        const lane = i * 2 + way;
        const { x, y, angle } = placeAt(wire.path, wire.path.total / 2);
        const level = angle === 0;
        return (
          <g key={`${i} ${way}`} data-lane={lane}>
            <Glyphs view={lanes[lane]!} />
            <text className="small-rate" x={level ? x : x + 20} y={level ? y - 13 : y - 15} textAnchor={level ? 'middle' : 'start'}>{scene.lanes[lane]!.rate}</text>
          </g>
        );
      }))}
      <text className="small-note is-pending" data-text="pending" x={2} y={12}>{scene.pending}</text>
      <text className="small-note" data-text="busy" x={WIDTH - 2} y={12} textAnchor="end">{scene.busy}</text>
      {copy && <text className={scene.late ? 'small-note is-late' : 'small-note'} data-text="behind" x={1} y={HEIGHT - 2}>{scene.behind}</text>}
    </>
  );
});
Still.displayName = 'Still';

function Glyphs({ view: { x, y, glyphs } }: { view: LaneView }) {
  return (
    <g transform={x === 0 && y === 0 ? undefined : `translate(${x},${y})`}>
      {glyphs.map(({ x: left, y: top, look }, place) => (
        <g key={place} className={look.className} transform={`translate(${left},${top})`}>
          <path d={look.d} transform={look.turn} />
        </g>
      ))}
    </g>
  );
}

function Node({ node: { id, who, line, shape, box, owner }, scene, hatch }: { node: SmallNode; scene: Scene; hatch: string }) {
  const { width, height, x, y } = box;
  const [cx, cy] = [width / 2, height / 2];
  const waiting = scene.waiting[line ?? ''] ?? 0;
  return (
    <g className={`small-node is-${shape} owner-${owner}`} data-node={who} data-status={scene.status[who]} transform={`translate(${x},${y})`}>
      {shape === 'disc' && <circle className="body" cx={cx} cy={cy} r={cx} />}
      {shape === 'square' && <><path className="echo-shape" d={`M${width},3h5v${height - 6}h-5M${width + 5},6h5v${height - 12}h-5`} /><rect className="body" width={width} height={height} rx={2} /></>}
      {shape === 'cylinder' && <><path className="ground" d={cylinderShape(width, height).body} /><path className="body" d={cylinderShape(width, height).body} /><ellipse className="lid" {...cylinderShape(width, height).lid} /></>}
      {(shape === 'shelf' || shape === 'box') && <rect className="body" width={width} height={height} rx={shape === 'box' ? 2 : 0} />}
      {shape === 'tray' && <><rect className="body" width={width} height={height} /><path className="edge" d={`M0,0H${width}M0,${height}H${width}`} /></>}
      <g className="ill"><rect fill={`url(#${hatch})`} width={width} height={height} rx={shape === 'disc' ? cx : 2} /><path d={`M2,${height - 2}L${width - 2},2`} /></g>
      {(shape === 'disc' || shape === 'square') && <text className="letter" x={cx} y={cy + (shape === 'square' ? 3 : 6)} textAnchor="middle">{id}</text>}
      {shape === 'square' && [0, 1, 2, 3].map((i) => <rect key={i} className={i < scene.slots ? 'slot busy' : 'slot'} data-slot={i} x={5 + i * 7} y={26} width={5} height={5} rx={1} />)}
      {shape === 'box' && <text className="small-letter" x={cx} y={cy + 4} textAnchor="middle">{id === 'relay' ? 'r' : 'c'}</text>}
      {line && <text className="small-count" data-count={line} x={cx} y={cy + (shape === 'tray' ? 4.5 : 7)} textAnchor="middle">{waiting === 0 ? '' : waiting}</text>}
      {shape === 'shelf' && <path className="small-tag" transform={`translate(${cx - 12},${cy - 7})`} d="M4,0H24V14H4L0,10V4Z" />}
    </g>
  );
}
