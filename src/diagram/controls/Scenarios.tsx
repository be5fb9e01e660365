import { memo } from 'react';
import { ScenarioIcon } from '../kit/ScenarioIcon.tsx';
import type { FigureScenario } from '../types.ts';
import { Steady } from './Steady.tsx';

/** What goes wrong in this run: one choice a scenario. */
export const ScenarioChoice = memo(({ name, scenarios, chosen, onChoose }: {
  name: string; scenarios: FigureScenario[]; chosen: string; onChoose: (scenario: string) => void;
}) => {
  return (
    <fieldset className="choice scenarios">
      <legend>What goes wrong</legend>
      <div className="scenario-list">
        {scenarios.map((one) => (
          <label key={one.name}>
            <input
              type="radio" name={`${name}-scenario`} value={one.name} checked={one.name === chosen}
              onChange={() => onChoose(one.name)}
            />
            <ScenarioIcon name={one.icon} />
            <Steady text={one.icon === 'nothing' ? 'Nothing' : one.title} />
          </label>
        ))}
      </div>
    </fieldset>
  );
});
ScenarioChoice.displayName = 'ScenarioChoice';
