import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';

const page1 = '/compare/';
const section = (page: Page): Locator => page.locator('section.compare');
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Position in the run' });

/** Opens the comparison in a state, awake. */
async function wake(page: Page, query: string): Promise<Locator> {
  await page.goto(`${page1}${query}`);
  const all = section(page);
  await expect(all).toHaveAttribute('data-awake', '');
  return all;
}

/** Opens the comparison in a state, with its first results. */
async function open(page: Page, query: string): Promise<Locator> {
  const all = await wake(page, query);
  await expect(all).not.toHaveAttribute('data-seeds', '0');
  return all;
}

const row = (page: Page, slug: string): Locator => page.locator(`.compare-row[data-slug="${slug}"]`);

test('untouched it shows six measured rows and fetches no figure', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto(page1, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /Comparison|moving|worker|client/.test(url))).toEqual([]);
  await expect(page.locator('.compare-row')).toHaveCount(6);
  await expect(row(page, 'async-messaging')).toContainText('10.9 s');
  await expect(row(page, 'direct-api-call').getByRole('img', { name: /^Direct API call: \d+ shoppers wait, B: down/ })).toBeVisible();
});

test('a choice made before it is awake is taken, without what draws figures', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto(page1);
  await page.getByRole('radio', { name: 'A storm of price changes' }).check();
  await expect(section(page)).toHaveAttribute('data-scenario', 'price-storm');
  await expect(page).toHaveURL(/\?scenario=price-storm/);
  await expect(page.getByRole('heading', { name: 'A storm of price changes' })).toBeVisible();
  expect(scripts.filter((url) => /moving/.test(url))).toHaveLength(1);
  expect(scripts.filter((url) => /\/figure\./.test(url))).toEqual([]);
});

test('one press breaks all six at the instant on show, and nothing before it changes', async ({ page }) => {
  const all = await open(page, '?scenario=normal&position=41s');
  await page.getByRole('button', { name: 'Break all six now' }).click();
  await expect(all).toHaveAttribute('data-scenario', 'b-down');
  await expect(all).not.toHaveAttribute('data-seeds', '0');
  await expect(page).toHaveURL(/at=41s/);
  await expect(row(page, 'direct-api-call').getByRole('img', { name: /were lost, of those that began in seconds 4[01] to 5[01]/ })).toBeVisible();
  for (const slug of ['shared-data', 'cache-with-api-updates', 'cache-with-update-events']) {
    await expect(row(page, slug).getByRole('img', { name: /none was lost/ })).toBeVisible();
  }
});

test('the slider moves all six diagrams, and they play by keyboard', async ({ page }) => {
  const all = await open(page, '?scenario=b-down&position=10s');
  const states = page.locator('.compare-row [data-node="B"]').first();
  await expect(states).toHaveAttribute('data-status', 'well');
  await slider(page).fill('24000');
  for (const state of await page.locator('.compare-row .is-square[data-node="B"]').all()) await expect(state).toHaveAttribute('data-status', 'down');
  await slider(page).press(' ');
  await expect(all).toHaveAttribute('data-playing', 'true');
  await slider(page).press(' ');
  await expect(all).toHaveAttribute('data-playing', 'false');
  await slider(page).press('Home');
  await expect(all).toHaveAttribute('data-position', '0');
  await slider(page).press('ArrowRight');
  await expect(all).toHaveAttribute('data-position', '1000');
});

test('in play a diagram out of sight rests, in sight it moves, and at rest all show the instant', async ({ page, context }) => {
  await page.setViewportSize({ width: 700, height: 500 });
  const all = await open(page, '?scenario=traffic-spike&position=19s');
  const small = (slug: string) => row(page, slug).locator('.small');
  const [first, last] = [small('shared-data'), small('cache-with-update-events')];
  await first.scrollIntoViewIfNeeded();
  const before = await last.innerHTML();
  await slider(page).press(' ');
  await expect(all).toHaveAttribute('data-position', /^(2[1-9]|[3-5]\d)\d{3}$/);
  expect(await last.innerHTML()).toBe(before);
  const moving = await first.innerHTML();
  await expect.poll(() => first.innerHTML()).not.toBe(moving);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => last.innerHTML()).not.toBe(before);
  await slider(page).press(' ');
  await expect(all).toHaveAttribute('data-playing', 'false');

  const said = (where: Page) => where.locator('.compare-row .small').evaluateAll((smalls) => smalls.map((one) => one.getAttribute('aria-label')));
  const other = await context.newPage();
  await open(other, `?scenario=traffic-spike&position=${await all.getAttribute('data-position')}ms`);
  expect(await said(other)).toEqual(await said(page));
});

