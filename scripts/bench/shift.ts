import { atMost, type Row } from './row.ts';
import { paths, type Site } from './site.ts';

const widths = [320, 390, 768, 1280];

/** Addresses that name a state, which the page takes up as it loads. */
const states = [
  '/techniques/direct-api-call/?scenario=b-hang&step=4',
  '/techniques/async-messaging/?scenario=b-down&step=5&view=sequence',
  '/techniques/cache-with-update-events/?scenario=price-change&step=6',
  '/techniques/direct-api-call/?break=b-down&at=3s&for=2s&position=4s',
  '/techniques/async-polling/?break=traffic-spike&load=60&position=4.2s',
  '/compare/?scenario=b-down',
  '/compare/?technique=shared-data&technique=async-polling&open=shared-data.isolation',
  '/embed/?technique=direct-api-call&scenario=b-hang&step=3',
  '/embed/v1/direct-api-call/',
  '/embed/v1/async-messaging/?scenario=b-down&step=3',
  '/embed/v1/shared-data/?autoplay=1',
];

/** Layout shift on every page while it loads with fonts that come late, and while what is put off is laid out, at four widths; the worst is told. */
export async function shift(site: Site): Promise<Row[]> {
  return [
    await worst(site, 'Layout shift, fonts 600 ms late', await paths(site)),
    await worst(site, 'Layout shift of addresses that name a state', states),
  ];
}

async function worst(site: Site, what: string, all: string[]): Promise<Row> {
  const found: { value: number; where: string }[] = [];
  for (const path of all) {
    for (const width of widths) found.push({ value: await shiftOf(site, path, width), where: `${path} at ${width} px` });
  }
  const moved = found.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value);
  for (const { value, where } of moved) console.log(`  ${value.toFixed(4)} ${where}`);
  const [most = { value: 0, where: 'nowhere' }] = moved;
  return atMost(`${what}, worst of ${found.length} (${most.where})`, most.value, 0, '');
}

/** On the page: a press of a link into it has everything laid out that is put off. */
function layOutAll(): void {
  addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.querySelector<HTMLElement>('a[href*="#"]')?.click();
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
  await page.evaluate(layOutAll);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const value = await page.evaluate(() => (globalThis as unknown as { total: { shift: number } }).total.shift);
  await page.close();
  return value;
}
