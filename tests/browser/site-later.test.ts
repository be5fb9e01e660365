import { expect, test, type Page } from '@playwright/test';

const article = '/techniques/cache-with-update-events/';
const last = '.measured-runs:last-of-type tr:last-child .value';

/** Whether the browser has laid it out, far below as it is. */
const isLaidOut = (page: Page, selector: string) => page.locator(selector).last()
  .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

test.use({ viewport: { width: 390, height: 800 } });

test('what is far below is put off, and laid out without a scroll once the page stands', async ({ page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route('**/late.png', async (route) => {
    await gate.promise;
    await route.abort();
  });
  await page.route(`**${article}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<body>', '<body><img src="/late.png" hidden>') });
  });
  await page.goto(article, { waitUntil: 'domcontentloaded' });
  await expect.poll(() => isLaidOut(page, last)).toBe(false);
  await expect.poll(() => isLaidOut(page, '.fig .drawing[data-width="320"] .react-flow')).toBe(false);
  gate.resolve();
  await expect.poll(() => isLaidOut(page, last)).toBe(true);
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is laid out at once', async ({ page }) => {
    await page.goto(article);
    expect(await isLaidOut(page, last)).toBe(true);
  });
});
