import { expect } from '@playwright/test';
import { violations } from './axe.ts';
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
  expect(await violations(page, { everyOrigin: true })).toEqual([]);
});

test('a link in the prose moves the figure in view, and is a link when there is none', async ({ page, openHost }) => {
  await openHost('light');
  const address = page.url();
  await page.getByRole('link', { name: 'has it' }).press('Enter');
  await expect(step(page)).toHaveAttribute('data-step', '5');
  await page.getByRole('link', { name: 'asks B for the price' }).press('Enter');
  await expect(step(page)).toHaveAttribute('data-step', '2');
  expect(page.url()).toBe(address);
  await page.getByRole('link', { name: 'a broker is asked' }).press('Enter');
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
  expect((await watched(page)).heard).toContain('ready');
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
    const frames = await page.locator('between-services').evaluateAll((all) => all.map((one) => one.shadowRoot!.querySelectorAll('iframe').length));
    expect(frames).toEqual(change % 2 === 1 ? [1, 1] : [1]);
  }
  await expect(page.locator('between-services')).toHaveCount(1);
  await expect(page.locator('between-services iframe')).toHaveCount(1);
  const { listeners, themes } = await watched(page);
  expect({ listeners, themes }).toEqual({ listeners: 1, themes: 2 });
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

test('without the line of CSS an element takes the height that its figure needs', async ({ page, openHost }) => {
  await openHost('light');
  await page.addStyleTag({ content: 'between-services { min-height: 0 !important; }' });
  const frame = page.locator('between-services iframe');
  await expect(frame).toHaveCSS('height', '640px');
  await page.locator('between-services').evaluate((element) => element.setAttribute('technique', 'cache-with-update-events'));
  await expect(frame).toHaveCSS('height', '790px');
  await page.locator('between-services').evaluate((element) => element.setAttribute('data-controls', 'none'));
  await expect(frame).toHaveCSS('height', '590px');
});

test('of twenty figures at most six load at first, only those in view play, and nothing moves', async ({ page, openHost }) => {
  const loaded: string[] = [];
  page.on('request', (request) => { if (request.resourceType() === 'document' && request.url().includes('/embed/v1/')) loaded.push(request.url()); });
  await openHost('twenty');
  await expect(step(page)).toHaveAttribute('data-playing', 'true');
  expect(loaded.length).toBeLessThanOrEqual(6);
  for (const frame of await page.locator('between-services').all()) {
    const { bottom, top } = await frame.evaluate((element) => element.getBoundingClientRect());
    if (top < 720 && bottom > 0) continue;
    for (const figure of await frame.frameLocator('iframe').locator('figure').all()) await expect(figure).toHaveAttribute('data-playing', 'false');
  }
  await page.locator('between-services').nth(19).scrollIntoViewIfNeeded();
  await expect(step(page, 19)).toHaveAttribute('data-playing', 'true');
  await expect(step(page)).toHaveAttribute('data-playing', 'false');
  expect((await watched(page)).shift).toBeLessThan(0.01);
});

const snippetHeights = {
  'shared-data': 640, 'direct-api-call': 640, 'async-polling': 670, 'async-messaging': 720, 'cache-with-api-updates': 730, 'cache-with-update-events': 790,
};
for (const width of [208, 272, 344, 768, 1100]) {
  test(`in a column ${width} px wide nothing is cut, words are legible and the controls are in reach`, async ({ page, openHost }) => {
    await page.setViewportSize({ width: width + 46, height: 900 });
    await openHost('sandboxed');
    await page.locator('main').evaluate((main) => { main.style.maxWidth = 'none'; });
    const frame = page.frameLocator('iframe');
    for (const [slug, height] of Object.entries(snippetHeights)) {
      for (const low of [false, true]) {
        await page.locator('iframe').evaluate((old, [name, pixels]) => {
          const next = old.cloneNode() as HTMLIFrameElement;
          next.src = next.src.replace(/v1\/[^/]+/, `v1/${name}`);
          next.height = pixels;
          old.replaceWith(next);
        }, [slug, String(low ? 420 : height)] as const);
        await page.locator('iframe').scrollIntoViewIfNeeded();
        expect(await page.locator('iframe').evaluate((one) => one.clientWidth)).toBe(width);
        await expect(frame.getByRole('button', { name: 'Next step' })).toBeInViewport({ ratio: 1 });
        await expect(frame.locator('.caption')).toBeInViewport({ ratio: 1 });
        const found = await frame.locator('.drawing:visible').evaluate((drawing) => {
          const { left, right, top, bottom } = drawing.firstElementChild!.getBoundingClientRect();
          const panel = drawing.closest('[role=tabpanel]')!.getBoundingClientRect();
          const below = document.querySelector('.fig-stage')!.getBoundingClientRect().bottom - document.querySelector<HTMLElement>('.score')!.offsetHeight;
          const root = document.documentElement;
          return {
            slug: document.querySelector<HTMLElement>('[data-embed]')!.dataset['embed'],
            inside: left >= panel.left - 1 && right <= panel.right + 1 && top >= panel.top - 1 && bottom <= Math.min(panel.bottom, below) + 1,
            scale: (right - left) / (drawing.firstElementChild as HTMLElement).offsetWidth,
            wide: root.scrollWidth <= root.clientWidth, high: root.scrollHeight <= root.clientHeight,
          };
        });
        expect(found).toMatchObject({ slug, inside: true, wide: true, ...(low ? {} : { high: true }) });
        if (!low) expect(found.scale).toBeGreaterThanOrEqual(width === 208 ? 0.64 : 0.8);
      }
    }
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
