import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { articles } from './pages.ts';

const article = '/techniques/direct-api-call/';

test('the techniques lead from one to the next, and the current one is marked', async ({ page }) => {
  await page.goto(articles[0] ?? article);
  const nav = page.getByRole('navigation', { name: 'Techniques' });
  await nav.getByRole('link', { name: 'Direct API call' }).click();
  await expect(page).toHaveURL(article);
  await expect(nav.getByRole('link', { name: 'Direct API call' })).toHaveAttribute('aria-current', 'page');
  await expect(nav.locator('[aria-current]')).toHaveCount(1);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL('/techniques/async-polling/');
  await page.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(article);
});

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('on a phone the pages of the site are behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(article);
  const link = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'About the model' });
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Pages of this site' }).click();
  await link.click();
  await expect(page).toHaveURL('/about-the-model/');
});

test('the table of contents is folded away and leads to its sections', async ({ page }) => {
  await page.goto(article);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents).toBeHidden();
  await page.getByText('On this page', { exact: true }).click();
  await contents.getByRole('link', { name: 'What goes wrong' }).click();
  await expect(page).toHaveURL(`${article}#what-goes-wrong`);
  await expect(page.getByRole('heading', { name: 'What goes wrong' })).toBeInViewport();
});

test('a raised number leads to its source, which says how it is known', async ({ page }) => {
  await page.goto(article);
  await page.getByRole('link', { name: 'Source 2', exact: true }).first().click();
  const source = page.locator('#source-2');
  await expect(source).toBeInViewport();
  await expect(source).toContainText(/read in full|read in excerpt|summaries|memory/);
});

test('an unknown address gets the page for lost readers, with status 404', async ({ page }) => {
  const answer = await page.goto('/no/such/page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was delivered here');
  await page.getByRole('main').getByRole('link', { name: 'Direct API call', exact: true }).click();
  await expect(page).toHaveURL(article);
});

test('the copy button copies the model as it stands in its file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const frame = page.getByRole('figure').filter({ hasText: 'src/techniques/direct-api-call.ts' });
  await frame.getByRole('button', { name: 'Copy' }).click();
  await expect(frame.getByRole('status')).toHaveText('Copied');
  const model = readFileSync('src/techniques/direct-api-call.ts', 'utf8').trimEnd();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(model);
  await expect(frame.locator('[data-line="1"]')).toHaveText(model.split('\n')[0] ?? '');
});

test('print leaves out what paper cannot use, and writes out addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(article);
  await expect(page.getByRole('navigation', { name: 'Techniques' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Theme' })).toBeHidden();
  await expect(page.getByText('On this page', { exact: true })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const link = page.locator('.sources a[href^="http"]').first();
  const after = await link.evaluate((one) => getComputedStyle(one, '::after').content);
  expect(after).toContain(await link.getAttribute('href') ?? 'an address');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the article, its table, its model and its sources are there', async ({ page }) => {
    await page.goto(article);
    await expect(page.getByRole('heading', { name: 'What it costs, what it buys' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Trade-offs by criterion' }).getByRole('rowheader')).toHaveCount(6);
    await expect(page.locator('[data-model] .line').first()).toBeVisible();
    await expect(page.locator('.sources li').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Theme' })).toHaveCount(0);
  });
});
