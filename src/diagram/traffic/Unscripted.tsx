import { Playback } from '../../player/playback.ts';
import { breakages, choicesOf } from '../../player/traffic/faults.ts';
import { lostOf } from '../../player/traffic/outcomes.ts';
import { figuresAt } from '../../player/traffic/overtime.ts';
import { runOver } from '../../player/traffic/run-over.ts';
import { defaults, windowOf } from '../../player/traffic/settings.ts';
import { LiveContext } from '../hooks.ts';
import { Live } from '../live.ts';
import { Stage } from '../stage/Stage.tsx';
import { trafficShelf } from '../techniques.ts';
import { Axis, Marks } from './Axis.tsx';
import { FiguresTable } from './Figures.tsx';
import { sentence } from './Narration.tsx';
import { Pinned } from './Pinned.tsx';
import { Strips } from './Strips.tsx';

/** The traffic for readers without JavaScript: a run with what the technique breaks first, and what comes of each breakage that is asked about. */
export default function Unscripted({ technique, title, number }: { technique: string; title: string; number: number }) {
  const { technique: model, drawings, runs: { predictions } } = trafficShelf.loaded(technique)!;
  const [breakage] = choicesOf(model, predictions);
  const broken = breakages[breakage]!;
  const settings = { ...defaults(model), breakage };
  const { trace, over } = runOver(model, settings);
  const calm = runOver(model, defaults(model)).over;
  const window = windowOf(settings, trace.end)!;
  const playback = new Playback(trace);
  const at = (window.from + window.to) / 2;
  playback.seekTime(at);
  return (
    <LiveContext value={new Live(playback)}>
      <figure className="fig traffic-still" aria-label={title}>
        <div className="fig-head"><p className="fig-title"><span className="fig-number">Figure {number}</span> <b>{title}</b></p></div>
        <p>With JavaScript this run plays, and you break it yourself. Here it stands still at {at / 1e6} s: from {window.from / 1e6} s to {window.to / 1e6} s {broken.while}.</p>
        <div className="fig-stage">
          <Stage topology={model} drawings={drawings} id={`traffic-still-${technique}`} />
          <Pinned className="traffic-rail">
            <div className="rail-box"><Axis end={trace.end} fault={window} title={broken.title} /></div>
            <div className="lost-lane" aria-hidden="true"><Marks lost={lostOf(over.outcomes)} end={trace.end} /></div>
          </Pinned>
        </div>
        <p className="caption">{sentence(over, trace.end)}</p>
        <Pinned className="fig-stage traffic-charts"><Strips over={over} fault={window} /></Pinned>
        <div className="traffic-desk">
          <dl>
            {Object.values(predictions).map(({ asks, answers }) => {
              const { says, because } = answers.find((answer) => answer.because !== null)!;
              return [<dt key={asks}>{asks}</dt>, <dd key={says}><b>{says}</b> {because}</dd>];
            })}
          </dl>
          <FiguresTable over={over} columns={[['nothing broken', figuresAt(calm, calm.end), true], [broken.title, figuresAt(over, trace.end), true]]} />
        </div>
        <div className="fig-end"><p>Slowed for teaching: a hop takes 40 ms here, prices change once a second, and shoppers come for ten seconds. Figures in realistic parameters are measured below.</p></div>
      </figure>
    </LiveContext>
  );
}
