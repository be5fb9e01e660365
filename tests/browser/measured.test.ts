import { expect, test } from '@playwright/test';
import { measuredScenarios } from '../../src/schemas/measurements.ts';
import { articles } from './pages.ts';

test.use({ javaScriptEnabled: false });

for (const article of articles) {
  test(`${article} shows every named scenario measured, without JavaScript`, async ({ page }) => {
    await page.goto(article);
    const panel = page.getByRole('region', { name: 'Measured' });
    for (const name of measuredScenarios) {
      const row = panel.locator(`#run-${name}`);
      await expect(row.getByRole('rowheader')).not.toBeEmpty();
      await expect(row.getByRole('img')).toHaveAccessibleName(/^\d+ checkouts in \d+ seconds: /);
      await expect(row.getByRole('cell').nth(1)).toContainText('%');
    }
    await expect(panel).toContainText('realistic parameters, seeds 1 to 10');
    await expect(panel).toContainText('npm run measure');
  });

  test(`${article} leads from a measured figure to its run`, async ({ page }) => {
    await page.goto(article);
    await page.locator('.claims .measured[href*="#run-"]').first().click();
    await expect(page).toHaveURL(/#run-[a-z-]+$/);
    await expect(page.locator('tr:target')).toBeInViewport();
  });
}

test('a claim that compares two techniques leads to all of them under its scenario', async ({ page }) => {
  await page.goto('/techniques/direct-api-call/');
  await page.locator('.claims li', { hasText: 'with messaging' }).getByRole('link', { name: 'measured' }).click();
  await expect(page).toHaveURL(/\/compare\/\?scenario=b-down$/);
});

test('on a phone the panel is stacked and nothing hangs over', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(articles[0]!);
  const strip = page.locator('#run-b-down .strip');
  expect((await strip.boundingBox())!.width).toBeGreaterThan(270);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('beside the figures of an article, the charts of its minutes have their bars', async ({ page }) => {
  await page.goto(articles[0]!);
  const bars = page.locator('#run-b-down .strip :is(.answered, .lost)');
  await expect(bars).toHaveCount(2);
  for (const bar of await bars.all()) await expect(bar).not.toHaveCSS('fill', 'none');
});

test('the page on the model shows every comparison with theory, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/about-the-model/');
  const table = page.locator('.verification');
  await expect(table.locator('tbody tr:not(.run)')).toHaveCount(124);
  await expect(table.getByRole('row').filter({ hasText: 'mean latency' })).toHaveCount(0);
  await table.getByText('M/D/1', { exact: true }).click();
  await expect(table.getByRole('row').filter({ hasText: 'mean age of the copy' }).first()).toContainText('3 ms');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
