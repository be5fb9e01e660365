import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';

let post = '';
const blog = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(post);
});
test.beforeAll(() => new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', () => resolve())));
test.afterAll(() => blog.close());

/** Opens a post on another origin, and keeps every message that its window gets. */
async function openPost(page: Page, body: string): Promise<void> {
  post = `<!doctype html><html lang="en"><title>A post</title><body style="background:#fff">
<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>${body}`;
  await page.goto(`http://127.0.0.1:${(blog.address() as AddressInfo).port}/`);
}

const heard = (page: Page, type: string) =>
  page.evaluate((wanted) => (window as unknown as { heard: { type?: string }[] }).heard.filter((one) => one.type === wanted), type);

const element = (origin: string, attributes = '') =>
  `<div style="width:344px"><between-services technique="direct-api-call" ${attributes}><a href="#">the picture</a></between-services></div>
<script type="module" src="${origin}/elements/v1.js"></script>`;

test('the element and its frame find each other, and the first click is not lost', async ({ page, baseURL }) => {
  await openPost(page, element(baseURL!));
  await page.evaluate(() => (document.querySelector('between-services') as unknown as { ready: Promise<void> }).ready);
  const frame = page.frameLocator('between-services iframe');
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '1');
  await expect.poll(() => heard(page, 'step')).toContainEqual(expect.objectContaining({ index: 1, id: 'normal-1' }));
  await page.evaluate(() => (document.querySelector('between-services') as unknown as { seek(step: number): void }).seek(4));
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '4');
});

test('a raw frame says that it is ready, and how many steps it has', async ({ page, baseURL }) => {
  await openPost(page, `<iframe title="A diagram" src="${baseURL}/embed/v1/shared-data/?theme=light" width="344" height="420"></iframe>`);
  await expect.poll(() => heard(page, 'ready')).toContainEqual(
    { ns: 'between-services', v: 1, type: 'ready', technique: 'shared-data', steps: 7, version: 1 },
  );
});

test('a bad value gets the default and one error each, and is nowhere in the page', async ({ page, baseURL }) => {
  await openPost(page, `<iframe title="A diagram" src="${baseURL}/embed/v1/direct-api-call/?step=99&theme=%3Cb%3Epink&unknown=1" width="344" height="420"></iframe>`);
  await expect.poll(async () => (await heard(page, 'error')).length).toBe(2);
  expect(await heard(page, 'error')).toEqual(expect.arrayContaining([
    expect.objectContaining({ code: 'bad-param', name: 'step' }), expect.objectContaining({ code: 'bad-param', name: 'theme' }),
  ]));
  const frame = (await (await page.locator('iframe').elementHandle())!.contentFrame())!;
  expect(await frame.content()).not.toContain('pink');
});

test('what is not of the protocol changes nothing', async ({ page, baseURL }) => {
  await openPost(page, element(baseURL!));
  const frame = page.frameLocator('between-services iframe');
  await expect.poll(async () => (await heard(page, 'ready')).length).toBeGreaterThan(0);
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect.poll(() => heard(page, 'step')).toContainEqual(expect.objectContaining({ index: 1 }));
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('between-services')!.shadowRoot!.querySelector('iframe')!;
    for (const data of [{ type: 'seek', step: 3 }, { ns: 'between-services', v: 9, type: 'seek', step: 3 }, 'seek', null]) contentWindow!.postMessage(data, '*');
    window.postMessage({ ns: 'between-services', v: 1, type: 'state', playing: true, step: 3, steps: 9 }, '*');
    contentWindow!.postMessage({ ns: 'between-services', v: 1, type: 'seek', step: 2 }, '*');
  });
  await expect(frame.locator('figure')).toHaveAttribute('data-step', '2');
  await expect.poll(() => heard(page, 'step')).toContainEqual(expect.objectContaining({ index: 2 }));
  expect(await heard(page, 'step')).not.toContainEqual(expect.objectContaining({ index: 3 }));
  expect(await page.evaluate(() => (document.querySelector('between-services') as unknown as { state: { playing: boolean } }).state.playing)).toBe(false);
});

test('a state in the address is a picture until the figure wakes, and then the state', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 900 });
  await page.goto('/embed/v1/direct-api-call/?scenario=b-hang&step=3');
  await expect(page.locator('.asleep-stage img')).toHaveJSProperty('naturalWidth', 800);
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.locator('figure')).toHaveAttribute('data-scenario', 'b-hang');
  await expect(page.locator('figure')).toHaveAttribute('data-step', '4');
  await expect(page.locator('.asleep')).toHaveCount(0);
});

