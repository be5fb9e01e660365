import { useState } from 'react';
import { duration } from '../../player/format.ts';
import type { StoryCaptions } from '../../player/captions.ts';
import type { Step } from '../../player/steps.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { StepList } from './Caption.tsx';

/** What is slowed down, the link to this step, and every step in words. */
export function Footer({ scenario, trace, steps, story, link }: {
  scenario: Scenario; trace: Trace; steps: readonly Step[]; story: StoryCaptions; link: string | null;
}) {
  const [copied, setCopied] = useState('');
  const copy = (event: React.MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const { href } = event.currentTarget;
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(href).then(() => setCopied(link ?? ''), () => setCopied(''));
  };
  const { hop } = scenario.network;
  const mean = hop.distribution === 'uniform' ? (hop.min + hop.max) / 2 : hop.mean;
  return (
    <div className="fig-end">
      <p>Slowed for teaching: a hop takes {duration(mean)} here, 0.25 ms in a data centre.</p>
      <div className="fig-links">
        {link !== null && <a href={link} onClick={copy}>{copied === link ? 'Link copied' : 'Link to this step'}</a>}
        <details>
          <summary>Steps as text</summary>
          <StepList trace={trace} steps={steps} story={story} />
        </details>
      </div>
    </div>
  );
}
