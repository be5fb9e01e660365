import type { ComparedRun } from '../../player/compared/look.ts';
import { clock } from '../../player/traffic/outcomes.ts';

/** Which seconds of which run are on show, and the ways back. */
export function ComparedNote({ run: { title, window, query }, comparison }: { run: ComparedRun; comparison: string }) {
  return (
    <div className="traffic-compared">
      <p><b>{title}, as in the comparison.</b> Ten seconds of that minute, from {clock(window.from)} to {clock(window.to)}, with realistic times. They count from 0 here and play four hundred times slower. Open a checkout below, or click a mark, to step through it.</p>
      <p className="compared-ways"><a href={`${comparison}${query}`}>Back to the comparison</a> <a href="?#traffic">This figure’s own traffic</a></p>
    </div>
  );
}
