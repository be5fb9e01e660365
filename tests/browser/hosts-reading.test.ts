/** Posts as they are read elsewhere: in a feed, on paper, under a thumb. */
import { expect } from '@playwright/test';
import { violations } from './axe.ts';
import { figureIn, test, watched } from './hosts.ts';

test('a feed reader, without scripts and frames, shows each figure as a picture that leads to its page', async ({ page, openHost }) => {
  await openHost('feed');
  for (const [name, slug, width] of [['Direct API call', 'direct-api-call', 1600], ['Async messaging everywhere', 'async-messaging', 1600], ['Shared data', 'shared-data', 800]] as const) {
    const link = page.getByRole('link', { name });
    await expect(link).toHaveAttribute('href', new RegExp(`/techniques/${slug}/$`));
    await expect(link.getByRole('img')).toHaveJSProperty('naturalWidth', width);
  }
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('the ready post shows its six figures and the featured picture', async ({ page, openHost }) => {
  await openHost('post');
  const pictures = page.getByRole('img');
  await expect(pictures).toHaveCount(7);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThanOrEqual(800);
  }
});

test('on paper a figure is its drawing and its caption, with no controls', async ({ page, openHost }) => {
  await openHost('light');
  await expect.poll(async () => (await watched(page)).heard).toContain('ready');
  await page.emulateMedia({ media: 'print' });
  for (const frame of [figureIn(page), page.frameLocator('main > iframe')]) {
    await expect(frame.locator('.drawing:visible [data-participant="A"]')).toBeVisible();
    await expect(frame.locator('.caption')).toBeVisible();
    await expect(frame.getByRole('button')).toHaveCount(0);
    await expect(frame.getByRole('tab')).toHaveCount(0);
    await expect(frame.getByRole('slider')).toHaveCount(0);
  }
});

test('a page of this site is refused in a frame, and a figure is not', async ({ page, request, openHost, baseURL }) => {
  await openHost('late');
  await page.evaluate((site) => {
    for (const path of ['/techniques/direct-api-call/', '/embed/', '/embed/v1/direct-api-call/']) {
      document.body.append(Object.assign(document.createElement('iframe'), { src: site + path, title: path }));
    }
  }, baseURL!);
  await expect(page.frameLocator('[title="/embed/v1/direct-api-call/"]').getByRole('figure')).toBeVisible();
  for (const path of ['/techniques/direct-api-call/', '/embed/']) {
    expect((await request.get(path)).headers()['content-security-policy']).toBe("frame-ancestors 'none'");
    await expect(page.frameLocator(`[title="${path}"]`).locator('main')).toHaveCount(0);
  }
});

test('the wheel over a figure moves the post, and nothing takes the focus or asks another site for anything', async ({ page, openHost, baseURL }) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await openHost('light');
  await expect.poll(async () => (await watched(page)).heard).toContain('ready');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  const box = (await page.locator('between-services').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  await figureIn(page).getByRole('button', { name: 'Next step' }).click();
  await expect(figureIn(page).locator('figure')).toHaveAttribute('data-step', '1');
  expect([...asked].toSorted()).toEqual([new URL(page.url()).origin, baseURL].toSorted());
  expect(await page.context().cookies()).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a figure alone has no axe violation, asleep, in a state and awake, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 344, height: 710 });
    await page.goto('/embed/v1/async-messaging/');
    expect(await violations(page)).toEqual([]);
    await page.goto('/embed/v1/async-messaging/?scenario=broker-down&step=1');
    await expect(page.locator('.asleep-stage img')).toHaveJSProperty('naturalWidth', 320);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(page.locator('figure')).toHaveAttribute('data-step', '2');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Sequence' }).click();
    await expect(page.locator('.sequence:visible')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
