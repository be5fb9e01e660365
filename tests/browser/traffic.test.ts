import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';

const article = '/techniques/direct-api-call/';
const shown = (figure: Locator) => figure.evaluate((element) => {
  const { traffic, failed, wrong, position, checkout, playing } = (element as HTMLElement).dataset;
  return { traffic, failed, wrong, position, checkout, playing };
});

async function open(page: Page, query = '', path = article): Promise<Locator> {
  await page.goto(path + query);
  const figure = page.locator('figure.traffic');
  await figure.scrollIntoViewIfNeeded();
  if (query !== '') await expect(figure).toHaveAttribute('data-busy', 'false');
  return figure;
}

const slider = (figure: Locator) => figure.getByRole('slider', { name: 'Position in the run' });

test('B is broken at an instant during play; going back, everything before it is as it was', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure).toHaveAttribute('data-playing', 'true');
  await expect.poll(async () => Number((await shown(figure)).position), { timeout: 15_000 }).toBeGreaterThan(600);
  await figure.getByRole('button', { name: 'Break it now' }).click();
  await expect(figure).toHaveAttribute('data-traffic', 'b-down');
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect(figure).toHaveAttribute('data-busy', 'false');
  expect(Number((await shown(figure)).failed)).toBeGreaterThan(5);
  const at = Number(/at=(\d+)ms|at=([\d.]+)s/.exec(page.url())?.slice(1).find(Boolean) ?? 0);
  expect(at).toBeGreaterThan(0);
  await slider(figure).fill('0');
  await expect(figure).toHaveAttribute('data-position', '0');
  await expect(figure.locator('[data-participant="B"]').getByText('down')).toHaveCount(0);
});

test('the address is the run: opened elsewhere it shows the same', async ({ page, context }) => {
  const figure = await open(page, '?break=b-hang&at=2.5s&for=3s&load=20&timeout=300ms&retries=1');
  await slider(figure).fill('4200');
  await expect(page).toHaveURL(/position=4\.2s/);
  const here = await shown(figure);
  expect(here).toMatchObject({ traffic: 'b-hang', position: '4200' });
  expect(Number(here.failed)).toBeGreaterThan(10);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  const other = elsewhere.locator('figure.traffic');
  await expect(other).toHaveAttribute('data-busy', 'false');
  await expect.poll(() => shown(other)).toEqual(here);
  await expect(other.getByRole('slider', { name: 'Time-out' })).toHaveAttribute('aria-valuetext', '300 ms');
  await expect(other.getByText('Right now B takes everything')).toBeVisible();
});

test('an address that asks for what cannot be had gets the default and a note', async ({ page }) => {
  const figure = await open(page, '?break=b-dwon&load=900&position=4s');
  await expect(figure).toHaveAttribute('data-traffic', 'nothing');
  await expect(figure.locator('.fig-note')).toHaveCount(2);
  await expect(figure).toHaveAttribute('data-position', '4000');
});

test('a failed checkout is stepped through from the list, by keyboard, and left again', async ({ page }) => {
  const figure = await open(page, '?break=b-down&position=3.5s');
  await figure.locator('.lost summary').focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.lost button').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(figure).toHaveAttribute('data-checkout', /\d+/);
  await expect(figure.getByText('step 0 of')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByText('step 1 of')).toBeVisible();
  await expect(figure.getByText(/POST \/checkout from the shopper reaches A at [23]\.\d\d s/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(figure.getByText(/503 Service Unavailable reaches the shopper/)).toBeVisible();
  await expect(page).toHaveURL(/checkout=\d+/);
  await figure.getByRole('button', { name: 'Back to the traffic' }).click();
  await expect(figure).not.toHaveAttribute('data-checkout');
  await expect(figure).toHaveAttribute('data-position', '3500');
});

test('a mark on the rail opens its checkout', async ({ page }) => {
  const figure = await open(page, '?break=b-down&position=3.5s');
  const lane = figure.locator('.lost-lane');
  const { width } = (await lane.boundingBox())!;
  await lane.click({ position: { x: width * 0.4, y: 12 } });
  await expect(figure).toHaveAttribute('data-checkout', /\d+/);
});

test('the reader guesses first; then it runs and says what happened and why', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('radio', { name: 'B is down' }).click();
  await expect(figure).toHaveAttribute('data-traffic', 'nothing');
  await figure.getByRole('button', { name: 'None. The retries bridge it.' }).click();
  await expect(figure).toHaveAttribute('data-traffic', 'b-down');
  await expect(figure).toHaveAttribute('data-playing', 'true');
  await slider(figure).fill('6000');
  await expect(figure.locator('.predict-note')).toContainText('You guessed: none. The retries bridge it. What happens: most of those that come');
  await figure.getByRole('slider', { name: 'Retries' }).fill('0');
  await expect(figure.locator('.predict-note')).toContainText('This is another run.');
  await figure.getByRole('radio', { name: 'Nothing' }).click();
  await figure.getByRole('radio', { name: 'B is down' }).click();
  await expect(figure).toHaveAttribute('data-traffic', 'b-down');
});

test('who plays in place of guessing has the question passed over, and sees what was chosen go wrong', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('radio', { name: 'B is down' }).click();
  await expect(figure.locator('.predict')).toBeVisible();
  await slider(figure).fill('4000');
  await expect(figure.locator('.predict')).toHaveCount(0);
  await expect(figure).toHaveAttribute('data-traffic', 'b-down');
  await expect(figure).toHaveAttribute('data-position', '4000');
  await expect(figure.locator('.drawing .flag').filter({ hasText: 'down' })).toBeVisible();
});

