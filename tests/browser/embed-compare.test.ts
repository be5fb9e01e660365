/** The comparison in somebody else's page: asleep, woken, told what to do, where less is allowed. */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './hosts.ts';

const figure = (page: Page | FrameLocator) => page.locator('figure');

interface Heard {
  type: string;
  [field: string]: unknown;
}

/** Puts the embed into a post of another origin, and keeps what its window is told. */
async function embed(page: Page, site: string, query: string, { sandbox, height = 760 }: { sandbox?: string; height?: number } = {}): Promise<FrameLocator> {
  await page.evaluate(([src, allowed, high]) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
    const frame = Object.assign(document.createElement('iframe'), { width: 344, height: high, title: 'All six' });
    if (allowed !== undefined) frame.setAttribute('sandbox', allowed);
    frame.src = src;
    document.querySelector('main')!.replaceChildren(frame);
  }, [`${site}/embed/v1/compare/${query}`, sandbox, height] as const);
  return page.frameLocator('main > iframe');
}

const heard = (page: Page, type: string) =>
  page.evaluate((wanted) => (window as unknown as { heard: Heard[] }).heard.filter((one) => one.type === wanted), type);
const tell = (page: Page, message: object) => page.evaluate((told) => {
  document.querySelector('iframe')!.contentWindow!.postMessage({ ns: 'between-services', v: 1, ...told }, '*');
}, message);

test('asleep it shows the state of its address: strips, figures, the instant, the diagrams as a picture, links that lead there', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.setViewportSize({ width: 768, height: 760 });
  await page.goto('/embed/v1/compare/?scenario=b-down&step=5', { waitUntil: 'networkidle' });
  await expect(page.locator(':root')).toHaveAttribute('data-asleep', 'b-down');
  await expect(figure(page)).not.toHaveAttribute('data-awake');
  expect(scripts.filter((address) => /Embedded|client|moving/.test(address))).toEqual([]);
  await expect(page.getByRole('radio', { name: 'B is down' })).toBeChecked();
  await expect(page.locator('[data-slug="async-messaging"] dl:visible')).toContainText('10.9 s');
  await expect(page.getByText('Every connection to it is refused')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveValue('25000');
  const stills = (part: string) => page.locator(`${part} > .embedded-still`).evaluateAll((all) => all.map((one) => /[^/]+\/[^/]+$/.exec(getComputedStyle(one).backgroundImage)![0]));
  expect(await stills('.embedded-small')).toEqual(Array.from({ length: 6 }, () => 'b-down/step-5.svg")'));
  expect(await stills('.compare-strip')).toEqual(Array.from({ length: 6 }, () => 'b-down/strips.svg")'));
  await expect(page.locator('.small:visible, .strip:visible')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^All six/ })).toHaveAttribute('href', /\/compare\/\?scenario=b-down$/);
  await expect(page.getByRole('link', { name: 'Open Direct API call' })).toHaveAttribute('href', /\/direct-api-call\/\?compared=b-down&position=25s#traffic$/);
});

test('the first press of Play wakes it in its state, is not lost, and moves nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of [208, 344, 768, 1100]) {
    await page.setViewportSize({ width, height: 760 });
    await page.goto('/embed/v1/compare/?scenario=b-down&step=5');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(figure(page)).toHaveAttribute('data-scenario', 'b-down');
    await expect(figure(page)).toHaveAttribute('data-drawn', '');
    await expect(figure(page)).toHaveAttribute('data-step', /^([6-9]|1\d)$/);
    await expect(page.locator('.embedded-row[data-fresh] .small:visible')).toHaveCount(6);
    await expect(page.locator(':root')).not.toHaveAttribute('data-asleep');
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), `${width} px`).toBe(0);
  }
});

