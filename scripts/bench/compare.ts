import type { Page } from '@playwright/test';
import { atMost, rank, type Row } from './row.ts';
import { type Site, visit } from './site.ts';

const scenarios = ['B hangs', 'B is slow', 'A rush of shoppers', 'The price changes', 'B is down'];

/** The comparison: what it weighs, and from a press of a scenario the time to the first results and to ten seeds. */
export async function compare(site: Site): Promise<Row[]> {
  const { page, scripts, close } = await visit(site, '/compare/');
  const untouched = await scripts();
  await page.getByRole('slider', { name: 'Position in the run' }).focus();
  await page.locator('.compare[data-awake][data-busy="false"]').waitFor();
  const awake = await scripts();
  const times: { first: number; ten: number; longest: number }[] = [];
  for (const name of scenarios) times.push(await timed(page, name));
  await close();
  const median = (key: 'first' | 'ten') => rank(times.map((one) => one[key]), 0.5) / 1000;
  return [
    atMost('Comparison untouched, JavaScript, brotli', untouched / 1000, 5, 'kB'),
    atMost('Comparison awake, JavaScript, brotli', awake / 1000, 135, 'kB'),
    atMost(`Comparison, first results of all six, median of ${times.length} scenarios`, median('first'), 0.8, 's'),
    { what: 'The same, ten seeds', measured: `${median('ten').toFixed(1)} s`, bar: '', met: null },
    { what: 'The same, longest time between two frames of the page meanwhile', measured: `${Math.round(Math.max(...times.map(({ longest }) => longest)))} ms`, bar: '', met: null },
  ];
}

/** Presses a scenario and watches the page's own account of how many seeds are in. */
async function timed(page: Page, name: string): Promise<{ first: number; ten: number; longest: number }> {
  const radio = await page.getByRole('radio', { name, exact: true }).elementHandle();
  return page.evaluate((input) => new Promise((resolve) => {
    const root = document.querySelector<HTMLElement>('.compare')!;
    const from = performance.now();
    let first = 0;
    let before = from;
    let longest = 0;
    const watch = (now: number) => {
      longest = Math.max(longest, now - before);
      before = now;
      const seeds = Number(root.dataset['seeds']);
      if (first === 0 && seeds > 0 && seeds < 10) first = now - from;
      if (first > 0 && seeds === 10) resolve({ first, ten: now - from, longest });
      else requestAnimationFrame(watch);
    };
    (input as HTMLInputElement).click();
    requestAnimationFrame(watch);
  }), radio);
}
