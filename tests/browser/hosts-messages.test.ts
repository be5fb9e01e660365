/** What a host and a frame believe of each other: forged, foreign and repeated messages. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Frame, type Page } from '@playwright/test';
import { figureIn, test } from './hosts.ts';

type Element = HTMLElement & { ready: Promise<void>; state: { playing: boolean; step: number; steps: number } };

const ready = (page: Page) => page.locator('between-services').evaluate((element) => (element as Element).ready);
const state = (page: Page) => page.locator('between-services').evaluate((element) => (element as Element).state);

/** The frame that a post has written by hand, with its script at work. */
async function plainFrame(page: Page): Promise<Frame> {
  const plain = page.locator('main > iframe');
  await plain.scrollIntoViewIfNeeded();
  await expect(page.frameLocator('main > iframe').locator(':root[data-controls=full]')).toBeAttached();
  return (await (await plain.elementHandle())!.contentFrame())!;
}

/** Watches for the last forged message, after whatever the window's own scripts make of it. */
const awaitForged = (where: Page | Frame) => where.evaluate(() => {
  const forged = new Promise<void>((done) => {
    addEventListener('message', ({ data }) => data.last && done());
  });
  Object.assign(window, { forged });
});
const forgedHasCome = (where: Page | Frame) => where.evaluate(() => (window as unknown as { forged: Promise<void> }).forged);

