import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { techniques } from '../../src/schemas/models.ts';
import { hold, scripts } from './hold.ts';

const slugs = Object.keys(techniques);
const article = '/techniques/direct-api-call/';

async function open(page: Page, path = article): Promise<Locator> {
  await page.goto(path);
  return page.locator('figure[data-technique]').first();
}

test('an untouched article loads nothing of a figure, and brings at most 5 kB of script in all', async ({ page, request }) => {
  const loaded: string[] = [];
  page.on('request', (one) => {
    if (one.resourceType() === 'script') loaded.push(one.url());
  });
  const figure = await open(page);
  await figure.scrollIntoViewIfNeeded();
  await figure.hover();
  await page.mouse.wheel(0, 400);
  const inline = await page.locator('script').allTextContents();
  const files = await Promise.all(loaded.map(async (url) => (await request.get(url)).text()));
  const weight = [inline.join('\n'), ...files].reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
  expect(weight).toBeLessThanOrEqual(5000);
  expect(loaded.filter((url) => /Figure|client|figure/.test(url))).toEqual([]);
  await expect(figure).not.toHaveAttribute('data-awake');
});

test('clicks made while the scripts are on their way all count, in order', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  const next = figure.getByRole('button', { name: 'Next step' });
  await next.click();
  await next.click();
  await next.click();
  await figure.getByRole('button', { name: 'Previous step' }).click();
  await expect(figure).not.toHaveAttribute('data-awake');
  release();
  await expect(figure).toHaveAttribute('data-step', '2');
});

test('a choice made before the figure is awake is the one it shows', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  await figure.getByRole('radio', { name: 'B hangs' }).click();
  release();
  await expect(figure).toHaveAttribute('data-scenario', 'b-hang');
  await expect(figure.getByRole('radio', { name: 'B hangs' })).toBeChecked();
});

test('of two choices made before the figure is awake the last is the one it shows, also where that is how it was drawn', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  await figure.getByRole('radio', { name: 'B hangs' }).click();
  await figure.getByRole('radio', { name: 'Nothing' }).click();
  await figure.getByRole('button', { name: 'Next step' }).click();
  release();
  await expect(figure).toHaveAttribute('data-step', '1');
  await expect(figure).toHaveAttribute('data-scenario', 'normal');
  await expect(figure.getByRole('radio', { name: 'Nothing' })).toBeChecked();
});

test('a view chosen before the figure is awake opens', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  await figure.getByRole('tab', { name: 'Sequence' }).click();
  release();
  await expect(figure.getByRole('tab', { name: 'Sequence' })).toHaveAttribute('aria-selected', 'true');
});

test('keys pressed before the figure is awake count', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  await figure.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  release();
  await expect(figure).toHaveAttribute('data-step', '2');
});

test('a press of Enter on a button counts once', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Enter');
  release();
  await expect(figure).toHaveAttribute('data-awake');
  await expect(figure).toHaveAttribute('data-step', '1');
});

test('a place on the slider chosen before the figure is awake is where it goes', async ({ page }) => {
  const release = await hold(page, scripts);
  const figure = await open(page);
  const slider = figure.getByRole('slider');
  await slider.click({ position: { x: Math.round(((await slider.boundingBox())?.width ?? 0) * 0.97), y: 8 } });
  release();
  await expect(figure).toHaveAttribute('data-awake');
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(300);
  expect(Number(await figure.getAttribute('data-step'))).toBeGreaterThan(4);
});

test('an address that names a state wakes the first figure at once, and no other', async ({ page }) => {
  const figure = await open(page, `${article}?scenario=b-down&step=4`);
  await expect(figure).toHaveAttribute('data-scenario', 'b-down');
  await expect(figure).toHaveAttribute('data-step', '4');
  await expect(page.locator('figure[data-awake]')).toHaveCount(1);
});

test('a figure whose code does not come offers another try, which keeps the first action', async ({ page }) => {
  await page.route(/\/_astro\/Figure.*\.js/, (route) => route.abort());
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(figure).toHaveAttribute('data-step', '1');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test('a tap that wakes a figure is not lost', async ({ page }) => {
    const release = await hold(page, scripts);
    const figure = await open(page);
    await figure.getByRole('button', { name: 'Next step' }).tap();
    release();
    await expect(figure).toHaveAttribute('data-step', '1');
  });
});

for (const [index, slug] of slugs.entries()) {
  const width = index % 2 === 0 ? 1280 : 320;
  test(`${slug}, woken and drawn ahead, says what stood there before, ${width} px wide`, async ({ page }) => {
    await page.clock.install();
    await page.setViewportSize({ width, height: 900 });
    const figure = await open(page, `/techniques/${slug}/`);
    const words = () => figure.locator('.node text').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
    const before = await words();
    await figure.focus();
    await expect(figure).toHaveAttribute('data-awake', '');
    await page.clock.runFor(1000);
    expect(await words()).toEqual(before);
  });
}
