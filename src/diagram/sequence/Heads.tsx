import type { Topology } from '../../simulation/technique.ts';
import { cylinderShape } from '../kit/shapes.ts';
import type { Width } from '../layout/types.ts';
import { nameOf } from '../names.ts';
import { BELOW_HEADS, TOP } from './clock.ts';

const short: Record<string, string> = { orders: 'orders', catalog: 'cat. DB', database: 'DB', consumer: 'cons.', A: 'checkout', B: 'catalog', jobs: 'jobs', shopper: 'shopper' };

/** The participants at the head of their lifelines. */
export function Heads({ topology, x, width }: { topology: Topology; x: Record<string, number>; width: Width }) {
  const size = width === 320 ? 30 : 40;
  const crowded = width === 320 && Object.keys(x).length > 6;
  return (
    <g className="seq-heads">
      <rect className="seq-ground" width={width} height={TOP[width] - BELOW_HEADS} />
      {Object.entries(x).map(([id, at], i) => (
        <g key={id} transform={`translate(${at},${width === 320 ? 14 : 24})`}>
          <Head id={id} role={topology.participants[id]?.role ?? 'service'} owner={topology.participants[id]?.owner ?? null} size={crowded ? 24 : size} />
          <text className={width === 320 ? 't-note' : 't-name'} y={size + (crowded && i % 2 === 1 ? 31 : 18)} textAnchor="middle">{width === 320 ? short[id] ?? id : nameOf(id)}</text>
        </g>
      ))}
    </g>
  );
}

function Head({ id, role, owner, size }: { id: string; role: string; owner: 'A' | 'B' | null; size: number }) {
  const half = size / 2;
  switch (role) {
    case 'shopper':
      return <g className="screen"><rect className="screen-body" x={-half * 0.62} width={half * 1.24} height={size} rx={4} /><path className="screen-rule" d={`M${-half * 0.6},8H${half * 0.6}`} /></g>;
    case 'service':
      return (
        <g className={`service service-${id}`}>
          {id === 'A' ? <circle className="body" cy={half} r={half} /> : <rect className="body" x={-half} width={size} height={size} rx={2} />}
          <text className="letter" y={size * 0.67} fontSize={size * 0.5} textAnchor="middle">{id}</text>
        </g>
      );
    case 'broker':
      return <g className="tray"><rect className="tray-ground" x={-half} y={size * 0.2} width={size} height={size * 0.6} /><path className="tray-edge" d={`M${-half},${size * 0.2}h${size}M${-half},${size * 0.8}h${size}`} /></g>;
    case 'cache':
      return <g className="shelf"><rect className="shelf-body" x={-half} y={size * 0.25} width={size} height={size * 0.5} /></g>;
    case 'relay':
    case 'consumer':
      return <g className={`small-box owner-${owner ?? 'none'}`}><rect className="small-ground small-body" x={-half} y={size * 0.22} width={size} height={size * 0.56} rx={2} /></g>;
    default: {
      const { body, lid } = cylinderShape(size, size * 0.86);
      return (
        <g className={`store owner-${owner ?? 'none'}`} transform={`translate(${-half},${size * 0.14})`}>
          <path className="store-ground store-body" d={body} /><ellipse className="store-lid" {...lid} />
        </g>
      );
    }
  }
}