test('a scenario that the figure does not offer is a picture, and runs once the figure wakes', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 600, height: 900 });
  await openPost(page, `<iframe title="A diagram" src="${baseURL}/embed/v1/shared-data/?scenario=broker-down&step=2" width="600" height="700"></iframe>`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.asleep-stage img')).toHaveJSProperty('naturalWidth', 800);
  await expect(frame.locator('.asleep-words')).toContainText('The broker is down. Step 2 of 6');
  await expect(frame.locator('.asleep-words')).toContainText('A sends the shared DB the query select price.');
  await expect(frame.locator('.scenarios :checked')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Next step' }).click();
  const figure = frame.locator('figure');
  await expect(figure).toHaveAttribute('data-step', '3');
  await expect(figure).toHaveAttribute('data-scenario', 'broker-down');
  await expect(frame.getByRole('radio', { name: 'The broker is down' })).toBeChecked();
  await expect(frame.getByRole('radio', { name: 'The broker is down' }).locator('..')).toBeInViewport({ ratio: 0.9 });
  await frame.getByRole('button', { name: 'Start over' }).click();
  await expect(figure.locator('.caption')).toHaveText('Nothing changes for this shopper: when nothing goes wrong, this run has the same messages.');
  await frame.getByRole('radio', { name: 'B is down' }).check();
  await expect(figure).toHaveAttribute('data-scenario', 'b-down');
  await expect(frame.getByRole('radio', { name: 'The broker is down' })).toBeVisible();
  expect(await heard(page, 'error')).toEqual([]);
});

test('it plays by itself when asked to, unless motion is reduced', async ({ page }) => {
  await page.goto('/embed/v1/shared-data/?autoplay=1');
  await expect(page.locator('figure')).toHaveAttribute('data-playing', 'true');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/embed/v1/shared-data/?autoplay=1&speed=2');
  await expect(page.locator('[data-embed]')).toBeVisible();
  await expect(page.locator('figure')).toHaveAttribute('data-playing', 'false');
});

test('an unknown technique gets a small page with status 404', async ({ page }) => {
  const response = await page.goto('/embed/v1/no-such-thing/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading')).toHaveText('There is no such diagram');
});

test('embeds may be framed, pages may not', async ({ request }) => {
  const embed = (await request.get('/embed/v1/direct-api-call/')).headers();
  expect(embed['content-security-policy']).toContain('frame-ancestors *');
  expect(embed['x-frame-options']).toBeUndefined();
  const page = (await request.get('/techniques/direct-api-call/')).headers();
  expect(page['content-security-policy']).toBe("frame-ancestors 'none'");
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('participants and steps can be read', async ({ page }) => {
    await page.goto('/embed/v1/async-messaging/');
    await page.getByText('Steps as text').click();
    await expect(page.locator('.step-list li')).toHaveCount(14);
    await expect(page.locator('.drawing:visible [data-participant="broker"]')).toBeVisible();
  });
});

test('opened as a page of its own it asks for nothing that is not there', async ({ page }) => {
  const missed: string[] = [];
  page.on('response', (response) => void (response.status() >= 400 && missed.push(response.url())));
  for (const slug of ['shared-data', 'compare']) {
    await page.goto(`/embed/v1/${slug}/`, { waitUntil: 'networkidle' });
    const icon = await page.locator('link[rel=icon]').getAttribute('href');
    expect((await page.request.get(icon!)).headers()['content-type']).toContain('image/svg+xml');
  }
  expect(missed).toEqual([]);
});

test('an embed that nobody touches weighs at most 30 kB', async ({ page }) => {
  const weights = new Map<string, number>();
  const client = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => weights.set(addresses.get(requestId)!, encodedDataLength));
  await page.goto('/embed/v1/cache-with-update-events/?theme=light', { waitUntil: 'networkidle' });
  const own = [...weights].filter(([address]) => !address.endsWith('/favicon.svg'));
  expect(own.length).toBeGreaterThan(2);
  expect(own.reduce((sum, [, bytes]) => sum + bytes, 0), own.map((one) => one.join(' ')).join('\n')).toBeLessThanOrEqual(30_000);
});
