/** What an address asks of a frame: nonsense, controls, view, theme. */
import { expect, type Page } from '@playwright/test';
import * as fc from 'fast-check';
import { controlSets, parameterNames } from '../../src/embed/parameters.ts';
import { test } from './hosts.ts';

const marker = 'zq7';
const known: readonly string[] = parameterNames;
const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('<script>alert(1)</script>', '" onload="x', '%E0%A4%A', '%00', '1e9', '-1', '__proto__', 'b-down'));
const value = fc.tuple(junk, junk).map(([before, after]) => before + marker + after);
const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constantFrom('x', '__proto__', 'toString', 'Step', 'secret', '<b>') });
const addresses = fc.sample(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 }), { numRuns: 100, seed: 1 })
  .map((pairs, index) => ({
    names: [...new Set(pairs.map(([key]) => key))].filter((key) => known.includes(key)).toSorted(),
    query: pairs.map(([key, text]) => `${key}=${index % 2 === 0 ? encodeURIComponent(text.toWellFormed()) : text.toWellFormed().replace(/[#&+\n\r\t]/g, '')}`).join('&'),
  }));

test('a hundred addresses of nonsense: no exception, no echo, the default state, one error for each bad value', async ({ page, openHost, baseURL }) => {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await openHost('late');
  for (let first = 0; first < addresses.length; first += 10) {
    const some = addresses.slice(first, first + 10);
    const heard = await page.evaluate(([site, queries]) => {
      document.body.replaceChildren();
      return Promise.all(queries.map((query) => new Promise<{ steps: unknown; bad: string[] }>((done) => {
        const bad: string[] = [];
        let steps: unknown = null;
        const frame = document.createElement('iframe');
        addEventListener('message', function listen({ source, data }) {
          if (source !== frame.contentWindow) return;
          if (data.type === 'error') bad.push(data.name);
          if (data.type !== 'ready') return;
          if (steps !== null) {
            removeEventListener('message', listen);
            done({ steps, bad: bad.toSorted() });
            return;
          }
          steps = data.steps;
          frame.contentWindow!.postMessage({ ns: 'between-services', v: 1, type: 'hello' }, '*');
        });
        frame.src = `${site}/embed/v1/direct-api-call/?${query}`;
        document.body.append(frame);
      })));
    }, [baseURL!, some.map(({ query }) => query)] as const);
    expect(heard).toEqual(some.map(({ names }) => ({ steps: 9, bad: names })));
    for (const frame of page.frames().slice(1)) {
      const { html, data, figure, covered } = await frame.evaluate(() => ({
        html: document.documentElement.outerHTML,
        data: { ...document.documentElement.dataset },
        figure: { ...document.querySelector('figure')!.dataset },
        covered: document.querySelectorAll('.asleep').length,
      }));
      expect(html).not.toContain(marker);
      expect(data).toEqual({ controls: 'full' });
      expect(figure).toMatchObject({ scenario: 'normal', step: '0', view: 'diagram', playing: 'false' });
      expect(figure).not.toHaveProperty('awake');
      expect(covered).toBe(0);
    }
  }
  expect(thrown).toEqual([]);
});

const shown = {
  full: { 'Next step': true, 'Speed': true, 'Position in the run': true, 'What goes wrong': true, 'Sequence': true },
  min: { 'Next step': true, 'Speed': false, 'Position in the run': true, 'What goes wrong': false, 'Sequence': false },
  none: { 'Next step': false, 'Speed': false, 'Position in the run': false, 'What goes wrong': false, 'Sequence': false },
};
for (const controls of controlSets) {
  test(`with controls=${controls} a figure has the controls that the guide names, and its title and caption`, async ({ page }) => {
    await page.setViewportSize({ width: 344, height: 620 });
    await page.goto(`/embed/v1/direct-api-call/?controls=${controls}`);
    const found = {
      'Next step': await page.getByRole('button', { name: 'Next step' }).isVisible(),
      'Speed': await page.getByRole('group', { name: 'Speed' }).isVisible(),
      'Position in the run': await page.getByRole('slider').isVisible(),
      'What goes wrong': await page.getByRole('group', { name: 'What goes wrong' }).isVisible(),
      'Sequence': await page.getByRole('tab', { name: 'Sequence' }).isVisible(),
    };
    expect(found).toEqual(shown[controls]);
    await expect(page.getByRole('link', { name: 'Direct API call' })).toBeVisible();
    await expect(page.locator('.caption')).toBeInViewport({ ratio: 1 });
  });
}

test('view=sequence shows the sequence at a size that can be read, with the step in hand in sight', async ({ page }) => {
  await page.setViewportSize({ width: 344, height: 640 });
  await page.goto('/embed/v1/async-polling/?view=sequence&step=14');
  await expect(page.locator('.sequence:visible')).toBeVisible();
  await expect(page.locator('.seq-pin')).toBeInViewport({ ratio: 0.5 });
  expect(await page.locator('[role=tabpanel]').evaluate((panel) => panel.scrollTop)).toBeGreaterThan(100);
  for (const head of await page.locator('.seq-heads .service, .seq-heads text').all()) await expect(head).toBeInViewport({ ratio: 0.9 });
  expect(await page.locator('.sequence').evaluate((drawing) => drawing.getBoundingClientRect().width / 320)).toBeGreaterThanOrEqual(0.8);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.locator('.seq-pin')).toBeInViewport({ ratio: 0.5 });
});

