import { CopyLink } from '../diagram/controls/CopyLink.tsx';
import { Download } from './Download.tsx';
import { commandOf } from '../player/compared/world.ts';
import { SEEDS, type Compared } from './useComparison.ts';

/** Where the figures come from, the same run by command, and a link to what is on show. */
export function Footnote({ comparison, slug, link }: { comparison: Compared; slug: string; link: string }) {
  const { world, named, seeds } = comparison;
  return (
    <div className="compare-foot">
      <p>
        Realistic parameters and sixty seconds of time, the same shoppers, products and price changes for each technique. Each figure is the mean of <span className="seed-count">{seeds === 0 ? 'the seeds' : seeds === 1 ? 'seed 1' : `seeds 1 to ${seeds}`}</span>{seeds > 0 && seeds < SEEDS.length ? ', and more are on their way' : ''}; in small type beside it, the lowest and highest of the seeds. Strips and diagrams are seed 1. In the small diagrams a glyph stands for many messages, and what flows in a quarter of a second is drawn at once; the shopper and A’s own store of orders are left out.
      </p>
      <p>One run by command: <code>{commandOf(slug, named, world)}</code></p>
      <p className="compare-links"><CopyLink href={link}>Link to this comparison</CopyLink><Download comparison={comparison} /></p>
    </div>
  );
}
