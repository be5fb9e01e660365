import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pages } from './pages.ts';

interface Setting {
  colorScheme: 'light' | 'dark';
  width: number;
  options: Parameters<AxeBuilder['options']>[0];
}

/** In the second setting only what depends on colour or room is looked at again. */
const settings = [
  { colorScheme: 'light', width: 1280, options: {} },
  { colorScheme: 'dark', width: 390, options: { runOnly: { type: 'rule', values: ['color-contrast', 'target-size'] } } },
] satisfies Setting[];

for (const path of pages) {
  test(`${path} has its landmarks, a silent console, no sideways scrolling and no axe violation`, async ({ page }) => {
    test.setTimeout(180_000);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toContainText('Steve Smith');
    await expect(page).toHaveTitle(/Between Services/);

    for (const { colorScheme, width, options } of settings) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'], ...options }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), `${colorScheme}, ${width} px`).toEqual([]);
    }

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(said).toEqual([]);
  });
}
