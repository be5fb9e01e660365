import { useId, useRef, useState } from 'react';
import { LiveContext, useAwake, useProgress } from '../diagram/hooks.ts';
import { useKeys } from '../diagram/keys.ts';
import { Charts } from './Charts.tsx';
import { Controls } from './Controls.tsx';
import { Fields } from './Fields.tsx';
import { Hatches } from './Hatches.tsx';
import { Heavy } from './Heavy.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { Footnote } from './Footnote.tsx';
import { Legend } from './Legend.tsx';
import { Row } from './Row.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { Seen } from './Seen.tsx';
import type { ComparisonProps } from './types.ts';
import { useCompareAddress } from './useCompareAddress.ts';
import { SEEDS, useComparison } from './useComparison.ts';
import { changed } from '../player/compared/world.ts';
import './compare.css';

/** All techniques under the same shoppers, at once: played, broken, measured. Charts and table wait until all are of one world. */
export default function Comparison(props: ComparisonProps) {
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const comparison = useComparison(props);
  const { world, named, scenario, live, results, seeds, drawn, heavy } = comparison;
  const { notes, link } = useCompareAddress(comparison, props);
  const awake = useAwake();
  const playing = useProgress(root, live);
  const [whole, setWhole] = useState(results);
  if (seeds > 0 && whole !== results) setWhole(results);
  useKeys(root, live);

  const asNamed = changed(world, named).length === 0;
  return (
    <LiveContext value={live}>
      <section
        ref={root} className="fig compare" aria-label="Comparison" tabIndex={-1} data-scenario={world.scenario} data-seeds={drawn ? seeds : 0}
        data-busy={!drawn || seeds < SEEDS.length} data-playing={playing} data-awake={awake ? '' : undefined}
      >
        <Hatches ill={`${id}-ill`} />
        <ScenarioList id={id} scenarios={props.scenarios} comparison={comparison} />
        {notes.map((note) => <output key={note} className="fig-note">{note}</output>)}
        <Fields comparison={comparison} />
        <Heavy comparison={comparison} slug={props.techniques[1]!.slug} />
        <Controls id={id} comparison={comparison} />
        <Legend />
        <div className="compare-rows" aria-busy={seeds === 0} data-of-another={heavy === null ? undefined : ''}>
          {props.techniques.map((technique, place) => (
            <Row
              key={technique.slug} technique={technique} result={results[technique.slug]!} line={named.lines[technique.slug]!}
              scenario={scenario} world={world} named={named} start={props.initial.position * 1000} place={place} hatch={`${id}-ill`}
            />
          ))}
        </div>
        <Seen named={named} asNamed={asNamed} />
        <Charts techniques={props.techniques} results={whole} seconds={scenario.duration / 1e6} />
        <FiguresTable techniques={props.techniques} results={whole} seconds={scenario.duration / 1e6} />
        <Footnote comparison={comparison} slug={props.techniques[1]!.slug} link={link} />
      </section>
    </LiveContext>
  );
}
