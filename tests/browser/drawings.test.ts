/** Every step of every story in each of the three drawings: whatever has words on it stands clear of the rest. In an embed, since a small page is laid out soonest. */
import { expect, test } from '@playwright/test';
import { techniques } from '../../src/schemas/models.ts';
import { clashes } from './clashes.ts';
import { firstFigure } from './figure.ts';

for (const slug of Object.keys(techniques)) {
  test(`${slug} can be read on a screen 1280, 768 and 320 wide`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto(`/embed/v1/${slug}/`);
    const figure = firstFigure(page);
    await figure.focus();
    await expect(figure).toHaveAttribute('data-awake', '');
    const choices = figure.locator('.scenarios input');
    const scenarios = await choices.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    for (const [width, drawing] of [[1280, 1000], [768, 600], [320, 320]] as const) {
      await page.setViewportSize({ width, height: 1000 });
      await expect(figure.locator('.drawing')).toHaveAttribute('data-width', String(drawing));
      const found: string[] = [];
      for (const scenario of scenarios) {
        await choices.and(page.locator(`[value="${scenario}"]`)).evaluate((choice: HTMLInputElement) => choice.click());
        await expect(figure).toHaveAttribute('data-scenario', scenario);
        found.push(...await figure.evaluate(clashes));
      }
      expect(found, `${width} px`).toEqual([]);
    }
  });
}
