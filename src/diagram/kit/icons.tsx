/** The small pictures beside each choice of what goes wrong, in a box of 24 by 21. A page has them once, and its figures refer to them. */
import { Glyph } from './Glyph.tsx';
import { tagShape } from './shapes.ts';

const hatch = 'M3,14L13,4M7,18L19,6M13,18L19,12';

function Down() {
  return (
    <g className="icon-line">
      <path d="M3,3H19V18H3Z" strokeDasharray="3.4 2.4" />
      <path d="M3,18L19,3" strokeWidth={2} />
      <path d={hatch} strokeWidth={0.8} />
    </g>
  );
}

function Hang() {
  return (
    <g className="icon-line">
      <path d="M9,3H21V18H9Z" strokeDasharray="3.4 2.4" />
      <path d="M5.5,5V16" strokeWidth={2} />
      <path d="M0,10.5H4" />
      <path d="M9,18L21,3" strokeWidth={1.2} />
    </g>
  );
}

function Slow() {
  return (
    <g className="icon-b">
      <rect x="2" y="3" width="13" height="15" rx="1" />
      <path d="M17.5,3.5V17.5M20.5,3.5V17.5M15,3.5H22.8V17.5H15" className="icon-echo" />
    </g>
  );
}

function Traffic() {
  const places: [number, number][] = [[6, 5], [6, 16], [12, 10.5], [17, 5], [17, 16]];
  return <g>{places.map(([x, y]) => <Glyph key={`${x} ${y}`} kind="request" x={x} y={y} size={9} />)}</g>;
}

function PriceChange({ many = false }: { many?: boolean }) {
  const { outline, holes } = tagShape(18, many ? 3 : 2, '');
  return (
    <g className={`price-tag tint-${many ? 3 : 2}`} transform="translate(3,1.5)">
      <path d={outline} />
      {holes.map(({ x, y, r }) => <circle key={y} cx={x} cy={y} r={r} />)}
    </g>
  );
}

function Lost() {
  return (
    <g>
      <path className="icon-line" d="M5,2L20,10.5L5,19Z" strokeDasharray="2.4 2.4" />
      <path className="cross" d="M4.5,6L13.5,15M13.5,6L4.5,15" />
    </g>
  );
}

function StoreDown() {
  return (
    <g className="icon-line">
      <ellipse cx="11" cy="5" rx="8" ry="3" />
      <path d="M3,5V16A8,3,0,0,0,19,16V5" strokeDasharray="3 2.2" />
      <path d="M6,17L18,8M4.5,14L15,7" strokeWidth={0.8} />
    </g>
  );
}

function BrokerDown() {
  return (
    <g className="icon-line">
      <path d="M1,5H21M1,16H21" strokeDasharray="3.4 2.4" strokeWidth={2} />
      <path d="M7,16L15,5" />
    </g>
  );
}

function ColdCache() {
  return (
    <g>
      <path className="icon-a" d="M1,4H21V17H1Z" />
      <path className="icon-line" d="M6,7H16V14H6Z" strokeDasharray="2 2" />
    </g>
  );
}

function Schema() {
  return (
    <g>
      <Glyph kind="response" x={8} y={10.5} size={16} angle={180} />
      <path className="cross" d="M14,7.5H22M14,13H22M20.5,3.5L15.5,17" />
    </g>
  );
}

function Crash() {
  return (
    <g>
      <Glyph kind="event" x={10.5} y={10.5} size={17} />
      <path className="cross" d="M4,4L17,17M17,4L4,17" />
    </g>
  );
}

function Outbox() {
  return (
    <g>
      <path className="icon-line" d="M2,3V18H20V3" strokeWidth={2} />
      <Glyph kind="event" x={11} y={9} size={13} />
    </g>
  );
}

function Twice({ kind }: { kind: 'event' | 'response' }) {
  return <g>{[6.5, 16.5].map((x) => <Glyph key={x} kind={kind} x={x} y={10.5} size={11} angle={180} />)}</g>;
}

function Late() {
  return (
    <g>
      <Glyph kind="response" x={6.5} y={12.5} size={12} angle={180} />
      <path className="icon-line" d="M11,8.5a6,6,0,1,0,12,0a6,6,0,1,0,-12,0M17,4.5V8.5H20" />
    </g>
  );
}

function Overtake() {
  return <path className="icon-line" d="M2,5C10,5,11,16,20,16M2,16C10,16,11,5,20,5M17,2L20.5,5L17,8M17,13L20.5,16L17,19" strokeWidth={1.6} />;
}

const pictures: Record<string, React.ComponentType> = {
  nothing: () => <rect className="icon-b" x="3" y="3" width="15.5" height="15.5" rx="1" />,
  down: Down,
  hang: Hang,
  slow: Slow,
  traffic: Traffic,
  price: () => <PriceChange />,
  storm: () => <PriceChange many />,
  lost: Lost,
  database: StoreDown,
  broker: BrokerDown,
  cold: ColdCache,
  schema: Schema,
  crash: Crash,
  outbox: Outbox,
  'reply-twice': () => <Twice kind="response" />,
  'event-twice': () => <Twice kind="event" />,
  late: Late,
  overtake: Overtake,
};

/** The pictures that `ScenarioIcon` refers to by their ids: once in each page with choices of scenarios. @param names only these, and the one of nothing */
export function IconSheet({ names }: { names?: readonly string[] }) {
  return (
    <svg className="icon-sheet" aria-hidden="true" style={{ display: 'none' }}>
      {Object.entries(pictures).filter(([name]) => !names || name === 'nothing' || names.includes(name)).map(([name, Picture]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 21" overflow="visible"><Picture /></symbol>
      ))}
    </svg>
  );
}
