import { duration } from '../../player/format.ts';
import type { StoryCaptions } from '../../player/captions.ts';
import type { Step } from '../../player/steps.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { StepList } from './Caption.tsx';
import { CopyLink } from './CopyLink.tsx';

/** What is slowed down, the link to this step, and every step in words. */
export function Footer({ scenario, trace, steps, story, link }: {
  scenario: Scenario; trace: Trace; steps: readonly Step[]; story: StoryCaptions; link: string | null;
}) {
  const { hop } = scenario.network;
  const mean = hop.distribution === 'uniform' ? (hop.min + hop.max) / 2 : hop.mean;
  return (
    <div className="fig-end">
      <p>Slowed for teaching: a hop takes {duration(mean)} here, 0.25 ms in a data centre.</p>
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
