/** The pictures as a post shows them: inside an image, where no script runs and nothing loads. */
import { expect, test, type Page } from '@playwright/test';

const stage = { light: [239, 244, 246], dark: [21, 26, 32] };

/** The colour in the upper corner of a picture's stage. */
const colourOf = (page: Page, address: string): Promise<number[]> => page.evaluate(async (src) => {
  const image = new Image();
  image.src = src;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 800;
  canvas.height = 450;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, 800, 450);
  return [...context.getImageData(4, 60, 1, 1).data].slice(0, 3);
}, address);

for (const picture of ['poster.svg', 'animated.svg', 'b-hang/step-3.svg']) {
  test(`${picture} is light or dark as its reader prefers, or as its address says`, async ({ page }) => {
    const address = `/embed/v1/direct-api-call/${picture}`;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/404.html');
      expect(await colourOf(page, address)).toEqual(stage[colorScheme]);
      expect(await colourOf(page, `${address}#light`)).toEqual(stage.light);
      expect(await colourOf(page, `${address}#dark`)).toEqual(stage.dark);
    }
  });

  test(`${picture} asks for nothing`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`/embed/v1/direct-api-call/${picture}`);
    await expect(page.locator('desc')).toHaveText(/service A/);
    expect(asked).toEqual([`/embed/v1/direct-api-call/${picture}`]);
  });
}

test('an animation stands still on the outcome for those who want less motion', async ({ page }) => {
  const running = () => page.evaluate(() => document.getAnimations().length);
  await page.goto('/embed/v1/direct-api-call/animated.svg');
  expect(await running()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await running()).toBe(0);
  await expect(page.getByText('Order placed').locator('xpath=ancestor::*[contains(@class, "v")][1]')).toHaveCSS('opacity', '1');
});

test('every page names a preview that is there', async ({ page, request }) => {
  for (const path of ['/', '/techniques/direct-api-call/', '/summary/']) {
    await page.goto(path);
    const address = await page.locator('meta[property="og:image"]').getAttribute('content');
    const answer = await request.get(new URL(address!).pathname);
    expect(answer.headers()['content-type']).toBe('image/png');
  }
});
