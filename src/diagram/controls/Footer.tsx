import { duration } from '../../player/format.ts';
import type { StoryCaptions } from '../../player/captions.ts';
import type { Step } from '../../player/steps.ts';
import { meanOf } from '../../simulation/random.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { StepList } from './Caption.tsx';
import { CopyLink } from './CopyLink.tsx';

/** What is slowed down, the link to this step, and every step in words. */
export function Footer({ scenario, trace, steps, story, link }: {
  scenario: Scenario; trace: Trace; steps: readonly Step[]; story: StoryCaptions; link: string | null;
}) {
  return (
    <div className="fig-end">
      <p>Slowed for teaching: a hop takes {duration(meanOf(scenario.network.hop))} here, 0.25 ms in a data centre.</p>
      <div className="fig-links">
        {link !== null && <CopyLink href={link}>Link to this step</CopyLink>}
        <details>
          <summary>Steps as text</summary>
          <StepList trace={trace} steps={steps} story={story} />
        </details>
      </div>
    </div>
  );
}