test('the first key, the first choice of what goes wrong and the first move of the slider are not lost', async ({ page }) => {
  await page.goto('/embed/v1/compare/');
  await page.getByRole('button', { name: 'Start over' }).press('ArrowRight');
  await expect(figure(page)).toHaveAttribute('data-step', '1');

  await page.goto('/embed/v1/compare/?scenario=b-down&step=5');
  await page.getByText('B hangs').click();
  await expect(figure(page)).toHaveAttribute('data-scenario', 'b-hang');
  await expect(page.getByRole('radio', { name: 'B hangs' })).toBeChecked();
  await expect(page.getByText('takes every question and answers none')).toBeVisible();

  await page.goto('/embed/v1/compare/');
  await page.getByRole('slider').fill('30000');
  await expect(figure(page)).toHaveAttribute('data-step', '6');
  await expect(page.getByRole('slider')).toHaveValue('30000');
});

test('the small diagrams of a woken embed show what the comparison’s page shows at that instant', async ({ page }) => {
  const said = () => page.locator('.small').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await page.goto('/compare/?scenario=b-slow&position=25s');
  await expect(page.locator('.compare')).toHaveAttribute('data-seeds', /^[1-9]/, { timeout: 60_000 });
  const wanted = await said();
  expect(wanted.join()).toContain('slow');
  await page.goto('/embed/v1/compare/?scenario=b-slow&step=5');
  await page.getByRole('button', { name: 'Start over' }).focus();
  await expect(figure(page)).toHaveAttribute('data-drawn', '');
  await expect.poll(said).toEqual(wanted);
});

test('in a sandbox it does what its host says, and says what it does', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  const frame = await embed(page, baseURL!, '?scenario=b-down&theme=light', { sandbox: 'allow-scripts' });
  await expect.poll(() => heard(page, 'ready')).toContainEqual({ ns: 'between-services', v: 1, type: 'ready', technique: 'compare', steps: 13, version: 1 });
  expect(await heard(page, 'size')).toContainEqual({ ns: 'between-services', v: 1, type: 'size', height: 760 });
  await tell(page, { type: 'hello' });
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(2);

  await tell(page, { type: 'seek', step: 5 });
  await expect.poll(() => heard(page, 'step')).toContainEqual(expect.objectContaining({ index: 5, id: 'b-down-5', title: '25 s of 60 s' }));
  await expect(figure(frame)).toHaveAttribute('data-drawn', '');
  await expect(frame.locator('[data-slug="async-messaging"] .small')).toHaveAttribute('aria-label', /212 shoppers wait, B: down, .*533 in GetPrice/);

  await tell(page, { type: 'speed', speed: 2 });
  await expect(frame.getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await tell(page, { type: 'theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await tell(page, { type: 'play' });
  await expect.poll(() => heard(page, 'state')).toContainEqual(expect.objectContaining({ playing: true, step: 5, steps: 13 }));
  await tell(page, { type: 'pause' });
  await expect(figure(frame)).toHaveAttribute('data-playing', 'false');

  await tell(page, { type: 'seek', step: 99 });
  await expect(figure(frame)).toHaveAttribute('data-step', '12');
  await tell(page, { type: 'seek', step: 11 });
  await tell(page, { type: 'play' });
  await expect.poll(async () => (await heard(page, 'end')).length).toBe(1);
  await expect(figure(frame)).toHaveAttribute('data-playing', 'false');
});

test('where there is no worker the page computes', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { Worker: undefined }));
  await page.goto('/embed/v1/compare/?scenario=b-down&step=5');
  await page.getByRole('button', { name: 'Start over' }).focus();
  await expect(figure(page)).toHaveAttribute('data-drawn', '');
});

test('a bad value gets the default and one error, and what does not apply to it is passed over', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  const frame = await embed(page, baseURL!, '?scenario=b-gone&step=13&speed=3&view=sequence&controls=min&question=1');
  await expect.poll(async () => (await heard(page, 'error')).map(({ name }) => name)).toEqual(['scenario', 'step', 'speed']);
  await expect(frame.getByRole('radio', { name: 'Nothing goes wrong', includeHidden: true })).toBeChecked();
  await expect(frame.getByRole('group', { name: 'What goes wrong' })).toBeHidden();
  await expect(frame.locator(':root')).not.toHaveAttribute('data-asleep');
  await expect(figure(frame)).not.toHaveAttribute('data-awake');
});

