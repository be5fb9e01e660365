/** What copies, with a clipboard and without one, as over plain http. */
import { expect, test } from '@playwright/test';

const links = [
  ['/techniques/direct-api-call/?scenario=b-down&step=2', 'figure[data-step]', 'Link to this step'],
  ['/techniques/direct-api-call/?break=b-down', 'figure.traffic', 'Link to this run'],
  ['/compare/?scenario=b-down&position=12s', 'section.compare', 'Link to this comparison'],
] as const;

for (const [address, figure, name] of links) {
  test(`“${name}” is copied`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address);
    await expect(page.locator(figure).first()).toHaveAttribute('data-awake', '');
    const link = page.getByRole('link', { name }).first();
    await expect(link).toHaveAttribute('href', /^\?./);
    const href = await link.evaluate((element) => (element as HTMLAnchorElement).href);
    await link.click();
    await expect(page.getByRole('link', { name: 'Link copied' })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(href);
  });
}

test.describe('without a clipboard', () => {
  test.beforeEach(({ page }) => page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })));

  for (const [address, figure, name] of links) {
    test(`“${name}” is followed`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator(figure).first()).toHaveAttribute('data-awake', '');
      const link = page.getByRole('link', { name }).first();
      await expect(link).toHaveAttribute('href', /^\?./);
      const href = await link.evaluate((element) => (element as HTMLAnchorElement).href);
      const followed = page.waitForRequest((request) => request.isNavigationRequest());
      await link.click();
      expect((await followed).url()).toBe(href);
    });
  }

  test('a piece of code and a sequence diagram say “Not copied”', async ({ page }) => {
    await page.goto('/techniques/direct-api-call/');
    const code = page.locator('copy-code').first();
    await code.getByRole('button').click();
    await expect(code.getByRole('button')).toHaveText('Not copied');
    await expect(code.getByRole('status')).toHaveText('Not copied');
    const files = page.locator('take-away').first();
    await files.getByText('Take it away').click();
    await files.getByRole('button').click();
    await expect(files.getByRole('status')).toHaveText('Not copied: take the file beside it.');
  });
});
