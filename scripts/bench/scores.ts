import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { chromiumFlags, findChromium } from '../setup/browser.mjs';
import { atLeast, type Row } from './row.ts';
import { paths, type Site } from './site.ts';

const bars = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
const port = 9333;

/** Lighthouse on a phone, every page of the site map: the lowest score of each category. */
export async function scores(site: Site): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '', args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  });
  const lowest = new Map<string, { score: number; path: string }>();
  const all = await paths(site);
  for (const path of all) {
    const result = await lighthouse(site.origin + path, {
      port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(bars),
    });
    for (const [name, { score }] of Object.entries(result?.lhr.categories ?? {})) {
      const value = Math.round((score ?? 0) * 100);
      if (value < (lowest.get(name)?.score ?? 101)) lowest.set(name, { score: value, path });
    }
  }
  await browser.close();
  return Object.entries(bars).map(([name, bar]) => {
    const { score, path } = lowest.get(name) ?? { score: 0, path: 'nowhere' };
    return atLeast(`Lighthouse, phone, ${name}: lowest of ${all.length} pages (${path})`, score, bar);
  });
}
