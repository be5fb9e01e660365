import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const host = async (page: Page, frame: string) => {
  await page.route('**/a-post.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><title>A post</title><script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>${frame}`,
  }));
  await page.goto('/a-post.html');
};
const heard = (page: Page, type: string) =>
  page.evaluate((wanted) => (window as unknown as { heard: { type?: string }[] }).heard.filter((one) => one.type === wanted), type);

test('it shows the scenario of its address, another when it is chosen, and leads to the page in that state', async ({ page }) => {
  await page.goto('/embed/v1/compare/?scenario=b-down');
  await expect(page.locator('.compared:visible')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'B is down' })).toBeVisible();
  await expect(page.locator('.compared:visible tbody tr')).toHaveCount(6);
  await expect(page.locator('.compared:visible tbody tr').nth(3)).toContainText('10.9 s');
  await page.getByRole('combobox', { name: 'What goes wrong' }).selectOption('A storm of price changes');
  await expect(page.locator('.compared:visible tbody tr').nth(5)).toContainText('82.0 %');
  await expect(page.getByRole('heading', { name: 'A storm of price changes' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^All six/ })).toHaveAttribute('href', /\/compare\/\?scenario=price-storm$/);
});

test('in a sandbox it speaks the protocol: ready, size, a theme it is told, one error a bad value', async ({ page }) => {
  await host(page, '<iframe sandbox="allow-scripts" title="All six" src="/embed/v1/compare/?scenario=b-gone&step=4&theme=light" width="344" height="720"></iframe>');
  await expect.poll(() => heard(page, 'ready')).toContainEqual({ ns: 'between-services', v: 1, type: 'ready', technique: 'compare', steps: 1, version: 1 });
  await expect.poll(async () => (await heard(page, 'size')).length).toBeGreaterThan(0);
  expect((await heard(page, 'error')).map((message) => (message as { name?: string }).name)).toEqual(['scenario', 'step']);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Nothing goes wrong' })).toBeVisible();
  await page.evaluate(() => document.querySelector('iframe')!.contentWindow!.postMessage({ ns: 'between-services', v: 1, type: 'theme', theme: 'dark' }, '*'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('where a sandbox lets no script run, every scenario is there to read', async ({ page }) => {
  await host(page, '<iframe sandbox title="All six" src="/embed/v1/compare/" width="344" height="720"></iframe>');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'The broker is down' })).toBeVisible();
  await expect(frame.getByRole('combobox')).toBeHidden();
});

test('it has no axe violation in either theme, and fits columns of 208 and 768', async ({ page }) => {
  for (const [theme, width] of [['light', 208], ['dark', 768]] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`/embed/v1/compare/?scenario=b-down&theme=${theme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  }
});

test('it weighs at most 30 kB', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  let bytes = 0;
  let files = 0;
  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    files++;
  });
  await page.goto('/embed/v1/compare/?theme=light', { waitUntil: 'networkidle' });
  expect(files).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(30_000);
});

test('its pictures, its oEmbed answer and the link that leads there are served', async ({ page }) => {
  await page.goto('/compare/');
  const address = (await page.locator('link[type="application/json+oembed"]').getAttribute('href'))!;
  const answer = await (await page.request.get(new URL(address).pathname)).json() as { type: string; html: string; height: number; thumbnail_url: string };
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', height: 720 });
  expect(answer.html).toContain('/embed/v1/compare/?scenario=b-down&amp;theme=light');
  for (const path of [new URL(answer.thumbnail_url).pathname, '/embed/v1/compare/poster.svg', '/embed/v1/compare/b-down/poster.svg', '/embed/v1/compare/b-down/step-0.svg', '/embed/v1/compare/poster.png']) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
  await page.goto('/embed/v1/compare/b-down/poster.svg');
  expect(await page.evaluate(() => [document.documentElement.nodeName, document.querySelectorAll('path').length > 6])).toEqual(['svg', true]);
});
