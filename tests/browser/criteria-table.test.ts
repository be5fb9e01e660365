import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';

const table = (page: Page) => page.locator('.by-criteria');
const names = (page: Page) => table(page).locator('tbody tr:visible th').allInnerTexts();

test('it narrows to the techniques and criteria that are ticked, says so, and the address keeps it', async ({ page }) => {
  await page.goto('/compare/');
  await expect(table(page).getByRole('status')).toHaveText('6 of 6 techniques, 6 of 6 criteria, in reading order.');
  const techniques = page.getByRole('group', { name: 'Only these techniques' });
  await techniques.getByRole('checkbox', { name: 'Async messaging' }).check();
  await techniques.getByRole('checkbox', { name: 'Direct API call' }).check();
  await page.getByRole('group', { name: 'Only these criteria' }).getByRole('checkbox', { name: 'Isolation' }).check();
  expect(await names(page)).toEqual(['Direct API call', 'Async messaging']);
  await expect(table(page).locator('tbody td:visible')).toHaveCount(2);
  await expect(table(page).getByRole('columnheader')).toHaveText(['Technique', 'Isolation']);
  await expect(table(page).getByRole('status')).toHaveText('2 of 6 techniques, 1 of 6 criteria, in reading order.');
  await page.reload();
  expect(await names(page)).toEqual(['Direct API call', 'Async messaging']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(table(page).locator('tbody td:visible')).toHaveCount(36);
  await expect(page).toHaveURL(/\/compare\/$/);
});

test('a header sorts by verdict or by figure, by keyboard, and tells a screen reader', async ({ page }) => {
  await page.goto('/compare/');
  const head = table(page).getByRole('columnheader', { name: 'Freshness' });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await names(page)).toEqual(['Shared data', 'Direct API call', 'Call, then poll', 'Async messaging', 'Cache, update events', 'Cache, API updates']);
  await expect(table(page).getByRole('status')).toContainText('by freshness, best verdict first');
  await page.getByRole('radio', { name: 'Measured figure' }).press('Space');
  await page.getByLabel('Figures measured under').selectOption('A storm of price changes');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect((await names(page)).at(-1)).toBe('Cache, update events');
  await expect(table(page).locator('tr[data-technique="cache-with-update-events"] td').nth(4)).toContainText('18.0 % at a wrong price');
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect((await names(page))[0]).toBe('Cache, update events');
  await expect(page).toHaveURL(/by=figure&under=price-storm&sort=freshness&order=worst$/);
  await page.reload();
  expect((await names(page))[0]).toBe('Cache, update events');
  await head.getByRole('button').press('Enter');
  await expect(head).not.toHaveAttribute('aria-sort');
});

test('its figures are those of the scenario that the page compares, until a reader chooses another', async ({ page }) => {
  await page.goto('/compare/?scenario=price-storm');
  const under = page.getByLabel('Figures measured under');
  await expect(under).toHaveValue('price-storm');
  await page.getByRole('radio', { name: 'B hangs' }).check();
  await expect(under).toHaveValue('b-hang');
  await under.selectOption('Nothing goes wrong');
  await page.getByRole('radio', { name: 'B is slow' }).check();
  await expect(under).toHaveValue('normal');
});

test('a cell opens into its claims with their sources, across the row, and the address keeps it', async ({ page }) => {
  await page.goto('/compare/');
  const cell = table(page).locator('tr[data-technique="direct-api-call"] td').nth(2);
  await cell.getByText('Reasons').press('Enter');
  await expect(cell.getByRole('list', { name: 'Against' })).toContainText('Temporal coupling');
  await expect(cell.getByRole('link', { name: /^Source \d+$/ }).first()).toHaveAttribute('href', /\/bibliography\/#[a-z]/);
  const [opened, row] = await Promise.all([cell.locator('.reasons').boundingBox(), cell.locator('..').boundingBox()]);
  expect(opened!.width).toBeCloseTo(row!.width, 0);
  await expect(page).toHaveURL(/\?open=direct-api-call\.isolation$/);
  await page.reload();
  await expect(cell.getByRole('list', { name: 'Against' })).toBeVisible();
});

test('what an address names and there is not gives way to the default, with a note', async ({ page }) => {
  await page.goto('/compare/?technique=direct-api-call&technique=fax&sort=beauty&order=sideways&under=b-gone&open=x.y');
  await expect(table(page).getByRole('alert')).toContainText('The address names');
  expect(await names(page)).toEqual(['Direct API call']);
  await expect(page.getByLabel('Figures measured under')).toHaveValue('b-down');
  await expect(table(page).locator('[aria-sort], details[open]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(table(page).getByRole('alert')).toBeHidden();
});

test('opened, it has no axe violation in either theme and no sideways scrolling at 320 px', async ({ page }) => {
  await page.goto('/compare/?open=direct-api-call.isolation&open=shared-data.performance&sort=isolation');
  for (const [colorScheme, width] of [['light', 1280], ['dark', 320]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page, { within: '.by-criteria' })).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('print has what is shown and none of the choices', async ({ page }) => {
  await page.goto('/compare/?technique=shared-data&technique=async-polling&open=shared-data.isolation');
  await page.emulateMedia({ media: 'print' });
  expect(await names(page)).toEqual(['Shared data', 'Call, then poll']);
  await expect(table(page).locator('.reasons:visible')).toHaveCount(1);
  await expect(table(page).locator('summary:visible')).toHaveCount(1);
  await expect(table(page).getByRole('checkbox')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is whole, with the figures of the first scenario, and opens', async ({ page }) => {
    await page.goto('/compare/');
    await expect(table(page).locator('tbody tr:visible')).toHaveCount(6);
    await expect(table(page).locator('tbody td:visible .verdict')).toHaveCount(36);
    await expect(table(page).locator('tr[data-technique="async-messaging"] td').nth(5)).toContainText('Failing for 10.9 s');
    await expect(page.getByRole('group', { name: 'Only these techniques' })).toBeHidden();
    const cell = table(page).locator('tr[data-technique="shared-data"] td').first();
    await cell.getByText('Reasons').click();
    await expect(cell.getByRole('list', { name: 'For', exact: true })).toBeVisible();
  });
});
