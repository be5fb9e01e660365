import { expect, test, type Page } from '@playwright/test';

const snippet = (page: Page, form: string) => page.locator(`[data-form="${form}"] code`);
const choose = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true }).check();

test('a choice is in every snippet, in the preview and in the address', async ({ page }) => {
  await page.goto('/embed/');
  await choose(page, 'Technique', 'Direct API call');
  await choose(page, 'What goes wrong', 'B is down');
  await page.getByRole('combobox', { name: 'Step to open at' }).selectOption('2');
  await choose(page, 'Theme', 'Dark');
  await choose(page, 'Controls', 'Min');
  await choose(page, 'Width of its column', '272 px');
  await expect(snippet(page, 'iframe')).toContainText('/embed/v1/direct-api-call/?scenario=b-down&amp;step=2&amp;theme=dark&amp;controls=min"');
  await expect(snippet(page, 'element')).toContainText('scenario="b-down" step="2" data-controls="min" theme="dark"');
  await expect(snippet(page, 'markdown')).toContainText('/b-down/step-2.svg#dark)');
  await expect(snippet(page, 'hugo')).toContainText('title="Direct API call: B is down" scenario="b-down" step="2"');
  await expect(snippet(page, 'link')).toContainText('/techniques/direct-api-call/?scenario=b-down&step=2');
  await expect(snippet(page, 'storyboard')).toContainText('/b-down/step-0.svg');
  const preview = page.locator('.preview iframe');
  await expect(preview).toHaveAttribute('src', '/embed/v1/direct-api-call/?scenario=b-down&step=2&theme=dark&controls=min');
  await expect(preview).toHaveAttribute('width', '272');
  const { search } = new URL(page.url());
  const text = await snippet(page, 'iframe').textContent();
  await page.goto(`/embed/${search}`);
  await expect(snippet(page, 'iframe')).toHaveText(text!);
  await expect(page.getByRole('radio', { name: 'B is down' })).toBeChecked();
});

test('the comparison is a choice like a technique, with the parameters that apply to it', async ({ page }) => {
  await page.goto('/embed/?technique=direct-api-call&scenario=b-down&step=2&view=sequence');
  await choose(page, 'Technique', 'All six, one minute');
  await expect(snippet(page, 'iframe')).toContainText('/embed/v1/compare/?scenario=b-down&amp;theme=light"');
  await expect(snippet(page, 'link')).toHaveText(/\/compare\/\?scenario=b-down$/);
  await page.getByRole('combobox', { name: 'Step to open at' }).selectOption('5');
  await expect(snippet(page, 'link')).toHaveText(/\/compare\/\?scenario=b-down&position=25s$/);
  await expect(page.getByRole('group', { name: 'View', exact: true })).toBeHidden();
  await expect(page.locator('.preview iframe')).toHaveAttribute('height', '760');
  await expect(page.frameLocator('.preview iframe').getByRole('radio', { name: 'B is down' })).toBeChecked();
});

test('another technique keeps the scenario that it has too, and begins at step 0', async ({ page }) => {
  await page.goto('/embed/?technique=direct-api-call&scenario=b-hang&step=3');
  await choose(page, 'Technique', 'Shared data');
  await expect(page).toHaveURL(/\/embed\/\?technique=shared-data&scenario=b-hang$/);
  await expect(page.getByRole('combobox')).toHaveValue('0');
  await expect(page.frameLocator('.preview iframe').locator('.asleep-words')).toContainText('B hangs');
  await page.goto('/embed/?technique=async-polling&scenario=lost-202&step=3');
  await choose(page, 'Technique', 'Shared data');
  await expect(page).toHaveURL(/\/embed\/\?technique=shared-data$/);
});

test('what an address names and does not exist is said, and nothing of it is in the page', async ({ page }) => {
  await page.goto('/embed/?technique=telepathy&theme=%3Cb%3Epink&step=999&width=7');
  const notes = page.locator('.builder-notes');
  await expect(notes).toContainText('The address names a technique that there is not. Shown is Shared data.');
  await expect(notes).toContainText('a theme that there is not');
  await expect(notes).toContainText('a step that this run does not have');
  await expect(page.locator('embed-builder')).not.toContainText('pink');
  await expect(snippet(page, 'iframe')).toContainText('/embed/v1/shared-data/?theme=light"');
});