test('a state in the address is marked in the choices and told in words before the figure wakes', async ({ page }) => {
  await page.setViewportSize({ width: 344, height: 620 });
  await page.goto('/embed/v1/direct-api-call/?scenario=b-down&step=2');
  await expect(page.getByRole('radio', { name: 'B is down' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'B is down' }).locator('..')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.asleep-words')).toContainText('Step 2 of');
  await expect(page.locator('.asleep-words')).toContainText('The connection is refused.');
});

/** Every text that assistive technology is given. */
async function readAloud(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  return nodes.filter(({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox')
    .filter(({ role }) => role?.value !== 'paragraph').map((node) => String(node.name?.value ?? ''));
}

test('a sleeping figure says one state, that of its address, and its controls stay', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 900 });
  const figure = page.locator('figure');
  for (const act of [
    () => page.getByRole('button', { name: 'Next step' }).press('Enter'),
    () => page.getByRole('button', { name: 'Next step' }).click(),
    async () => {
      await page.locator('.asleep-stage').click({ force: true });
      await expect(figure).toHaveAttribute('data-awake', '');
      await figure.press('ArrowRight');
    },
  ]) {
    await page.goto('/embed/v1/direct-api-call/?scenario=b-down&step=4');
    for (const [key, said] of [['scenario', 'b-down'], ['step', '4'], ['steps', '6']] as const) await expect(figure).toHaveAttribute(`data-${key}`, said);
    const read = await readAloud(page);
    expect(read.filter((text) => /^Step \d+ of \d+/.test(text))).toEqual(['Step 4 of 5']);
    for (const text of ['Next step', 'Play', 'B is down']) expect(read).toContain(text);
    await expect(figure).not.toHaveAttribute('data-awake');
    await act();
    await expect(figure).toHaveAttribute('data-step', '5');
    await expect(figure).toHaveAttribute('data-scenario', 'b-down');
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Step 5 of 5/);
  }
});

test('the ordinary run, chosen in a figure that sleeps in another, is what it shows', async ({ page }) => {
  await page.goto('/embed/v1/direct-api-call/?scenario=b-down&step=4');
  await page.getByText('Nothing', { exact: true }).click();
  const figure = page.locator('figure');
  await expect(figure).toHaveAttribute('data-awake', '');
  await expect(figure).toHaveAttribute('data-steps', '9');
  await expect(figure).toHaveAttribute('data-scenario', 'normal');
  await expect(page.getByRole('radio', { name: 'Nothing' })).toBeChecked();
});

for (const slug of ['direct-api-call', 'cache-with-update-events', 'compare']) {
  test(`in a frame 420 px high, as a snippet written by hand has it, ${slug} can still be used`, async ({ page }) => {
    for (const width of [344, 768]) {
      await page.setViewportSize({ width, height: 420 });
      await page.goto(`/embed/v1/${slug}/?theme=light`);
      const play = page.getByRole('button', { name: 'Play' });
      await expect(play).toBeInViewport({ ratio: 1 });
      await play.click();
      await expect(page.locator('figure')).toHaveAttribute('data-playing', 'true');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const last = page.locator(slug === 'compare' ? '.embedded-row' : '.drawing:visible [data-participant]').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport({ ratio: 0.9 });
    }
  });
}

for (const width of [208, 272, 344]) {
  test(`at ${width} px a state in the address is the picture of the narrowest drawing, its smallest words at least 8 pixels high`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/embed/v1/direct-api-call/?scenario=b-hang&step=3');
    const picture = page.locator('.asleep-stage img');
    await expect(picture).toHaveJSProperty('naturalWidth', 320);
    await expect(picture).toHaveJSProperty('currentSrc', new URL('/embed/v1/direct-api-call/b-hang/narrow-3.svg', page.url()).href);
    const scale = await picture.evaluate((image: HTMLImageElement) => Math.min(image.clientWidth / image.naturalWidth, image.clientHeight / image.naturalHeight));
    expect(12.5 * scale).toBeGreaterThanOrEqual(8);
    await page.setViewportSize({ width: 600, height: 640 });
    await expect(picture).toHaveJSProperty('naturalWidth', 800);
  });
}

test('theme=auto follows the reader’s system, theme=light and dark do not', async ({ page, openHost, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHost('late');
  for (const [theme, paper] of [['auto', 'rgb(14, 17, 22)'], ['light', 'rgb(251, 252, 251)'], ['dark', 'rgb(14, 17, 22)']] as const) {
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src });
      document.body.replaceChildren(frame);
    }, `${baseURL}/embed/v1/direct-api-call/?theme=${theme}`);
    await expect(page.frameLocator('iframe').locator('body')).toHaveCSS('background-color', paper);
  }
});