test('it plays by itself where that is asked for, rests out of view and in a hidden tab, and goes on', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  await page.evaluate(() => document.body.style.setProperty('min-height', '9000px'));
  const frame = await embed(page, baseURL!, '?autoplay=1&speed=0.25');
  await page.locator('main > iframe').scrollIntoViewIfNeeded();
  await expect(figure(frame)).toHaveAttribute('data-playing', 'true');
  await page.evaluate(() => scrollTo(0, 6000));
  await expect(figure(frame)).toHaveAttribute('data-playing', 'false');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(figure(frame)).toHaveAttribute('data-playing', 'true');
  const inside = (await (await page.locator('main > iframe').elementHandle())!.contentFrame())!;
  const hide = (hidden: boolean) => inside.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await hide(true);
  await expect(figure(frame)).toHaveAttribute('data-playing', 'false');
  await hide(false);
  await expect(figure(frame)).toHaveAttribute('data-playing', 'true');
});

test('with reduced motion autoplay waits, and Play goes from mark to mark', async ({ page }) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/embed/v1/compare/?autoplay=1');
  await expect(figure(page)).not.toHaveAttribute('data-awake');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(figure(page)).toHaveAttribute('data-playing', 'true');
  await page.clock.runFor(2700);
  await expect(figure(page)).toHaveAttribute('data-step', '1');
  await expect(page.getByRole('slider')).toHaveValue('5000');
});

test('a figure that cannot be loaded leaves its picture, tells the host, and the second try counts the first click', async ({ page, openHost, baseURL }) => {
  await openHost('late');
  const frame = await embed(page, baseURL!, '?scenario=b-down&step=5');
  await expect(frame.locator(':root[data-asleep]')).toBeAttached();
  const broken = (url: URL) => /\/_astro\/.*\.js$/.test(url.pathname);
  await page.route(broken, (route) => route.abort());
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(frame.getByRole('alert')).toContainText('The figure could not be loaded.');
  await expect.poll(() => heard(page, 'error')).toContainEqual({ ns: 'between-services', v: 1, type: 'error', code: 'load-failed' });
  await expect(frame.locator(':root')).toHaveAttribute('data-asleep', 'b-down');
  await page.unroute(broken);
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(figure(frame)).toHaveAttribute('data-scenario', 'b-down');
});

for (const [where, sandbox] of [['a sandbox lets no script run', ''], ['the reader has switched scripts off', undefined]] as const) {
  test.describe(() => {
    test.use({ javaScriptEnabled: sandbox !== undefined });

    test(`where ${where}, six diagrams and the figures of every scenario are there to read`, async ({ page, openHost, baseURL }) => {
      let frame: Page | FrameLocator = page;
      if (sandbox === undefined) await page.goto('/embed/v1/compare/');
      else {
        await openHost('late');
        frame = await embed(page, baseURL!, '', { sandbox });
      }
      await expect(frame.getByRole('img', { name: /^Direct API call: / })).toBeVisible();
      await expect(frame.locator('.strip:visible')).toHaveCount(6);
      await expect(frame.getByRole('heading', { name: 'The broker is down' })).toBeVisible();
      await expect(frame.locator('.compared').filter({ hasText: 'B is down' }).getByRole('row').nth(4)).toContainText('10.9 s');
      await expect(frame.getByRole('slider')).toBeHidden();
      await expect(frame.getByRole('group', { name: 'What goes wrong' })).toBeHidden();
      await expect(frame.getByRole('button', { name: 'Play' })).toBeHidden();
    });
  });
}