test('copying gives the snippet as it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/embed/?technique=async-polling');
  for (const form of ['iframe', 'gatsby']) {
    await page.locator(`[data-form="${form}"]`).getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll('\n', '')).toBe(await snippet(page, form).textContent());
  }
});

test('a pasted post is checked, and a finding leads to its line', async ({ page }) => {
  await page.goto('/embed/');
  const post = page.getByRole('textbox', { name: 'Your post, in Markdown' });
  await post.fill('Words.\n\n<div><between-services technique="telepathy" label="x" /></div>\nMore words.');
  await expect(page.getByText('One figure. 3 things to mend.')).toBeVisible();
  await expect(page.locator('.findings')).toContainText('there is no telepathy');
  await page.getByRole('button', { name: 'Line 3' }).first().click();
  expect(await post.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain('telepathy');
  await post.fill(`Words.\n\n${await snippet(page, 'iframe').textContent()}\n\nMore words.`);
  await expect(page.getByText('One figure. Nothing is wrong.')).toBeVisible();
});

for (const slug of ['shared-data', 'direct-api-call', 'async-polling', 'async-messaging', 'cache-with-api-updates', 'cache-with-update-events', 'compare']) {
  test(`${slug} has an oEmbed answer with all that version 1.0 asks for, to which its page leads`, async ({ page, request, baseURL }) => {
    await page.goto(slug === 'compare' ? '/compare/' : `/techniques/${slug}/`);
    const path = new URL((await page.locator('link[type="application/json+oembed"]').getAttribute('href'))!).pathname;
    const answer = await (await request.get(path)).json() as Record<string, string | number>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Between Services' });
    for (const number of ['width', 'height', 'cache_age', 'thumbnail_width', 'thumbnail_height']) expect(answer[number]).toBeGreaterThan(100);
    const [, src] = /^<iframe src="([^"]+)" title="[^"]+, animated" [^<>]*><\/iframe>$/.exec(String(answer['html']))!;
    for (const address of [src!.replaceAll('&amp;', '&'), String(answer['thumbnail_url'])]) {
      const { pathname, search } = new URL(address);
      expect((await request.get(baseURL + pathname + search)).status()).toBe(200);
    }
  });
}

test('an oEmbed answer is as its schema has it, and may be read by anyone', async ({ page, request }) => {
  await page.goto('/techniques/async-messaging/');
  const link = page.locator('link[type="application/json+oembed"]');
  const path = new URL((await link.getAttribute('href'))!).pathname;
  const response = await request.get(path);
  expect(response.headers()).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': expect.stringContaining('max-age=600') });
  const answer = await response.json() as Record<string, unknown>;
  expect(answer).toEqual({
    version: '1.0', type: 'rich', title: 'Async messaging everywhere', provider_name: 'Between Services', provider_url: expect.stringMatching(/^https?:.*\/$/),
    cache_age: 86_400, thumbnail_url: expect.stringMatching(/\/embed\/v1\/async-messaging\/poster\.png$/), thumbnail_width: 1600, thumbnail_height: 900,
    html: expect.stringMatching(/^<iframe src="[^"]+" title="[^"]+" [^<>]*><\/iframe>$/), width: 768, height: 720,
  });
  const poster = await request.get(new URL(answer['thumbnail_url'] as string).pathname);
  expect((await poster.body()).readUInt32BE(16)).toBe(1600);
  expect((await poster.body()).readUInt32BE(20)).toBe(900);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is one line for each technique and one for all six, and nothing that does not work', async ({ page }) => {
    await page.goto('/embed/');
    await expect(page.locator('.without-script pre')).toHaveCount(7);
    await expect(page.locator('.without-script pre').first()).toBeVisible();
    await expect(page.locator('embed-builder')).toBeHidden();
    await expect(page.locator('paste-check')).toBeHidden();
  });
});
