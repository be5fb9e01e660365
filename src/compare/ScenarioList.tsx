import { Steady } from '../diagram/controls/Steady.tsx';
import { ScenarioIcon } from '../diagram/kit/ScenarioIcon.tsx';
import type { NamedScenario } from './types.ts';
import type { Compared } from './useComparison.ts';

/** What goes wrong: one choice a scenario. The other settings stay as the reader has them. */
export function ScenarioList({ id, scenarios, comparison: { world, change } }: { id: string; scenarios: readonly NamedScenario[]; comparison: Compared }) {
  return (
    <fieldset className="choice scenarios">
      <legend>What goes wrong</legend>
      <div className="scenario-list">
        {scenarios.map(({ name, title, icon }) => (
          <label key={name}>
            <input type="radio" name={`${id}-scenario`} value={name} checked={name === world.scenario} onChange={() => change({ ...world, scenario: name })} />
            <ScenarioIcon name={icon} />
            <Steady text={title} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