test('a frame of a third origin can speak for nobody', async ({ page, openHost }) => {
  const stranger = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>An advertisement</title>');
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  await openHost('light');
  await ready(page);
  const plain = await plainFrame(page);
  await page.evaluate((src) => new Promise((done) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'stranger', src });
    frame.addEventListener('load', done);
    document.body.append(frame);
  }), `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
  const told = await page.evaluateHandle(() => {
    const details: unknown[] = [];
    for (const type of ['state', 'step']) document.addEventListener(`between-services-${type}`, (event) => details.push((event as CustomEvent).detail));
    return details;
  });
  for (const where of [page, plain]) await awaitForged(where);
  const forge = { ns: 'between-services', v: 1 };
  await page.frame('stranger')!.evaluate((base) => {
    parent.postMessage({ ...base, type: 'state', playing: true, step: 3, steps: 4 }, '*');
    parent.postMessage({ ...base, type: 'step', index: 3, id: 'normal-3', title: 'Forged' }, '*');
    parent.postMessage({ ...base, type: 'size', height: 3000, last: true }, '*');
    for (let frame = 0; frame < parent.frames.length; frame++) {
      parent.frames[frame]!.postMessage({ ...base, type: 'hello' }, '*');
      parent.frames[frame]!.postMessage({ ...base, type: 'seek', step: 3 }, '*');
      parent.frames[frame]!.postMessage({ ...base, type: 'theme', theme: 'dark', last: true }, '*');
    }
  }, forge);
  for (const where of [page, plain]) await forgedHasCome(where);
  await page.evaluate(() => (document.querySelector('between-services') as HTMLElement & { seek(step: number): void }).seek(1));
  await expect(figureIn(page).locator('figure')).toHaveAttribute('data-step', '1');
  await expect.poll(() => state(page)).toEqual({ playing: false, step: 1, steps: 9 });
  await expect.poll(() => told.jsonValue()).toContainEqual(expect.objectContaining({ index: 1 }));
  expect(await told.jsonValue()).not.toContainEqual(expect.objectContaining({ steps: 4 }));
  expect(await told.jsonValue()).not.toContainEqual(expect.objectContaining({ index: 3 }));
  expect(await page.locator('between-services').evaluate((element) => element.shadowRoot!.querySelector('iframe')!.style.height)).not.toBe('3000px');
  await plain.getByRole('button', { name: 'Next step' }).click();
  await expect(plain.locator('figure')).toHaveAttribute('data-step', '1');
  await expect(plain.locator(':root')).toHaveAttribute('data-theme', 'light');
  stranger.close();
});

test('the first to say hello is the only one a frame listens to', async ({ page, openHost }) => {
  await openHost('light');
  const frame = await plainFrame(page);
  const asked = (origin: string, message: object) => frame.evaluate(([from, data]) => {
    dispatchEvent(new MessageEvent('message', { source: parent, origin: from, data: { ns: 'between-services', v: 1, ...data } }));
    return document.documentElement.dataset['theme'];
  }, [origin, message] as const);
  expect(await asked('https://blog.example', { type: 'hello' })).toBe('light');
  expect(await asked('https://other.example', { type: 'theme', theme: 'dark' })).toBe('light');
  expect(await asked('https://blog.example', { type: 'theme', theme: 'dark' })).toBe('dark');
});

test('a message that comes again changes nothing again', async ({ page, openHost }) => {
  await openHost('light');
  await ready(page);
  const heard = await page.locator('between-services').evaluate(async (element) => {
    const frame = element.shadowRoot!.querySelector('iframe')!.contentWindow!;
    const answers: unknown[] = [];
    const last = new Promise<void>((done) => {
      addEventListener('message', ({ source, data }) => {
        if (source !== frame || data.type !== 'ready') return;
        answers.push(data);
        if (answers.length === 20) done();
      });
    });
    let told = 0;
    element.addEventListener('between-services-ready', () => told++);
    for (let i = 0; i < 20; i++) frame.postMessage({ ns: 'between-services', v: 1, type: 'hello' }, '*');
    await last;
    return { same: new Set(answers.map((answer) => JSON.stringify(answer))).size, told };
  });
  expect(heard).toEqual({ same: 1, told: 0 });
  await expect(figureIn(page).locator('figure')).not.toHaveAttribute('data-awake');
});

test('an element believes its own frame alone, and of a height only what is sensible', async ({ page, openHost }) => {
  await openHost('light');
  await ready(page);
  const heights = await page.locator('between-services').evaluate((element) => {
    const frame = element.shadowRoot!.querySelector('iframe')!;
    (element as HTMLElement).style.minHeight = '0';
    const say = (height: unknown, origin: string, source: Window | null) => {
      dispatchEvent(new MessageEvent('message', { source, origin, data: { ns: 'between-services', v: 1, type: 'size', height } }));
      return frame.style.height;
    };
    const own = frame.contentWindow;
    return [
      say(500, 'null', own), say(900, 'https://evil.example', own), say(900, 'null', window), say('100%', 'null', own),
      say(1e9, 'null', own), say(1, 'null', own), say(500, 'null', own),
    ];
  });
  expect(heights).toEqual(['500px', '500px', '500px', '500px', '4000px', '80px', '500px']);
});

test('an element without a sensible technique says so and makes no frame', async ({ page, openHost }) => {
  await openHost('light');
  const detail = await page.evaluate(() => new Promise((done) => {
    document.addEventListener('between-services-error', (event) => done((event as CustomEvent).detail), { once: true });
    document.body.insertAdjacentHTML('beforeend', '<between-services id="bad" technique="../../evil?" label="x"></between-services>');
  }));
  expect(detail).toEqual({ code: 'bad-param', name: 'technique' });
  await expect(page.locator('#bad iframe')).toHaveCount(0);
});

test('a figure that is told to play out of view plays when it comes into view, unless it was told to pause', async ({ page, openHost }) => {
  await openHost('light');
  await ready(page);
  const figure = figureIn(page).locator('figure');
  const tell = (what: 'play' | 'pause') => page.locator('between-services').evaluate((element, word) => (element as HTMLElement & Record<typeof word, () => void>)[word](), what);
  const scroll = (y: number) => page.evaluate((to) => new Promise<void>((done) => {
    scrollTo(0, to);
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  }), y);
  await scroll(5000);
  await expect(page.locator('between-services')).not.toBeInViewport();
  await tell('play');
  await tell('pause');
  await scroll(0);
  await page.evaluate(() => (document.querySelector('between-services') as HTMLElement & { seek(step: number): void }).seek(1));
  await expect(figure).toHaveAttribute('data-step', '1');
  await expect(figure).toHaveAttribute('data-playing', 'false');
  await scroll(5000);
  await tell('play');
  await page.locator('between-services').evaluate((element) => new Promise<void>((done) => {
    const frame = element.shadowRoot!.querySelector('iframe')!.contentWindow!;
    addEventListener('message', ({ source, data }) => source === frame && data.type === 'ready' && done());
    frame.postMessage({ ns: 'between-services', v: 1, type: 'hello' }, '*');
  }));
  await expect(figure).toHaveAttribute('data-playing', 'false');
  await scroll(0);
  await expect(figure).toHaveAttribute('data-playing', 'true');
});
