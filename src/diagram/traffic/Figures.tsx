import { duration } from '../../player/format.ts';
import { clock } from '../../player/traffic/outcomes.ts';
import { figuresAt, type Figures as Values, type OverTime } from '../../player/traffic/overtime.ts';
import { useShown } from '../hooks.ts';
import { Kept } from './Kept.tsx';

/** The figures up to the pin change this often in simulated time, in microseconds. */
const EVERY = 100_000;

const span = (ms: number | null) => (ms === null ? 'none' : duration(Math.round(ms) * 1000));
const share = (value: number | null) => (value === null ? 'none' : `${Number((value * 100).toFixed(1))} %`);
const round = (value: number | null, digits: number) => (value === null ? 'none' : String(Number(value.toFixed(digits))));

type Row = [name: string, of: (values: Values, whole: boolean) => string, lost?: (values: Values) => boolean];

function rowsOf({ changes, asked }: OverTime): Row[] {
  return [
    ['Availability', ({ availability }) => share(availability), ({ failed }) => failed > 0],
    ['Failed', ({ failed, attempted }) => `${failed} of ${attempted}`, ({ failed }) => failed > 0],
    ['Wrong price', ({ wrong, completed }) => `${wrong} of ${completed}`, ({ wrong }) => wrong > 0],
    ['Latency, median', ({ p50 }) => span(p50)],
    ['Slowest 5 % from', ({ p95 }) => span(p95)],
    ['Slowest 1 % from', ({ p99 }) => span(p99)],
    ...(changes ? [['Copy behind, mean', ({ stale }) => span(stale)], ['Copy behind, most', ({ stalest }) => span(stalest)]] satisfies Row[] : []),
    ['Messages a checkout', ({ messages }) => round(messages, 1)],
    [asked === 'B' ? 'Asked of B, a second' : 'Asked of the database, a second', ({ load }) => round(load, 1)],
    ['Waiting in queues', ({ queue, deepest }, whole) => (whole ? `${deepest} at most` : `${queue} now`)],
  ];
}

/** Figures beside each other, each column with its name; of a whole run, or up to an instant. */
export function FiguresTable({ over, columns }: { over: OverTime; columns: [name: string, values: Values, whole: boolean][] }) {
  return (
    <table className="traffic-figures">
      <caption className="unseen">The run in figures, in simulated time</caption>
      <thead>
        <tr>
          <th scope="col"><span className="unseen">Figure</span></th>
          {columns.map(([name], place) => <th key={place} scope="col">{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {rowsOf(over).map(([name, of, lost]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {columns.map(([, values, all], place) => <td key={place} className={lost?.(values) ? 'is-lost' : undefined}>{of(values, all)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The run in figures, up to the pin and as a whole, in simulated time. */
export function Figures({ over }: { over: OverTime | null }) {
  const t = useShown((frame) => frame.t, (now) => String(Math.floor(now / EVERY)));
  if (!over) return <Kept as="table" className="traffic-figures" />;
  return <FiguresTable over={over} columns={[[`up to ${clock(t)}`, figuresAt(over, t), false], ['whole run', figuresAt(over, over.end), true]]} />;
}
