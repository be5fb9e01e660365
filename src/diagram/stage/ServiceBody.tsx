import type { ParticipantFrame } from '../../player/frame.ts';
import { useStage } from './context.ts';

const echoes = [7, 13, 20];

/** A service's own shape with its letter, and its workers in its foot: filled while one is at work. */
export function ServiceBody({ id, shape, size, state }: {
  id: string; shape: string; size: number; state: ParticipantFrame;
}) {
  const { prefix } = useStage();
  const { status, workers, busy } = state;
  const down = status === 'down' || status === 'hang';
  const body = shape === 'disc'
    ? (className: string, more = {}) => <circle className={className} cx={size / 2} cy={size / 2} r={size / 2} {...more} />
    : (className: string, more = {}) => <rect className={className} width={size} height={size} rx={3} {...more} />;
  const slots = workers !== null && workers <= 6 ? workers : 0;
  const side = size * 0.128;
  const gap = size * 0.07;
  const first = (size - slots * side - (slots - 1) * gap) / 2;
  const letterY = slots > 0 && !down ? size * 0.585 : size * 0.66;
  return (
    <g className={`service service-${id}${down ? ' is-down' : ''}`}>
      {status === 'slow' && echoes.map((x, i) => (
        <g key={x} className={`echo echo-${i}`} transform={`translate(${x},0)`}>{body('echo-shape')}</g>
      )).toReversed()}
      {down && body('ground')}
      {body('body', down ? { style: { fill: `url(#${prefix}-hatch)` } } : {})}
      <text className="letter" x={size / 2} y={letterY} fontSize={size * 0.46} textAnchor="middle">{id}</text>
      {down && <path className="strike" d={`M${size * 0.06},${size * 0.94}L${size * 0.94},${size * 0.06}`} />}
      {!down && Array.from({ length: slots }, (_, i) => (
        <rect
          key={i} className={i < busy ? 'slot busy' : 'slot'} rx={1.5}
          x={first + i * (side + gap)} y={size * 0.76} width={side} height={side}
        />
      ))}
    </g>
  );
}