test('the address is the comparison: opened elsewhere it shows the same', async ({ page, context }) => {
  await open(page, '?scenario=b-hang&load=20&at=15s&for=5s&timeout=400ms&retries=1&position=17.5s');
  await expect(section(page)).toHaveAttribute('data-seeds', '10', { timeout: 60_000 });
  await slider(page).fill('18000');
  await expect(page).toHaveURL(/position=18s/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(section(other)).toHaveAttribute('data-seeds', '10', { timeout: 60_000 });
  await expect(section(other)).toHaveAttribute('data-position', '18000');
  expect(await other.locator('.compare-rows').innerText()).toBe(await page.locator('.compare-rows').innerText());
  await expect(other.getByText('You have changed the world')).toBeVisible();
});

test('an address that asks for what cannot be had gets the default and a note', async ({ page }) => {
  const all = await wake(page, '?scenario=b-gone&load=90000&position=2m');
  await expect(all).toHaveAttribute('data-scenario', 'b-down');
  await expect(all.locator('.fig-note')).toHaveCount(3);
  await expect(all.locator('.fig-note').nth(1)).toContainText('1 a second to 1000 a second');
});

test('a number out of range is said beside its field, and nothing runs', async ({ page }) => {
  const all = await open(page, '?scenario=b-down');
  await page.getByText('Change the world').click();
  const field = page.getByRole('textbox', { name: 'Time-out' });
  const before = await page.locator('.compare-rows').innerText();
  await field.fill('99999');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Here it can be 10 ms to 10 s.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page).not.toHaveURL(/timeout/);
  expect(await page.locator('.compare-rows').innerText()).toBe(before);
  await field.fill('100');
  await field.press('Enter');
  await expect(page).toHaveURL(/timeout=100ms/);
  await expect(all).not.toHaveAttribute('data-seeds', '0');
  await expect(page.locator('.world-said')).toContainText('time-out 100 ms');
});

test('seeds refine the figures and show as a spread', async ({ page }) => {
  const all = await open(page, '?scenario=traffic-spike&load=30');
  await expect(all).toHaveAttribute('data-seeds', '10', { timeout: 60_000 });
  await expect(all).toHaveAttribute('data-busy', 'false');
  await expect(row(page, 'direct-api-call').locator('small').first()).toHaveText(/^[\d.]+–[\d.]+\s%$/);
  await page.getByText('All figures as a table').click();
  await expect(all.getByRole('row', { name: /^Async messaging/ }).getByRole('cell')).toHaveCount(11);
});

test('a world too heavy for a page is not run: the estimate, and the command', async ({ page }) => {
  const all = await open(page, '?scenario=b-down');
  await page.getByText('Change the world').click();
  const field = page.getByRole('textbox', { name: 'Shoppers' });
  await field.fill('1000');
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Too much for a page' })).toContainText('--set workload.rate=1000/s');
  await expect(all).toHaveAttribute('data-seeds', '0');
  await page.getByRole('button', { name: 'All as named again' }).click();
  await expect(all).not.toHaveAttribute('data-seeds', '0');
});

