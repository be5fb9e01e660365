import { devices, expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { firstFigure, holdClock, messagePlaces, openFigure, page1, scrub } from './figure.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [width, drawing] of [[1280, 1000], [768, 600], [320, 320]] as const) {
    test(`at ${width} px one drawing shows, with every participant, and the steps are there`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(page1);
      const figure = firstFigure(page);
      await expect(figure.locator('.drawing:visible')).toHaveCount(1);
      await expect(figure.locator(`.drawing[data-width="${drawing}"]`)).toBeVisible();
      for (const id of ['shopper', 'A', 'B', 'orders', 'catalog']) {
        await expect(figure.locator(`.drawing:visible [data-participant=${id}]`)).toBeVisible();
      }
      await expect(figure.locator('.drawing:visible .react-flow__edge')).toHaveCount(4);
      await figure.getByText('Steps as text').click();
      await expect(figure.locator('.step-list > li')).toHaveCount(9);
      await expect(figure.locator('.step-list')).toContainText('A asks B for the price of the mug');
    });
  }
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a step shows its message mid-wire at once, and Play rests on each step', async ({ page }) => {
    await page.clock.install();
    const figure = await openFigure(page, '?step=0');
    await holdClock(page);
    await figure.getByRole('button', { name: 'Next step' }).click();
    const [place] = await messagePlaces(figure);
    await page.clock.runFor(1000);
    expect(await messagePlaces(figure)).toEqual([place]);
    const wire = (await figure.locator('.drawing:visible .wire').first().boundingBox())!;
    const glyph = (await figure.locator('.message:not(.off) .glyph').first().boundingBox())!;
    expect(Math.abs(glyph.x + glyph.width / 2 - (wire.x + wire.width / 2))).toBeLessThan(20);

    await figure.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(2400);
    await expect(figure).toHaveAttribute('data-step', '1');
    await page.clock.runFor(200);
    await expect(figure).toHaveAttribute('data-step', '2');
  });

  test('the slider snaps to steps', async ({ page }) => {
    const figure = await openFigure(page, '?step=0');
    await scrub(figure, 105);
    await expect(figure).toHaveAttribute('data-step', '2');
    expect(await figure.getByRole('slider').inputValue()).toBe('100');
  });
});

test.describe('on a phone', () => {
  const { userAgent, hasTouch, isMobile, deviceScaleFactor } = devices['Pixel 7'];
  test.use({ userAgent, hasTouch, isMobile, deviceScaleFactor, viewport: { width: 320, height: 640 } });

  test('the page scrolls under a finger that starts on the diagram', async ({ page }) => {
    const figure = await openFigure(page, '?step=2');
    const stage = figure.locator('.stage');
    await stage.scrollIntoViewIfNeeded();
    const box = (await stage.boundingBox())!;
    const before = await page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    const x = box.x + box.width / 2;
    const y = Math.min(560, box.y + 200);
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let moved = 25; moved <= 250; moved += 25) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - moved }] });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 150);
  });

  test('a tap steps, targets are large enough, and nothing is wider than the screen', async ({ page }) => {
    const figure = await openFigure(page, '?step=0');
    await figure.getByRole('button', { name: 'Next step' }).tap();
    await expect(figure).toHaveAttribute('data-step', '1');
    for (const name of ['Start over', 'Previous step', 'Play', 'Next step']) {
      const box = (await figure.getByRole('button', { name }).boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await figure.getByRole('tab', { name: 'Sequence' }).tap();
    await expect(figure.locator('.seq-arrow').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test('awake, in either theme, in both views and half-way through, axe finds nothing', async ({ page }) => {
  const figure = await openFigure(page, '?scenario=b-hang&step=2');
  const look = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, { within: 'figure[data-awake]' }), colorScheme).toEqual([]);
    }
  };
  await scrub(figure, 410);
  await look();
  await figure.getByRole('tab', { name: 'Sequence' }).click();
  await expect(figure.locator('.seq-arrow').first()).toBeVisible();
  await look();
});

test('a change of width changes the drawing and keeps the step', async ({ page }) => {
  const figure = await openFigure(page, '?step=4');
  await expect(figure.locator('.drawing')).toHaveAttribute('data-width', '1000');
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(figure.locator('.drawing')).toHaveAttribute('data-width', '600');
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(figure.locator('.drawing')).toHaveAttribute('data-width', '320');
  await expect(figure).toHaveAttribute('data-step', '4');
  await expect(figure.locator('.drawing [data-participant=catalog]')).toContainText('12.50');
});
