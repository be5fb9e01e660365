import { use, useId, useMemo, useRef } from 'react';
import { breakages, choicesOf } from '../../player/traffic/faults.ts';
import { SEED, windowOf } from '../../player/traffic/settings.ts';
import type { Technique } from '../../simulation/technique.ts';
import { CopyLink } from '../controls/CopyLink.tsx';
import { LiveContext, useAwake, useProgress } from '../hooks.ts';
import { useKeys } from '../keys.ts';
import type { Drawings } from '../layout/types.ts';
import { Stage } from '../stage/Stage.tsx';
import { trafficShelf } from '../techniques.ts';
import type { TrafficRuns } from '../types.ts';
import { Breakages } from './Breakages.tsx';
import { ComparedNote } from './ComparedNote.tsx';
import { Figures } from './Figures.tsx';
import { Follow } from './Follow.tsx';
import { Knobs } from './Knobs.tsx';
import { LostList } from './LostList.tsx';
import { Narration } from './Narration.tsx';
import { Pinned } from './Pinned.tsx';
import { Predict } from './Predict.tsx';
import { Rail } from './Rail.tsx';
import { Strips } from './Strips.tsx';
import { TrafficControls } from './TrafficControls.tsx';
import type { TrafficProps } from './types.ts';
import { useGuesses } from './useGuesses.ts';
import { useTraffic } from './useTraffic.ts';
import { useTrafficAddress } from './useTrafficAddress.ts';
import './traffic.css';

/** Many shoppers at once, and the reader's hands on what goes wrong. */
export default function TrafficFigure(props: TrafficProps) {
  const { technique, drawings, runs } = trafficShelf.loaded(props.technique) ?? use(trafficShelf.load(props.technique));
  return <Awake {...props} model={technique} drawings={drawings} runs={runs} />;
}

function Awake({ technique, title, number, comparison, model, drawings, runs }: TrafficProps & { model: Technique; drawings: Drawings; runs: TrafficRuns }) {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const traffic = useTraffic(model);
  const { settings, live, followed, computed, busy, over, lost, compared } = traffic;
  const shown = followed ?? live;
  const playing = useProgress(figure, shown);
  const awake = useAwake();
  const choices = choicesOf(model, runs.predictions);
  const guesses = useGuesses(traffic, runs.predictions, choices[0]);
  const { notes, href, latest } = useTrafficAddress(traffic, model, runs.compared, guesses.skip);
  useKeys(figure, shown);

  const stage = useMemo(() => <Stage topology={model} drawings={drawings} id={`traffic-${technique}${id}`} />, [model, drawings, technique, id]);
  const { trace } = live.playback.state;
  const fault = useMemo(() => (compared ? trace.scenario.faults[0] ?? null : windowOf(settings, trace.end)), [compared, trace, settings]);
  const failed = lost.filter(({ result }) => result === 'failed').length;
  return (
    <LiveContext value={shown}>
      <figure
        ref={figure} className="fig traffic" data-technique={technique} data-traffic={compared ? compared.scenario.name : settings.breakage} data-busy={busy}
        data-failed={failed} data-wrong={lost.length - failed} data-checkout={followed?.followed ?? undefined}
        data-playing={playing} data-awake={awake ? '' : undefined} aria-labelledby={`${id}-title`} tabIndex={-1} suppressHydrationWarning
      >
        <div className="fig-head">
          <p className="fig-title" id={`${id}-title`}><span className="fig-number">Figure {number}</span> <b>{title}</b></p>
        </div>
        {compared
          ? <ComparedNote run={compared} comparison={comparison} />
          : <Breakages id={id} choices={choices} traffic={traffic} asking={guesses.asking} onChoose={guesses.choose} />}
        {notes.map((note) => <output key={note} className="fig-note">{note}</output>)}
        <div className="fig-stage">
          {stage}
          <Rail over={over} lost={lost} fault={fault} title={compared?.title ?? breakages[settings.breakage]?.title ?? null} traffic={traffic} />
        </div>
        <div className="fig-foot">
          {guesses.asking !== null
            ? <Predict guesses={guesses} prediction={runs.predictions[guesses.asking]!} />
            : followed ? <Follow key={followed.followed} live={followed} over={over} /> : <Narration over={over} topology={model} settings={settings} guesses={guesses} computed={computed} predictions={runs.predictions} />}
          <TrafficControls id={id} traffic={traffic} breaks={guesses.breakNow} />
        </div>
        <Pinned className="fig-stage traffic-charts"><Strips over={over} fault={fault} /></Pinned>
        <div className="traffic-desk">
          {!compared && <Knobs id={id} topology={model} traffic={traffic} />}
          <Figures over={over} />
        </div>
        <LostList lost={lost} traffic={traffic} />
        <div className="fig-end">
          {compared
            ? <p>Realistic parameters, seed 1. The figures are those of these ten seconds.</p>
            : <p>Slowed for teaching: a hop takes 40 ms here, prices change once a second, and shoppers come for ten seconds. With ten shoppers a second nobody fails until something breaks. It is one run, of seed {SEED}. Figures in realistic parameters are measured below.</p>}
          <div className="fig-links"><CopyLink href={href} latest={latest}>Link to this run</CopyLink></div>
        </div>
      </figure>
    </LiveContext>
  );
}
