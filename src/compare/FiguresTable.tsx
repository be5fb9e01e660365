import { memo } from 'react';
import { columns, say, spread } from './figures.ts';
import type { ComparedTechnique, Result } from './types.ts';

/** Every figure of every technique, with the least and the most of the seeds. */
export const FiguresTable = memo(({ techniques, results, seconds }: { techniques: readonly ComparedTechnique[]; results: Record<string, Result>; seconds: number }) => {
  return (
    <details className="compare-table">
      <summary>All figures as a table</summary>
      <div className="compare-scroll">
        <table>
          <caption className="unseen">Every figure of every technique: the mean of the seeds, and the lowest and highest</caption>
          <thead><tr><th scope="col">Technique</th>{columns.map(({ figure, label }) => <th key={figure} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {techniques.map(({ slug, title }) => (
              <tr key={slug}>
                <th scope="row">{title}</th>
                {columns.map((column) => {
                  const { value, range, bad } = say(column, spread(column.figure, results[slug]!.seeds, seconds));
                  return <td key={column.figure} className={bad ? 'is-lost' : undefined}>{value}{range && <small>{range}</small>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
});
FiguresTable.displayName = 'FiguresTable';
