import { PlayPause, SpeedChoice, StartOver } from '../../diagram/controls/Buttons.tsx';
import { usePlaybackPart } from '../../diagram/hooks.ts';
import { MARK } from '../../player/compared/marks.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { Slider } from '../Controls.tsx';
import type { NamedScenario } from '../types.ts';

/** One set of controls for all: play, start over, speed, the slider over the strips. */
export function EmbeddedControls({ id, named: { title }, scenario }: { id: string; named: NamedScenario; scenario: Scenario }) {
  const step = usePlaybackPart('step');
  return (
    <>
      <div className="buttons">
        <StartOver />
        <PlayPause className="filled" />
      </div>
      <SpeedChoice name={id} />
      <Slider end={scenario.duration} window={scenario.faults[0] ?? null} title={title} />
      <p className="unseen" role="status">{(step * MARK) / 1e6} s of {scenario.duration / 1e6} s</p>
    </>
  );
}
