import { atMost, type Row } from './row.ts';
import { paths, type Site } from './site.ts';

const widths = [320, 390, 768, 1280];

/** Layout shift on every page while it loads with fonts that come late, at four widths; the worst is told. */
export async function shift(site: Site): Promise<Row[]> {
  const found: { value: number; where: string }[] = [];
  for (const path of await paths(site)) {
    for (const width of widths) found.push({ value: await shiftOf(site, path, width), where: `${path} at ${width} px` });
  }
  const worst = found.toSorted((a, b) => b.value - a.value)[0] ?? { value: 0, where: 'no page' };
  return [atMost(`Layout shift, fonts 600 ms late, worst of ${found.length} (${worst.where})`, worst.value, 0, '')];
}

async function shiftOf(site: Site, path: string, width: number): Promise<number> {
  const page = await site.browser.newPage({ viewport: { width, height: 800 } });
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.addInitScript(() => {
    const total = { shift: 0 };
    Object.assign(globalThis, { total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const value = await page.evaluate(() => (globalThis as unknown as { total: { shift: number } }).total.shift);
  await page.close();
  return value;
}
