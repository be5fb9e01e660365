import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { figureIn, test, watched } from './hosts.ts';

const paper = { light: 'rgb(251, 252, 251)', dark: 'rgb(14, 17, 22)' };
const step = (page: Parameters<typeof figureIn>[0], n = 0) => figureIn(page, n).locator('figure');

test('on a light blog: element, frame and picture show, and the page has no axe violation', async ({ page, openHost }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHost('light');
  await expect.poll(async () => (await watched(page)).heard).toContain('ready');
  await expect(figureIn(page).locator('body')).toHaveCSS('background-color', paper.light);
  await expect(page.frameLocator('main > iframe').locator('body')).toHaveCSS('background-color', paper.light);
  await page.getByRole('img', { name: 'Async messaging everywhere' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('img', { name: 'Async messaging everywhere' })).toHaveJSProperty('naturalWidth', 800);
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
});

test('a link in the prose moves the figure in view, and is a link when there is none', async ({ page, openHost }) => {
  await openHost('light');
  const address = page.url();
  await page.getByRole('link', { name: 'has it' }).click();
  await expect(step(page)).toHaveAttribute('data-step', '5');
  await page.getByRole('link', { name: 'asks B for the price' }).click();
  await expect(step(page)).toHaveAttribute('data-step', '2');
  expect(page.url()).toBe(address);
  await page.getByRole('link', { name: 'a broker is asked' }).click();
  await expect(page).toHaveURL(/\/techniques\/async-messaging\/\?step=2$/);
});

for (const system of ['light', 'dark'] as const) {
  test(`the element wears its host's theme and follows its switch, on a ${system} system`, async ({ page, openHost }) => {
    await page.emulateMedia({ colorScheme: system });
    await openHost('dark');
    const body = figureIn(page).locator('body');
    await expect(body).toHaveCSS('background-color', paper.light);
    await page.getByRole('button', { name: 'Dark or light' }).click();
    await expect(body).toHaveCSS('background-color', paper.dark);
    await page.getByRole('button', { name: 'Dark or light' }).click();
    await expect(body).toHaveCSS('background-color', paper.light);
  });
}

test('under a strict policy with Trusted Types the figures run, and nothing is reported', async ({ page, openHost }) => {
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await openHost('strict');
  await figureIn(page).getByRole('button', { name: 'Next step' }).click();
  await expect(step(page)).toHaveAttribute('data-step', '1');
  const frame = page.frameLocator('main > iframe');
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '1');
  expect((await watched(page)).violations).toEqual([]);
  expect(errors).toEqual([]);
});

test('in a frame that may only run scripts, the first click counts', async ({ page, openHost }) => {
  await openHost('sandboxed');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '1');
});

test('ten changes of page by innerHTML leave one frame an element and no listener behind', async ({ page, openHost }) => {
  await openHost('navigation');
  for (let change = 1; change <= 10; change++) {
    await page.getByRole('button', { name: change % 2 === 1 ? 'Second post' : 'First post' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(change % 2 === 1 ? 'Second post' : 'First post');
  }
  await expect(page.locator('between-services')).toHaveCount(1);
  await expect(page.locator('between-services iframe')).toHaveCount(1);
  expect((await watched(page)).listeners).toBe(1);
  await figureIn(page).getByRole('button', { name: 'Next step' }).click();
  await expect(step(page)).toHaveAttribute('data-step', '1');
});

test('a script that comes late moves nothing', async ({ page, openHost }) => {
  await openHost('late');
  await expect(page.getByRole('link', { name: 'Direct API call' })).toBeVisible();
  await page.getByRole('button', { name: 'Load the script' }).click();
  await expect.poll(async () => (await watched(page)).heard).toContain('ready');
  await figureIn(page).getByRole('button', { name: 'Next step' }).click();
  await expect(step(page)).toHaveAttribute('data-step', '1');
  expect((await watched(page)).shift).toBe(0);
});

test('of twenty figures at most six load at first, only those in view play, and nothing moves', async ({ page, openHost }) => {
  const loaded: string[] = [];
  page.on('request', (request) => { if (request.resourceType() === 'document' && request.url().includes('/embed/v1/')) loaded.push(request.url()); });
  await openHost('twenty');
  await expect(step(page)).toHaveAttribute('data-playing', 'true');
  expect(loaded.length).toBeLessThanOrEqual(6);
  await page.locator('between-services').nth(19).scrollIntoViewIfNeeded();
  await expect(step(page, 19)).toHaveAttribute('data-playing', 'true');
  await expect(step(page)).toHaveAttribute('data-playing', 'false');
  expect((await watched(page)).shift).toBeLessThan(0.01);
});

for (const width of [208, 272, 344, 768, 1100]) {
  test(`in a column ${width} px wide nothing is cut off and the controls are in reach`, async ({ page, openHost }) => {
    await page.setViewportSize({ width: width + 46, height: 700 });
    await openHost('sandboxed');
    await page.locator('main').evaluate((main) => { main.style.maxWidth = 'none'; });
    await page.locator('iframe').scrollIntoViewIfNeeded();
    expect(await page.locator('iframe').evaluate((frame) => frame.clientWidth)).toBe(width);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('button', { name: 'Next step' })).toBeInViewport({ ratio: 1 });
    expect(await frame.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test.describe('without JavaScript in the host', () => {
  test.use({ javaScriptEnabled: false });

  test('the element is its picture with a link, and a frame its drawing and its steps', async ({ page, openHost }) => {
    await openHost('light');
    const picture = page.getByRole('link', { name: 'Direct API call' }).getByRole('img');
    await expect(picture).toBeVisible();
    await expect(picture).toHaveJSProperty('naturalWidth', 1600);
    await expect(page.frameLocator('main > iframe').getByRole('figure')).toBeVisible();
  });
});
