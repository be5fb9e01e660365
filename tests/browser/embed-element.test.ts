/** The element as the contract describes it: its frame, its attributes, methods, properties and events, its weight and its types. */
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { figureIn, test } from './hosts.ts';

interface Diagram extends HTMLElement {
  ready: Promise<void>;
  state: { playing: boolean; step: number; steps: number };
  play(): void;
  pause(): void;
  seek(step: number): void;
  next(): void;
  previous(): void;
}

/** Puts an element into a host that already has the script, and keeps what it says. */
async function place(page: Page, attributes: string): Promise<void> {
  await page.evaluate((text) => {
    const said: unknown[] = [];
    Object.assign(window, { said });
    for (const type of ['ready', 'state', 'step', 'end', 'error']) {
      document.addEventListener(`between-services-${type}`, (event) => said.push([type, (event as CustomEvent).detail]));
    }
    document.querySelector('main')!.innerHTML = `<div><between-services technique="direct-api-call" ${text}></between-services></div>`;
  }, attributes);
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: [string, Record<string, unknown>][] }).said);
const ask = <T>(page: Page, act: (element: Diagram) => T) => page.locator('between-services').evaluate(act as unknown as (element: Element) => T);

test('its frame comes late, may run scripts and open links in a new tab, and gets no more than its attributes say', async ({ page, openHost, baseURL }) => {
  await openHost('light');
  await place(page, 'label="Asking B" scenario="b-down" step="2" view="sequence" data-controls="min" speed="2" autoplay theme="dark"');
  const frame = page.locator('between-services iframe');
  const address = new URL((await frame.getAttribute('src'))!);
  expect(address.origin + address.pathname).toBe(`${baseURL}/embed/v1/direct-api-call/`);
  expect(Object.fromEntries(address.searchParams)).toEqual({ scenario: 'b-down', step: '2', view: 'sequence', controls: 'min', speed: '2', autoplay: '1', theme: 'dark' });
  await expect(frame).toHaveAttribute('title', 'Asking B');
  await expect(frame).toHaveAttribute('loading', 'lazy');
  await expect(frame).toHaveAttribute('allow', 'fullscreen');
  await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer');
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  await place(page, 'eager');
  await expect(frame).toHaveAttribute('loading', 'eager');
});

test('its methods move the figure, its properties and events say so', async ({ page, openHost }) => {
  await openHost('light');
  await place(page, 'label="Asking B" speed="2"');
  await ask(page, (element) => element.ready);
  expect(await ask(page, (element) => element.state)).toEqual({ playing: false, step: 0, steps: 9 });
  expect(await said(page)).toContainEqual(['ready', { technique: 'direct-api-call', steps: 9, version: 1 }]);
  const figure = figureIn(page).locator('figure');
  for (const [act, step] of [['next', 1], ['next', 2], ['previous', 1]] as const) {
    await page.locator('between-services').evaluate((element, name) => (element as Diagram)[name](), act);
    await expect.poll(() => ask(page, (element) => element.state)).toEqual({ playing: false, step, steps: 9 });
  }
  await ask(page, (element) => element.setAttribute('step', '7'));
  await expect(figure).toHaveAttribute('data-step', '7');
  await expect.poll(() => said(page)).toContainEqual(['step', { index: 7, id: 'normal-7', title: expect.stringMatching(/\w/) }]);
  await ask(page, (element) => element.play());
  await expect.poll(async () => (await said(page)).map(([type]) => type)).toContain('end');
  expect(await said(page)).toContainEqual(['state', { playing: true, step: 7, steps: 9 }]);
  expect(await ask(page, (element) => element.state)).toEqual({ playing: false, step: 8, steps: 9 });
  await ask(page, (element) => element.seek(0));
  await ask(page, (element) => element.play());
  await expect(figure).toHaveAttribute('data-playing', 'true');
  await ask(page, (element) => element.pause());
  await expect(figure).toHaveAttribute('data-playing', 'false');
  await ask(page, (element) => element.setAttribute('scenario', 'b-gone'));
  await expect.poll(() => said(page)).toContainEqual(['error', { code: 'bad-param', name: 'scenario' }]);
});

test('steps asked for in one breath add up, before the figure is there and after', async ({ page, openHost }) => {
  await openHost('light');
  await place(page, '');
  const stands = (step: number, steps = 9) => expect.poll(() => ask(page, (element) => element.state)).toEqual({ playing: false, step, steps });
  await ask(page, (element) => {
    element.seek(4);
    element.next();
  });
  await stands(5);
  await ask(page, (element) => {
    element.previous();
    element.previous();
    element.previous();
  });
  await stands(2);
  await ask(page, (element) => {
    element.next();
    element.next();
    element.next();
  });
  await stands(5);
  await ask(page, (element) => {
    element.seek(99);
    element.previous();
  });
  await stands(7);
  await ask(page, (element) => {
    element.setAttribute('scenario', 'b-down');
    element.seek(1);
    element.next();
  });
  await stands(2, 6);
});

test('a frame that wakes at a step says that step alone', async ({ page, openHost }) => {
  await openHost('light');
  await place(page, '');
  await ask(page, (element) => element.seek(3));
  await expect.poll(async () => (await said(page)).filter(([type]) => type !== 'ready'))
    .toEqual([['state', { playing: false, step: 3, steps: 9 }], ['step', { index: 3, id: 'normal-3', title: expect.stringMatching(/\w/) }]]);
});

test('its state is what the frame shows: a step that the run has not got is the first', async ({ page, openHost }) => {
  await openHost('light');
  await place(page, 'step="99"');
  await ask(page, (element) => element.ready);
  expect(await ask(page, (element) => element.state)).toEqual({ playing: false, step: 0, steps: 9 });
  await place(page, 'step="6"');
  await ask(page, (element) => element.ready);
  expect(await ask(page, (element) => element.state)).toEqual({ playing: false, step: 6, steps: 9 });
  await ask(page, (element) => {
    element.setAttribute('scenario', 'b-down');
    return element.ready;
  });
  expect(await ask(page, (element) => element.state)).toEqual({ playing: false, step: 0, steps: 6 });
});

test('it weighs at most 4 kB, needs no other file, and its types stand beside it', async ({ request }) => {
  const script = await (await request.get('/elements/v1.js')).text();
  expect(gzipSync(script).length).toBeLessThanOrEqual(4000);
  expect(script).not.toMatch(/\bimport\s*[({"'*\w]|innerHTML|document\.write/);
  const types = await (await request.get('/elements/v1.d.ts')).text();
  for (const name of ['ready', 'state', 'play', 'pause', 'seek', 'next', 'previous']) expect(types).toMatch(new RegExp(`\\b${name}\\b[(:]`));
  for (const event of ['ready', 'state', 'step', 'end', 'error']) expect(types).toContain(`'between-services-${event}'`);
});
