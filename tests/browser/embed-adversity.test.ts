/** Frames where something is missing: a script that does not come, a tab in the background, no scripts at all. */
import { expect, type Page } from '@playwright/test';
import { test } from './hosts.ts';

const figure = (page: Page) => page.locator('figure');

test('a figure that cannot be loaded leaves its drawing, tells the host, and the second try counts the first click', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  await page.evaluate((src) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
    document.querySelector('main')!.replaceChildren(Object.assign(document.createElement('iframe'), { src, width: 344, height: 620 }));
  }, `${baseURL}/embed/v1/direct-api-call/?theme=light`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator(':root[data-controls=full]')).toBeAttached();
  const broken = (url: URL) => /\/_astro\/.*\.js$/.test(url.pathname);
  await page.route(broken, (route) => route.abort());
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.getByRole('alert')).toContainText('The figure could not be loaded.');
  await expect(frame.locator('.drawing:visible [data-participant="B"]')).toBeVisible();
  await expect.poll(() => page.evaluate(() => (window as unknown as { heard: object[] }).heard))
    .toContainEqual({ ns: 'between-services', v: 1, type: 'error', code: 'load-failed' });
  await page.unroute(broken);
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '1');
  await expect(frame.getByRole('alert')).toHaveCount(0);
});

test('in a hidden tab a figure rests, and goes on when the tab is seen', async ({ page }) => {
  const hide = (hidden: boolean) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await page.goto('/embed/v1/async-messaging/?autoplay=1');
  await expect(figure(page)).toHaveAttribute('data-playing', 'true');
  await hide(true);
  await expect(figure(page)).toHaveAttribute('data-playing', 'false');
  await hide(false);
  await expect(figure(page)).toHaveAttribute('data-playing', 'true');
});

test('a figure that is to play and opens in a hidden tab waits, and loads nothing until then', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { configurable: true, value: true }));
  await page.goto('/embed/v1/direct-api-call/?autoplay=1', { waitUntil: 'networkidle' });
  await expect(figure(page)).not.toHaveAttribute('data-awake');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(figure(page)).toHaveAttribute('data-playing', 'true');
});

for (const [wanted, act] of [
  ['a key', (page: Page) => page.getByRole('button', { name: 'Next step' }).press('ArrowRight')],
  ['a touch', (page: Page) => page.getByRole('button', { name: 'Next step' }).tap()],
] as const) {
  test.describe(wanted, () => {
    test.use({ hasTouch: true });

    test(`${wanted} wakes it and is not lost`, async ({ page }) => {
      await page.goto('/embed/v1/direct-api-call/');
      await expect(figure(page)).not.toHaveAttribute('data-awake');
      await act(page);
      await expect(figure(page)).toHaveAttribute('data-step', '1');
    });
  });
}

test('where a host lets a frame run no scripts, its drawing and its steps can be read', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { width: 344, height: 620 });
    frame.setAttribute('sandbox', '');
    frame.src = src;
    document.querySelector('main')!.replaceChildren(frame);
  }, `${baseURL}/embed/v1/async-messaging/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.drawing:visible [data-participant="broker"]')).toBeVisible();
  await expect(frame.getByText('Steps as text')).toBeVisible();
  await expect(frame.locator('.step-list li')).toHaveCount(14);
});

test('a script that is blocked leaves the drawing and the steps, at any height', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  for (const height of [420, 620]) {
    await page.setViewportSize({ width: 344, height });
    await page.goto('/embed/v1/direct-api-call/');
    await page.getByText('Steps as text').click();
    await expect(page.locator('.step-list li').nth(5)).toBeVisible();
    await page.locator('.step-list li').nth(8).scrollIntoViewIfNeeded();
    await expect(page.locator('.step-list li').nth(8)).toBeInViewport();
    expect(await page.locator('.step-list').evaluate((list) => list.clientWidth)).toBeGreaterThan(300);
  }
});
