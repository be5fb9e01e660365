import type { Compared } from './useComparison.ts';

/** The figures on show as files made in the browser, whatever the settings; what makes them is loaded when asked for. */
export function Download({ comparison }: { comparison: Compared }) {
  const take = async (file: 'figures.csv' | 'figures.json') => {
    const { figuresCsv, figuresJson, save } = await import('./download.ts');
    save(`${comparison.world.scenario}-${file}`, file === 'figures.csv' ? figuresCsv(comparison) : figuresJson(comparison));
  };
  return (
    <>
      <button type="button" disabled={comparison.seeds === 0} onClick={() => void take('figures.csv')}>figures.csv</button>
      <button type="button" disabled={comparison.seeds === 0} onClick={() => void take('figures.json')}>figures.json</button>
    </>
  );
}
