import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { hold } from './hold.ts';

const first = (page: Page) => page.locator('take-away').first();

test('the list follows the scenario and the step that the figure shows', async ({ page }) => {
  await page.goto('/techniques/direct-api-call/');
  await first(page).getByText('Take it away').click();
  await page.getByRole('radio', { name: 'B is down' }).first().check();
  await page.getByRole('button', { name: 'Next step' }).first().click();
  const picture = first(page).getByRole('link', { name: 'step-1.svg' });
  await expect(picture).toHaveAttribute('href', '/embed/v1/direct-api-call/b-down/step-1.svg');
  await expect(first(page)).toContainText('simulate -- direct-api-call --scenario b-down --story');
  for (const link of await first(page).getByRole('link').all()) {
    const address = (await link.getAttribute('href'))!;
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
  const download = page.waitForEvent('download');
  await first(page).getByRole('link', { name: 'trace.csv' }).press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('direct-api-call-b-down-trace.csv');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^t \[µs\],seq,type/);
});

test('the sequence diagram is copied, and it is that of the scenario on show', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/techniques/async-messaging/?scenario=broker-down');
  await expect(page.locator('figure[data-technique]').first()).toHaveAttribute('data-scenario', 'broker-down');
  const release = await hold(page, '**/story.mmd');
  await first(page).getByText('Take it away').click();
  const button = first(page).getByRole('button');
  await expect(button).toBeDisabled();
  release();
  await expect(button).toBeEnabled();
  await button.press('Enter');
  await expect(button).toHaveText('Copied');
  await expect(first(page).getByRole('status')).toHaveText('Copied');
  const diagram = await page.request.get('/runs/async-messaging/broker-down/story.mmd');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await diagram.text());
});

test('open, it has no axe violation in either theme and no sideways scrolling at 320 px', async ({ page }) => {
  await page.goto('/techniques/shared-data/');
  await first(page).getByText('Take it away').click();
  for (const [colorScheme, width] of [['light', 1280], ['dark', 320]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page, { within: 'take-away' })).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the files of the figure as it stands are there, and no button that does nothing', async ({ page }) => {
    await page.goto('/techniques/direct-api-call/');
    await first(page).getByText('Take it away').click();
    await expect(first(page).getByRole('button')).toBeHidden();
    await expect(first(page).getByRole('link', { name: 'story.mmd' })).toHaveAttribute('href', '/runs/direct-api-call/normal/story.mmd');
    await expect(first(page).getByRole('link', { name: 'animated.svg' })).toHaveAttribute('href', '/embed/v1/direct-api-call/normal/animated.svg');
  });
});

test.describe('below the comparison', () => {
  test('the files follow the scenario that is compared, and each is there', async ({ page }) => {
    await page.goto('/compare/');
    const all = page.getByRole('region', { name: 'Take it away' });
    await all.scrollIntoViewIfNeeded();
    await page.getByRole('radio', { name: 'The database is down' }).check();
    await expect(all.getByRole('link', { name: 'measured.csv' })).toHaveAttribute('href', '/runs/compare/database-down/measured.csv');
    await expect(all.getByRole('link', { name: 'story.mmd' })).toHaveCount(6);
    for (const link of await all.getByRole('link').all()) {
      const address = (await link.getAttribute('href'))!;
      expect((await page.request.get(address)).status(), address).toBe(200);
    }
    const csv = await (await page.request.get('/runs/compare/database-down/measured.csv')).text();
    expect(csv.split('\r\n')[0]).toMatch(/^technique,scenario,seed,availability \[share of 1\]/);
    expect(csv.trim().split('\r\n')).toHaveLength(61);
  });

  test('a story is copied as a sequence diagram', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/compare/?scenario=b-down');
    const row = page.locator('.story-files[data-technique="async-polling"]');
    await row.scrollIntoViewIfNeeded();
    await row.getByRole('button', { name: 'Copy as Mermaid' }).click();
    await expect(row.getByRole('status')).toHaveText('Copied');
    const diagram = await page.request.get('/runs/async-polling/b-down/story.mmd');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await diagram.text());
  });

  test('the figures of the very runs on show are made into a file', async ({ page }) => {
    await page.goto('/compare/?scenario=b-down&load=20');
    const compare = page.locator('.compare');
    await expect(compare).toHaveAttribute('data-seeds', '10', { timeout: 60_000 });
    const download = page.waitForEvent('download');
    await compare.getByRole('button', { name: 'figures.csv' }).press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe('b-down-figures.csv');
    const [header, ...rows] = readFileSync(await file.path(), 'utf8').trim().split('\r\n').map((line) => line.split(','));
    expect(rows).toHaveLength(60);
    const asked = rows.filter(([technique]) => technique === 'direct-api-call').map((row) => Number(row[header!.indexOf('participants.B.arrivals')]));
    expect(Math.max(...asked)).toBeLessThan(1400);
    expect(Math.min(...asked)).toBeGreaterThan(600);
  });
});
