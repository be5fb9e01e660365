import { expect, test } from '@playwright/test';
import { measuredScenarios } from '../../src/schemas/measurements.ts';

test('one scenario is shown at a time, and the address says which', async ({ page }) => {
  await page.goto('/compare/');
  const shown = page.locator('.compared:visible');
  await expect(shown).toHaveCount(1);
  await expect(shown.getByRole('heading')).toHaveText('B is down');
  await page.getByRole('radio', { name: 'A storm of price changes' }).check();
  await expect(shown.getByRole('heading')).toHaveText('A storm of price changes');
  await expect(page).toHaveURL(/\?scenario=price-storm$/);
  await page.reload();
  await expect(shown.getByRole('heading')).toHaveText('A storm of price changes');
});

test('each technique has its chart, its figures and the way to its own run', async ({ page }) => {
  await page.goto('/compare/?scenario=b-down');
  const rows = page.locator('.compared:visible tbody tr');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(3)).toContainText('10.9 s');
  await rows.nth(1).getByRole('link', { name: 'Direct API call' }).click();
  await expect(page).toHaveURL(/\/techniques\/direct-api-call\/#run-b-down$/);
});

test('an unknown scenario in the address gets the first one, and a note', async ({ page }) => {
  await page.goto('/compare/?scenario=b-gone');
  await expect(page.getByRole('status').filter({ hasText: 'not compared here' })).toBeVisible();
  await expect(page.locator('.compared:visible')).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all scenarios are there to read', async ({ page }) => {
    await page.goto('/compare/');
    await expect(page.locator('.compared:visible')).toHaveCount(measuredScenarios.length);
  });
});