for (const [controls, height, widths] of [
  ['full', 760, [208, 272, 344, 768, 1100]], ['min', 720, [208, 344, 768]], ['none', 650, [344, 1100]],
] as const) {
  test(`with controls=${controls} it fits the frame that the snippets bring, at any width, asleep and awake`, async ({ page }) => {
    const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await page.goto(`/embed/v1/compare/?scenario=b-slow&step=5&controls=${controls}`);
      await expect(page.locator(':root[data-asleep]')).toBeAttached();
      expect(await size()).toEqual([width, height]);
      await expect(page.locator('.embedded-row').last()).toBeInViewport({ ratio: 1 });
    }
    await figure(page).focus();
    await expect(figure(page)).toHaveAttribute('data-drawn', '');
    for (const width of widths.toReversed()) {
      await page.setViewportSize({ width, height });
      expect(await size()).toEqual([width, height]);
      if (width < 300) continue;
      const letters = await page.locator('.small .small-note:visible, .small .small-rate:visible').evaluateAll((all) => all.filter(({ textContent }) => textContent !== '')
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * ((one as SVGTextElement).getScreenCTM()?.a ?? 0)));
      expect(letters.length).toBeGreaterThan(0);
      expect(Math.min(...letters), `${width} px`).toBeGreaterThanOrEqual(8);
    }
  });
}

for (const [theme, width] of [['light', 344], ['dark', 768]] as const) {
  test(`it has no axe violation asleep, in a state and awake: ${theme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await page.goto(`/embed/v1/compare/?theme=${theme}`);
    expect(await violations(page)).toEqual([]);
    await page.goto(`/embed/v1/compare/?theme=${theme}&scenario=b-down&step=5`);
    await expect(page.locator(':root[data-asleep]')).toBeAttached();
    expect(await violations(page)).toEqual([]);
    await figure(page).focus();
    await expect(figure(page)).toHaveAttribute('data-drawn', '');
    expect(await violations(page)).toEqual([]);
  });
}

test('untouched it weighs at most 30 kB, of it 5 kB of script', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = { Script: 0, all: 0 };
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!kinds.has(requestId)) return;
    bytes.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') bytes.Script += encodedDataLength;
  });
  await page.goto('/embed/v1/compare/?theme=light', { waitUntil: 'networkidle' });
  expect(bytes.Script).toBeGreaterThan(500);
  expect(bytes.Script).toBeLessThanOrEqual(5000);
  expect(bytes.all).toBeLessThanOrEqual(30_000);
});

test('its pictures, its oEmbed answer and the link that leads there are served', async ({ page }) => {
  await page.goto('/compare/');
  const address = (await page.locator('link[type="application/json+oembed"]').getAttribute('href'))!;
  const answer = await (await page.request.get(new URL(address).pathname)).json() as { type: string; html: string; height: number; thumbnail_url: string };
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', height: 760 });
  expect(answer.html).toContain('/embed/v1/compare/?scenario=b-down&amp;theme=light');
  const files = ['poster.svg', 'poster.png', 'animated.svg', 'b-down/poster.svg', 'b-down/animated.svg', 'b-down/strips.svg', 'b-down/step-0.svg', 'b-down/step-12.svg'];
  for (const path of [new URL(answer.thumbnail_url).pathname, ...files.map((file) => `/embed/v1/compare/${file}`)]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
});

test('its animation fills the strips as time passes, and stands at the end where motion is reduced', async ({ page }) => {
  await page.goto('/embed/v1/compare/b-down/animated.svg');
  const seek = (at: number) => page.evaluate((ms) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = ms;
    }
    const left = document.querySelector('.veil')!.getBoundingClientRect().left;
    return { left: Math.round(left), clock: [...document.querySelectorAll('.clock')].filter((one) => getComputedStyle(one).opacity === '1').map(({ textContent }) => textContent) };
  }, at);
  expect(await seek(0)).toEqual({ left: 212, clock: ['0 s'] });
  expect(await seek(6500)).toEqual({ left: 407, clock: ['30 s'] });
  expect((await seek(14_000)).clock).toEqual(['60 s']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(() => [document.getAnimations().length, document.querySelector('.veil')!.getBoundingClientRect().width])).toEqual([0, 0]);
});
