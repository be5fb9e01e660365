import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { chromiumFlags, findChromium } from '../setup/browser.mjs';
import { atLeast, rank, type Row } from './row.ts';
import { paths, type Site } from './site.ts';

const bars = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
type Category = keyof typeof bars;
const port = 9333;
/** Kept out of search engines, so without a score for them. Lighthouse takes no page with the status 404, so that one by its file's name. */
const hidden = ['/404.html', '/embed/v1/direct-api-call/', '/embed/v1/compare/'];

/**
 * Lighthouse on a phone, every page of the site map, two embeds and the page that is not there: the lowest score of
 * each category. A page that misses a bar is measured twice more, and its median counts.
 */
export async function scores(site: Site): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '', args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  });
  const pages = [...(await paths(site)).map((path) => ({ path, searched: true })), ...hidden.map((path) => ({ path, searched: false }))];
  const measured: { path: string; score: Partial<Record<Category, number>> }[] = [];
  for (const { path, searched } of pages) {
    const categories = (Object.keys(bars) as Category[]).filter((name) => searched || name !== 'seo');
    const runs = [await scoreOf(site.origin + path, categories)];
    if (categories.some((name) => runs[0]![name]! < bars[name])) {
      runs.push(await scoreOf(site.origin + path, categories), await scoreOf(site.origin + path, categories));
    }
    const score = Object.fromEntries(categories.map((name) => [name, rank(runs.map((run) => run[name]!), 0.5)]));
    console.log(`  ${path} ${categories.map((name) => `${name} ${runs.map((run) => run[name]).join(', ')}`).join(' · ')}`);
    measured.push({ path, score });
  }
  await browser.close();
  return (Object.keys(bars) as Category[]).map((name) => {
    const [lowest] = measured.filter(({ score }) => score[name] !== undefined).toSorted((a, b) => a.score[name]! - b.score[name]!);
    return atLeast(`Lighthouse, phone, ${name}: lowest of ${pages.length} pages (${lowest!.path})`, lowest!.score[name]!, bars[name]);
  });
}

async function scoreOf(url: string, categories: Category[]): Promise<Partial<Record<Category, number>>> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories });
  return Object.fromEntries(categories.map((name) => [name, Math.round((result?.lhr.categories[name]?.score ?? 0) * 100)]));
}
