import { scaleLinear, scaleLog } from 'd3-scale';
import { memo } from 'react';
import type { Spread } from '../measure/format.ts';
import { columns, say, spread, type Figure } from './figures.ts';
import type { ComparedTechnique, Result } from './types.ts';

interface ChartProps {
  techniques: readonly ComparedTechnique[];
  results: Record<string, Result>;
  seconds: number;
}

/** How far along the axis something lies, as a percentage of its width. */
const percent = (place: number) => `${Math.round(place * 1e3) / 1e3}%`;

/** How fast and how many, technique beside technique. */
export const Charts = memo((props: ChartProps) => {
  return (
    <section className="compare-charts" aria-label="Charts" data-later="all" suppressHydrationWarning>
      <Latency {...props} />
      <Outcomes {...props} />
    </section>
  );
});
Charts.displayName = 'Charts';

const time = scaleLog([1, 10_000], [0, 100]).clamp(true);
const decades = time.ticks(4);
const sayDecade = (ms: number) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

function Latency({ techniques, results, seconds }: ChartProps) {
  return (
    <figure className="chart">
      <figcaption><b>Latency of completed checkouts</b> <span>each step of the axis is ten times the one before</span></figcaption>
      <p className="chart-key"><i className="key-half" />half within <i className="key-95" />95 % within <i className="key-99" />99 % within</p>
      <div className="chart-rows">
        {techniques.map(({ slug, title }) => {
          const at = (figure: Figure) => spread(figure, results[slug]!.seeds, seconds);
          const [half, most, nearly] = [at('latency.p50'), at('latency.p95'), at('latency.p99')];
          return (
            <div className="chart-row" key={slug}>
              <span className="chart-name">{title}</span>
              <span className="chart-value">{half && nearly ? `${value('latency.p50', half)} to ${value('latency.p99', nearly)}` : 'none completed'}</span>
              <svg className="chart-plot" width="100%" height={24} aria-hidden="true" focusable="false">
                {decades.map((ms) => <line key={ms} className="grid" x1={percent(time(ms))} x2={percent(time(ms))} y1={0} y2={24} />)}
                {half && nearly && <line className="reach" x1={percent(time(half.mean))} x2={percent(time(nearly.mean))} y1={12} y2={12} />}
                {[half, most, nearly].map((one, i) => one && <rect key={i} className="seeds" x={percent(time(one.least))} width={percent(time(one.most) - time(one.least))} y={7} height={10} />)}
                {half && <circle className="mark-half" cx={percent(time(half.mean))} cy={12} r={5} />}
                {most && <rect className="mark-95" x={percent(time(most.mean))} y={5} width={2.5} height={14} />}
                {nearly && <circle className="mark-99" cx={percent(time(nearly.mean))} cy={12} r={4.5} />}
              </svg>
            </div>
          );
        })}
        <Axis marks={decades.map((ms) => [time(ms), sayDecade(ms)])} />
      </div>
    </figure>
  );
}

const share = scaleLinear([0, 1], [0, 100]).clamp(true);
const shares = share.ticks(5);

function Outcomes({ techniques, results, seconds }: ChartProps) {
  return (
    <figure className="chart">
      <figcaption><b>How checkouts ended</b> <span>share of those that ended</span></figcaption>
      <p className="chart-key"><i className="key-right" />right price <i className="key-wrong" />wrong price <i className="key-lost" />failed</p>
      <div className="chart-rows">
        {techniques.map(({ slug, title }) => {
          const correct = spread('correct', results[slug]!.seeds, seconds);
          const completed = spread('availability', results[slug]!.seeds, seconds);
          return (
            <div className="chart-row" key={slug}>
              <span className="chart-name">{title}</span>
              <span className="chart-value">{correct ? `${value('correct', correct)} at the right price` : 'none ended'}</span>
              <svg className="chart-plot" width="100%" height={24} aria-hidden="true" focusable="false">
                {shares.map((part) => <line key={part} className="grid" x1={percent(share(part))} x2={percent(share(part))} y1={0} y2={24} />)}
                {correct && completed && (
                  <>
                    <rect className="bar-lost" x={percent(share(completed.mean))} width={percent(share(1 - completed.mean))} y={5} height={14} />
                    <rect className="bar-wrong" x={percent(share(correct.mean))} width={percent(share(completed.mean - correct.mean))} y={5} height={14} />
                    <rect className="bar-right" x={0} width={percent(share(correct.mean))} y={5} height={14} />
                    {correct.most > correct.least && <line className="whisker" x1={percent(share(correct.least))} x2={percent(share(correct.most))} y1={12} y2={12} />}
                  </>
                )}
              </svg>
            </div>
          );
        })}
        <Axis marks={shares.map((part) => [share(part), `${share(part)} %`])} />
      </div>
    </figure>
  );
}

function Axis({ marks }: { marks: [at: number, label: string][] }) {
  return (
    <div className="chart-row chart-axis" aria-hidden="true">
      <span className="chart-plot">{marks.map(([at, label]) => <span key={label} style={{ left: percent(at) }}>{label}</span>)}</span>
    </div>
  );
}

/** A figure in words. */
const value = (figure: Figure, all: Spread): string => say(columns.find((one) => one.figure === figure)!, all).value;