test('a press on a strip opens that instant in the technique’s own figure, where a lost checkout is stepped through', async ({ page }) => {
  await open(page, '?scenario=b-down&at=15s&position=40s');
  const strip = row(page, 'direct-api-call').getByRole('link', { name: /^Open Direct API call/ });
  const { width } = (await strip.boundingBox())!;
  await strip.click({ position: { x: width * 0.3, y: 30 } });
  await expect(page).toHaveURL(/\/techniques\/direct-api-call\/\?compared=b-down&at=15s&position=1[78]/);
  const figure = page.locator('figure.traffic');
  await expect(figure).toHaveAttribute('data-busy', 'false');
  await expect(figure).toHaveAttribute('data-traffic', 'b-down');
  await expect(figure).toHaveAttribute('data-position', /^(49\d\d|50\d\d)$/);
  await expect(figure.locator('[data-participant="B"]').getByText('down')).toBeVisible();
  await expect(figure.getByText('B is down, as in the comparison.')).toBeVisible();
  expect(Number(await figure.getAttribute('data-failed'))).toBeGreaterThan(500);
  await figure.locator('.lost summary').click();
  await figure.locator('.lost li button').first().click();
  await expect(figure).toHaveAttribute('data-checkout', /\d+/);
  await figure.getByRole('button', { name: 'Next step' }).click();
  await expect(figure.getByText('step 1 of')).toBeVisible();
  await figure.getByRole('link', { name: 'Back to the comparison' }).click();
  await expect(page).toHaveURL(/\/compare\/\?.*scenario=b-down/);
});

test('Enter on a strip opens the instant under the slider', async ({ page }) => {
  await wake(page, '?scenario=b-hang&position=10s');
  await slider(page).fill('26000');
  const strip = row(page, 'async-messaging').getByRole('link', { name: /^Open Async messaging/ });
  await expect(strip).toHaveAttribute('href', /position=26s#traffic$/);
  await strip.press('Enter');
  await expect(page).toHaveURL(/async-messaging\/\?compared=b-hang&position=26s#traffic$/);
});

test('without workers the page computes by itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await open(page, '?scenario=database-down&load=20');
  await expect(row(page, 'shared-data').getByRole('img', { name: /were lost, of those that began in seconds (19|20) to (29|30)/ })).toBeVisible();
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} px nothing sticks out, and waking moves nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${page1}#top`, { waitUntil: 'networkidle' });
    await expect(page.locator('[data-later]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const places = () => page.locator('.compare-row, .compare-controls, .seen, .chart, .compare-foot').evaluateAll((found) => found.map((one) => {
      const { top, left, height } = one.getBoundingClientRect();
      return [top + scrollY, left, height].map(Math.round).join(' ');
    }));
    const before = await places();
    await section(page).evaluate((one) => one.dispatchEvent(new Event('figure-wake', { bubbles: true })));
    await expect(section(page)).toHaveAttribute('data-awake', '');
    await expect(page.locator('.compare-links a')).toHaveAttribute('href', /scenario/);
    expect(await places()).toEqual(before);
    for (const name of ['Start over', 'Play', 'Break all six now']) {
      const box = (await page.getByRole('button', { name }).boundingBox())!;
      expect(box.x + box.width, name).toBeLessThanOrEqual(width - 16);
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
    }
  });
}

test('axe finds nothing in either theme, with everything open', async ({ page }) => {
  await open(page, '?scenario=price-storm&position=27s');
  await page.getByText('Change the world').click();
  await page.getByText('All figures as a table').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, { within: 'section.compare' }), colorScheme).toEqual([]);
  }
});

test('on paper the strips, the charts and the table are there, and no buttons', async ({ page }) => {
  const all = await open(page, '?scenario=b-down&position=25s');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Break all six now' })).toBeHidden();
  await expect(page.locator('.compare-strip').first()).toBeVisible();
  await expect(page.locator('.chart')).toHaveCount(2);
  await expect(all.getByRole('row', { name: /^Shared data/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every scenario is there to read, and nothing is offered that does not work', async ({ page }) => {
    await page.goto(page1);
    await expect(page.locator('.compare-row')).toHaveCount(6);
    await expect(page.locator('.compared:visible')).toHaveCount(11);
    await expect(section(page).getByRole('button')).toHaveCount(0);
    await expect(slider(page)).toHaveCount(0);
  });
});
