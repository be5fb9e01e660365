import { memo } from 'react';
import { windowsOf } from '../../measure/windows.ts';
import type { World } from '../../player/compared/world.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { Opening } from '../Opening.tsx';
import { Small } from '../Small.tsx';
import { Strip } from '../Strip.tsx';
import type { ComparedTechnique, NamedScenario, Result } from '../types.ts';
import { backgroundOf, placesOf } from './places.ts';
import { Told } from './told.ts';

interface EmbeddedRowProps {
  technique: ComparedTechnique;
  result: Result;
  /** Its place among the others, and how many there are. */
  index: number;
  count: number;
  world: World;
  named: NamedScenario;
  scenario: Scenario;
  /** The instant that the server drew, in microseconds. */
  start: number;
  hatch: string;
  /** Whether film and strip are of the run on show. */
  fresh: boolean;
  /** Whether they, while they are not, are of another scenario. */
  ofAnother: boolean;
  /** Its figures under every scenario. */
  told: string;
}

/** One technique: its small diagram, its minute as a strip, its figures. */
export const EmbeddedRow = memo(({ technique: { slug, title, url, topology }, result: { film, strip }, index, count, world, named, scenario, start, hatch, fresh, ofAnother, told }: EmbeddedRowProps) => (
  <article className="embedded-row" data-slug={slug} data-fresh={fresh ? '' : undefined} data-of-another={ofAnother && !fresh ? '' : undefined}>
    <h2>{title}</h2>
    <div className="embedded-small">
      <i className="embedded-still" style={backgroundOf(placesOf(count)[index]!)} />
      <Small topology={topology} title={title} film={film} workers={scenario.participants.B.workers} start={start} place={index} hatch={hatch} />
    </div>
    <Told html={told} />
    <Opening title={title} url={url} scenario={scenario} world={world} named={named} place={index} beside>
      <i className="embedded-still" style={{ backgroundSize: `100% ${count * 100}%`, backgroundPosition: `0 ${(100 * index) / (count - 1)}%` }} />
      <Strip measurement={{ strip, duration: scenario.duration / 1e6, windows: windowsOf(scenario) }} />
    </Opening>
  </article>
));
EmbeddedRow.displayName = 'EmbeddedRow';
