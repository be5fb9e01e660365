import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useCommands, type ShowCommand } from '../../diagram/command.ts';
import { LiveContext, useAwake } from '../../diagram/hooks.ts';
import { useKeys } from '../../diagram/keys.ts';
import { MARK } from '../../player/compared/marks.ts';
import { asNamed } from '../../player/compared/world.ts';
import { Hatches } from '../Hatches.tsx';
import { ScenarioList } from '../ScenarioList.tsx';
import type { ComparisonProps } from '../types.ts';
import { useComparison } from '../useComparison.ts';
import { EmbeddedControls } from './EmbeddedControls.tsx';
import { EmbeddedRow } from './EmbeddedRow.tsx';
import { Foot } from './Foot.tsx';
import { partsOf, type Slotted } from './told.ts';
import './embedded.css';

/** The figures are published; what is computed is drawn. */
const seedsWanted = [1];

interface EmbeddedProps extends ComparisonProps {
  title: string;
  /** The page it comes from. */
  home: string;
  /** Slots, as the server wrote them: of every scenario a caption, and of each technique its strips and figures. */
  captions?: React.ReactNode;
  told?: Slotted;
}

/** All techniques under the same shoppers, small enough for somebody else's page. */
export default function Embedded({ title, home, techniques, scenarios, initial, captions, told }: EmbeddedProps) {
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const comparison = useComparison({ techniques, scenarios, initial }, { seedsWanted, stop: MARK });
  const { world, named, scenario, live, results, fresh, drawn, change, draw } = comparison;
  const { playback } = live;
  const awake = useAwake();
  const [parts] = useState(() => partsOf(told));
  useKeys(root, live);

  const show = useCallback((command: ShowCommand) => {
    if (command.type !== 'scenario') return;
    if (command.scenario === world.scenario) draw();
    else change(asNamed(command.scenario));
  }, [change, draw, world.scenario]);
  useCommands(root, playback, show);

  useEffect(() => {
    const look = () => {
      if (root.current) Object.assign(root.current.dataset, { step: playback.state.step, playing: playback.moving });
    };
    look();
    return playback.subscribe(look);
  }, [playback]);

  return (
    <LiveContext value={live}>
      <figure
        ref={root} className="fig compare embedded" aria-label={title} tabIndex={-1} data-scenario={world.scenario} data-step={0}
        data-steps={playback.state.steps.length} data-playing={false} data-drawn={drawn ? '' : undefined} data-awake={awake ? '' : undefined}
      >
        <Hatches ill={`${id}-ill`} />
        <p className="fig-title"><a href={home} data-home="" target="_blank" rel="noopener"><b>{title}</b> <span aria-hidden="true">↗</span></a></p>
        <ScenarioList id={id} scenarios={scenarios} comparison={comparison} />
        {captions}
        <EmbeddedControls id={id} named={named} scenario={scenario} />
        <div className="embedded-rows">
          {techniques.map((technique, i) => (
            <EmbeddedRow
              key={technique.slug} technique={technique} result={results[technique.slug]!} index={i} count={techniques.length} world={world} named={named} scenario={scenario}
              start={initial.position * 1000} hatch={`${id}-ill`} fresh={fresh.has(technique.slug)} ofAnother={world.scenario !== initial.scenario}
              told={parts[i] ?? ''}
            />
          ))}
        </div>
        <Foot />
      </figure>
    </LiveContext>
  );
}
