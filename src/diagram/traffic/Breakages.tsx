import { breakages, NOTHING } from '../../player/traffic/faults.ts';
import { faultKnobs } from '../../player/traffic/knobs.ts';
import { ScenarioIcon } from '../kit/ScenarioIcon.tsx';
import { Slider } from './Knobs.tsx';
import type { Traffic } from './useTraffic.ts';

/** What goes wrong, when, and for how long. */
export function Breakages({ id, choices, traffic, asking, onChoose }: {
  id: string; choices: readonly string[]; traffic: Traffic; asking: string | null; onChoose: (breakage: string) => void;
}) {
  const { settings, change } = traffic;
  const chosen = asking ?? settings.breakage;
  return (
    <div className="traffic-break">
      <fieldset className="choice scenarios">
        <legend>What goes wrong</legend>
        <div className="scenario-list">
          {[NOTHING, ...choices].map((name) => (
            <label key={name}>
              <input type="radio" name={`${id}-break`} value={name} checked={name === chosen} onChange={() => onChoose(name)} />
              <ScenarioIcon name={breakages[name]?.icon ?? NOTHING} />
              <span>{breakages[name]?.title ?? 'Nothing'}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="traffic-when">
        {faultKnobs.map((knob) => (
          <Slider
            key={knob.name} knob={knob} value={settings.values[knob.name]!} disabled={chosen === NOTHING}
            onChange={(value) => change({ ...settings, values: { ...settings.values, [knob.name]: value } })}
          />
        ))}
      </div>
    </div>
  );
}
