import { memo } from 'react';
import { windowsOf } from '../measure/windows.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { columns, say, spread } from './figures.ts';
import { Opening } from './Opening.tsx';
import { Small } from './Small.tsx';
import { Strip } from './Strip.tsx';
import type { ComparedTechnique, NamedScenario, Result } from './types.ts';
import type { World } from '../player/compared/world.ts';

const brief = columns.filter((column) => column.brief);

interface RowProps {
  technique: ComparedTechnique;
  result: Result;
  line: string;
  scenario: Scenario;
  world: World;
  named: NamedScenario;
  start: number;
  place: number;
  hatch: string;
}

/** One technique: its small diagram at the instant, its minute as a strip, its figures. */
export const Row = memo(({ technique: { slug, title, url, topology }, result: { seeds, strip, film }, line, scenario, world, named, start, place, hatch }: RowProps) => {
  const duration = scenario.duration / 1e6;
  return (
    <article className="compare-row" data-slug={slug} data-later="all" suppressHydrationWarning>
      <div className="compare-one">
        <h2><a href={url}>{title}</a></h2>
        <p className="compare-line">{line}</p>
        <Small topology={topology} title={title} film={film} workers={scenario.participants.B.workers} start={start} place={place} hatch={hatch} />
      </div>
      <div className="compare-run">
        <Opening title={title} url={url} scenario={scenario} world={world} named={named} place={place}>
          <Strip measurement={{ strip, duration, windows: windowsOf(scenario) }} />
        </Opening>
        <dl className="compare-figures">
          {brief.map((column) => {
            const { value, range, bad, none } = say(column, spread(column.figure, seeds, duration));
            return (
              <div key={column.figure} className={bad ? 'is-lost' : none ? 'is-none' : undefined}>
                <dt>{column.label}</dt>
                <dd>{value}<small>{range ?? '\u00a0'}</small></dd>
              </div>
            );
          })}
        </dl>
      </div>
    </article>
  );
});
Row.displayName = 'Row';
