import { commandOf } from '../player/compared/world.ts';
import type { Compared } from './useComparison.ts';

/** What is said in place of results that a page would take too long for. */
export function Heavy({ comparison: { world, named, heavy }, slug }: { comparison: Compared; slug: string }) {
  if (heavy === null) return null;
  return (
    <div className="fig-note heavy" role="status">
      <p><b>Too much for a page.</b> One seed of all six would take about {Math.round(heavy / 1e6)} million events. Nothing runs here; below is what was on show before. Lower the load, or run one technique after the other by command:</p>
      <p><code>{commandOf(slug, named, world)}</code></p>
    </div>
  );
}
