import { startTransition, use, useCallback, useId, useMemo, useRef, useState } from 'react';
import { Playback } from '../player/playback.ts';
import { steps as stepsOf } from '../player/steps.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import { writeAddress, type Shared } from './address.ts';
import { Buttons, SpeedChoice } from './controls/Buttons.tsx';
import { Caption } from './controls/Caption.tsx';
import { Footer } from './controls/Footer.tsx';
import { ScenarioChoice } from './controls/Scenarios.tsx';
import { Score } from './controls/Score.tsx';
import { Tabs } from './controls/Tabs.tsx';
import { useCommands, type ShowCommand } from './command.ts';
import { LiveContext, useAwake, usePlayback } from './hooks.ts';
import { useKeys } from './keys.ts';
import type { Drawings } from './layout/types.ts';
import { Live } from './live.ts';
import { storyShelf, toldOf } from './techniques.ts';
import type { FigureProps, FigureRuns, FigureScenario, View } from './types.ts';
import { useMarkedLines } from './useMarkedLines.ts';
import { useShared } from './useShared.ts';
import { RunView } from './views.tsx';
import './diagram.css';

/** A technique's runs, to be clicked through, played, broken and read. */
export default function Figure(props: FigureProps) {
  const { technique, drawings, runs } = storyShelf.loaded(props.technique) ?? use(storyShelf.load(props.technique));
  const { initial, only = false } = props;
  const scenarios = useMemo(() => {
    const all = toldOf(runs);
    return only ? [chosenOf(all, initial?.scenario)] : all;
  }, [runs, only, initial?.scenario]);
  const others = useMemo(() => (only ? [] : runs.others), [runs, only]);
  const [live] = useState(() => {
    const playback = new Playback(simulate(technique, chosenOf(scenarios, initial?.scenario).scenario));
    playback.seekStep(initial?.step ?? 0);
    return new Live(playback);
  });
  return (
    <LiveContext value={live}>
      <AwakeFigure {...props} lines={runs.lines} told={scenarios} others={others} model={technique} drawings={drawings} live={live} />
    </LiveContext>
  );
}

const chosenOf = (scenarios: FigureScenario[], name: string | undefined): FigureScenario =>
  scenarios.find((one) => one.name === name) ?? scenarios[0]!;

function AwakeFigure({ technique, number, title, told, others, initial, only = false, home, lines, model, drawings, live }: FigureProps & Pick<FigureRuns, 'lines' | 'others'> & {
  told: FigureScenario[]; model: Technique; drawings: Drawings; live: Live;
}) {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const { playback } = live;
  const { trace, steps, step, playing } = usePlayback();
  const [chosen, setChosen] = useState(() => chosenOf(told, initial?.scenario));
  /** Of the scenarios that are no choice, the one that the address asks for. */
  const [asked, setAsked] = useState<FigureScenario>();
  const [view, setView] = useState<View>(initial?.view ?? 'diagram');
  const awake = useAwake();
  const scenarios = useMemo(() => [...told, ...others], [told, others]);
  const names = useMemo(() => scenarios.map(({ name }) => name), [scenarios]);
  const choices = useMemo(() => (asked ? [...told, asked] : told), [told, asked]);

  const countSteps = useCallback((name: string) => stepsOf(simulate(model, chosenOf(scenarios, name).scenario)).length, [model, scenarios]);
  const show = useCallback((state: Partial<Shared>) => {
    if (state.scenario !== undefined) {
      const next = chosenOf(scenarios, state.scenario);
      if (others.includes(next)) setAsked(next);
      setChosen(next);
      playback.load(simulate(model, next.scenario));
      playback.seekStep(state.step ?? 0);
    } else if (state.step !== undefined) playback.seekStep(state.step);
    if (state.view !== undefined) setView(state.view);
  }, [model, playback, scenarios, others]);

  const choose = useCallback((scenario: string) => show({ scenario }), [show]);
  const look = useCallback((wanted: View) => startTransition(() => setView(wanted)), []);

  const obey = useCallback((command: ShowCommand) => (command.type === 'view' ? setView(command.view) : show(command)), [show]);

  const notes = useShared(figure, playing, { scenario: chosen.name, step, view }, names, show, countSteps);
  useMarkedLines(technique, lines);
  useCommands(figure, playback, obey);
  useKeys(figure, live);

  return (
    <figure
      ref={figure} className="fig" data-technique={technique} data-scenario={chosen.name} data-step={step} data-steps={steps.length}
      data-playing={playing} data-view={view} data-awake={awake ? '' : undefined} aria-labelledby={`${id}-title`} tabIndex={-1}
    >
      <div className="fig-head">
        <p className="fig-title" id={`${id}-title`}>
          {number !== undefined && <span className="fig-number">Figure {number}</span>}{' '}
          {home === undefined ? <b>{title}</b> : <a href={home} target="_blank" rel="noopener"><b>{title}</b> <span aria-hidden="true">↗</span></a>}
        </p>
        <Tabs id={id} view={view} onView={look} />
      </div>
      {!only && <ScenarioChoice name={id} scenarios={choices} chosen={chosen.name} onChoose={choose} />}
      {notes.map((note) => <output key={note} className="fig-note">{note}</output>)}
      <div className="fig-stage">
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${view}`}>
          <RunView view={view} topology={model} drawings={drawings} id={`fig${number ?? ''}-${technique}${id}`} />
        </div>
        <Score />
      </div>
      <div className="fig-foot">
        <Caption story={chosen} />
        <div className="fig-controls">
          <Buttons />
          <SpeedChoice name={id} />
        </div>
      </div>
      <Footer
        scenario={chosen.scenario} trace={trace} steps={steps} story={chosen}
        link={only ? null : writeAddress('', { scenario: chosen.name, step, view })}
      />
    </figure>
  );
}
