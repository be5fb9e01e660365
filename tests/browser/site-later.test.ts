import { expect, test, type Page } from '@playwright/test';

const article = '/techniques/cache-with-update-events/';
const last = '.measured-runs:last-of-type tr:last-child .value';

/** Whether the browser has laid it out, far below as it is. */
const isLaidOut = (page: Page, selector: string) => page.locator(selector).last()
  .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

test.use({ viewport: { width: 390, height: 800 } });

test('what is far below is put off, and laid out without a scroll once the reader has settled', async ({ page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route('**/late.png', async (route) => {
    await gate.promise;
    await route.abort();
  });
  await page.route(`**${article}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<body>', '<body><img src="/late.png" hidden>') });
  });
  await page.clock.install();
  await page.goto(article, { waitUntil: 'domcontentloaded' });
  await expect.poll(() => isLaidOut(page, last)).toBe(false);
  await expect.poll(() => isLaidOut(page, '.fig .drawing[data-width="320"] .react-flow')).toBe(false);
  gate.resolve();
  await page.waitForLoadState();
  await page.clock.runFor(2000);
  expect(await isLaidOut(page, last)).toBe(false);
  await page.clock.runFor(4000);
  expect(await isLaidOut(page, last)).toBe(true);
  await expect.poll(() => isLaidOut(page, '.fig .drawing[data-width="320"] .react-flow')).toBe(true);
  await expect(page.locator('[data-later]')).toHaveCount(0);
});

test('an address that names a place far below finds it, and it stays', async ({ page }) => {
  await page.goto(`${article}#sources`);
  const heading = page.locator('#sources');
  await expect(heading).toBeInViewport();
  const { y } = (await heading.boundingBox())!;
  await expect(page.locator('[data-later]')).toHaveCount(0);
  expect(Math.abs((await heading.boundingBox())!.y - y)).toBeLessThan(1);
  expect(y).toBeLessThan(200);
});

test('a link to a place far below, and coming back to where one was, find everything laid out', async ({ page }) => {
  await page.clock.install();
  await page.goto(article);
  expect(await isLaidOut(page, last)).toBe(false);
  await page.getByText('On this page').first().click();
  await page.locator('a[href="#sources"]').locator('visible=true').first().click();
  await expect(page.locator('#sources')).toBeInViewport();
  expect(await page.locator('[data-later]').count()).toBe(0);

  await page.evaluate(() => {
    history.replaceState(null, '', location.pathname);
    scrollTo(0, document.body.scrollHeight / 2);
  });
  const before = await page.evaluate(() => scrollY);
  await page.reload();
  await expect(page.locator('[data-later]')).toHaveCount(0);
  expect(Math.abs(await page.evaluate(() => scrollY) - before)).toBeLessThan(2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is laid out at once', async ({ page }) => {
    await page.goto(article);
    expect(await isLaidOut(page, last)).toBe(true);
  });
});
