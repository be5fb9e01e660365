import { expect, test, type Page } from '@playwright/test';

const paper = { light: 'rgb(251, 252, 251)', dark: 'rgb(14, 17, 22)' };
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function choose(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: theme }).click();
}

test('the page follows the system until the reader chooses, and again when they say so', async ({ page }) => {
  await page.goto('/');
  expect(await background(page)).toBe(paper.light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background(page)).toBe(paper.dark);
  await choose(page, 'Light');
  expect(await background(page)).toBe(paper.light);
  await page.goto('/techniques/direct-api-call/');
  expect(await background(page)).toBe(paper.light);
  await choose(page, 'System');
  expect(await background(page)).toBe(paper.dark);
  await page.reload();
  expect(await background(page)).toBe(paper.dark);
});

test('the choice is there before anything is painted', async ({ page }) => {
  await page.goto('/');
  await choose(page, 'Dark');
  await page.route(/\.(js|css)$/, (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the chosen theme is said to assistive technology', async ({ page }) => {
  await page.goto('/');
  await choose(page, 'Dark');
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'System' })).toHaveAttribute('aria-pressed', 'false');
});

test('where storage is forbidden the switch still works for the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await page.goto('/');
  await choose(page, 'Dark');
  expect(await background(page)).toBe(paper.dark);
  expect(errors).toEqual([]);
});