test('a slider makes another run, and too many messages are drawn as flows', async ({ page }) => {
  const figure = await open(page, '?break=traffic-spike&load=60&position=4.2s');
  await expect(figure.locator('.flow text').first()).toHaveText(/\d+\/s/);
  await expect(figure.locator('.message:not(.off)')).toHaveCount(0);
  const before = await shown(figure);
  await figure.getByRole('slider', { name: 'Shoppers' }).fill('4');
  await expect.poll(async () => (await shown(figure)).failed).not.toBe(before.failed);
  await expect(figure.locator('.flow')).toHaveCount(0);
});

test('without a worker the page computes by itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  const figure = await open(page, '?break=b-down&position=4s');
  expect(await shown(figure)).toMatchObject({ failed: '20', wrong: '0' });
});

test('at 320 px nothing sticks out, and the controls can be touched', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const figure = await open(page, '?break=b-hang&position=4.1s');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (const name of ['Start over', 'Play', 'Break it now']) {
    const box = (await figure.getByRole('button', { name }).boundingBox())!;
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
  }
});

const states: Record<string, (figure: Locator) => Promise<void>> = {
  'with its list open': (figure) => figure.locator('.lost summary').click(),
  'following a checkout': async (figure) => {
    await figure.locator('.lost summary').click();
    await figure.locator('.lost li button').first().click();
    await expect(figure).toHaveAttribute('data-checkout', /\d+/);
  },
  asking: async (figure) => {
    await figure.getByRole('radio', { name: 'B is slow' }).click();
    await expect(figure.locator('.predict')).toBeVisible();
  },
};

for (const [state, enter] of Object.entries(states)) {
  test(`axe finds nothing in the figure in either theme, ${state}`, async ({ page }) => {
    const figure = await open(page, '?break=b-down&position=4.2s');
    await enter(figure);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, { within: 'figure.traffic' }), colorScheme).toEqual([]);
    }
  });
}

test('woken, it shows what it showed before, also until its run is there', async ({ page }) => {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    class Held extends Worker {
      override postMessage(wish: unknown): void {
        held.push(() => super.postMessage(wish, { transfer: [] }));
      }
    }
    Object.assign(globalThis, { Worker: Held, letGo: () => held.forEach((ask) => ask()) });
  });
  await page.goto('/techniques/cache-with-update-events/');
  const figure = page.locator('figure.traffic');
  const look = () => figure.evaluate((element) => [
    element.clientHeight, ...['.strips', 'table', '.lost-lane', 'summary'].map((part) => element.querySelector(part)!.innerHTML),
  ]);
  const before = await look();
  expect(before.join()).toContain('at a wrong price');
  await slider(figure).focus();
  await expect(figure).toHaveAttribute('data-awake', '');
  expect(await look()).toEqual(before);
  await page.evaluate('letGo()');
  await expect(figure).toHaveAttribute('data-busy', 'false');
  expect(await look()).toEqual(before);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { slug, says, title, lost } of [
    { slug: 'direct-api-call', says: 'from 3 s to 5 s B refuses every connection', title: 'B is down', lost: /^Failed0 of \d+[1-9]\d* of \d+$/ },
    { slug: 'cache-with-update-events', says: 'from 3 s to 5 s the broker refuses every connection', title: 'Broker down', lost: /^Wrong price\d of \d+\d\d of \d+$/ },
  ]) {
    test(`${slug}: a run with a fault stands in its place, in charts, figures and sentences`, async ({ page }) => {
      await page.goto(`/techniques/${slug}/`);
      await expect(page.locator('figure.traffic')).toBeHidden();
      const still = page.locator('.traffic-still');
      await expect(still).toContainText(says);
      await expect(still.getByText('down', { exact: true }).locator('visible=true')).toHaveCount(1);
      await expect(still.locator('.strip')).toHaveCount(slug === 'direct-api-call' ? 4 : 5);
      await expect(still.locator('.lost-lane .cross').first()).toBeVisible();
      await expect(still.getByRole('columnheader', { name: title })).toBeVisible();
      await expect(still.getByRole('row').filter({ hasText: lost })).toHaveCount(1);
      await expect(still.locator('dd')).toHaveCount(3);
      await expect(still.locator('button, input')).toHaveCount(0);
    });
  }
});
