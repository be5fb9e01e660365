import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { pages } from './pages.ts';

/** In the second setting only what depends on colour or room is looked at again. */
const settings = [
  { colorScheme: 'light', width: 1280, look: {} },
  { colorScheme: 'dark', width: 390, look: { rules: ['color-contrast', 'target-size'] } },
] as const;

for (const path of pages) {
  test(`${path} has its landmarks, a silent console, no sideways scrolling and no axe violation`, async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toContainText('Steve Smith');
    await expect(page).toHaveTitle(/Between Services/);

    for (const { colorScheme, width, look } of settings) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page, look), `${colorScheme}, ${width} px`).toEqual([]);
    }

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(said).toEqual([]);
  });
}
