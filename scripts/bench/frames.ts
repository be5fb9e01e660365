import type { Page } from '@playwright/test';
import { atMost, rank, row, type Row } from './row.ts';
import { type Site, visit } from './site.ts';

interface Timed {
  name: string;
  /** Time on the thread, in microseconds: what other programs take from the machine is not in it. */
  tdur?: number;
  args?: { data?: { id?: number } };
}

const article = '/techniques/direct-api-call/';
/** A flood on the slowest network there is, so that more than sixty messages are under way. */
const flood = '?break=traffic-spike&at=0ms&for=5s&load=35';

/** How many times slower the CPU is that the figures are meant for. */
const SLOWER = 4;
/** Of the sixty frames a second, every so many are left to the figure: such a CPU has no time for more, with all that a browser does for each. */
const EVERY = 4;

/**
 * Script time of each animation frame while a figure plays, on a CPU slowed four times; and of the renders between frames.
 *
 * Script time is the CPU time of the callback, with the garbage that is collected and the layouts that are forced in it;
 * not the style, layout and paint after it. It is measured at full speed and multiplied. Chromium can slow a page itself,
 * but it does so by holding the thread for up to 3 ms at a time, now and then: a callback that always takes 0.5 ms of CPU
 * is then given anything from 0.5 to 7 ms, and a bar of 4 ms cannot be read from that. What such a CPU does change is
 * the time between two frames, so that is made as long: each frame then has as much to move and to change as there.
 */
export async function frames(site: Site): Promise<Row[]> {
  return [
    ...await story(site),
    ...await crowd(site, 'a shopper followed through a crowd', `${flood}&checkout=60&position=1s`, true),
    ...await crowd(site, 'a crowd as flows', `${flood}&position=1s`, false),
    ...await allSix(site),
    ...await sameWork(site),
  ];
}

async function story(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, article);
  await page.getByRole('button', { name: 'Next step' }).first().click();
  await page.locator('[data-technique][data-step="1"]').first().waitFor();
  const times = await playing(page, () => play(page, 'figure[data-technique]:not(.traffic)'));
  await close();
  return rows('a story', times);
}

async function crowd(site: Site, what: string, query: string, drawn: boolean): Promise<Row[]> {
  const { page, close } = await visit(site, article + query);
  await page.locator('figure.traffic[data-busy="false"]').waitFor();
  const times = await playing(page, () => play(page, 'figure.traffic'));
  const glyphs = await page.locator('.traffic .message:not(.off) .glyph path').evaluateAll((all) => all.map((one) => one.getAttribute('d')!).join(''));
  const count = drawn ? `, ${glyphs.split('M').length - 1} messages of others drawn` : '';
  await close();
  return rows(`${what}${count}`, times);
}

async function allSix(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, '/compare/?scenario=traffic-spike&position=18s');
  await page.locator('.compare[data-busy="false"]').waitFor();
  const times = await playing(page, () => play(page, '.compare'));
  await close();
  return rows('all six compared', times);
}

/** What this machine makes of a callback that does the same at every frame: so much of the figures' p95 is not theirs. */
async function sameWork(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, '/404.html');
  const { frames: times } = await playing(page, () => page.evaluate(() => {
    let hash = 1;
    const beat = (): void => {
      for (let i = 0; i < 30_000; i += 1) hash = Math.imul(hash ^ i, 0x85ebca6b);
      document.body.dataset['hash'] = String(hash);
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  }));
  await close();
  return [row(`For comparison, the same work in every frame: p95 of ${times.length}`, `${rank(times, 0.95).toFixed(2)} ms, median ${rank(times, 0.5).toFixed(2)} ms`)];
}

const play = (page: Page, figure: string) => page.locator(figure).getByRole('button', { name: 'Play' }).first().click();

interface Times {
  frames: number[];
  between: number[];
}

/** The script time of every frame for six seconds after something has begun to move, and of every task that a frame left for later, in milliseconds of the slower CPU. */
async function playing(page: Page, begin: () => Promise<unknown>): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  const events: Timed[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Timed[])));
  await page.evaluate((every) => {
    const next = requestAnimationFrame;
    const own: number[] = [];
    Object.assign(globalThis, { own });
    window.requestAnimationFrame = (callback) => {
      let left = every - 1;
      const wait = () => {
        left -= 1;
        if (left > 0) next(wait);
        else own.push(next(callback));
      };
      return next(wait);
    };
  }, EVERY);
  await begin();
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await page.waitForTimeout(6000);
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await ended;
  const own = new Set(await page.evaluate(() => (globalThis as unknown as { own: number[] }).own));
  const timesOf = (wanted: string) => events.filter(({ name }) => name === wanted).map((event) => ({ id: event.args?.data?.id ?? 0, time: ((event.tdur ?? 0) / 1000) * SLOWER }));
  return {
    frames: timesOf('FireAnimationFrame').filter(({ id }) => own.has(id)).map(({ time }) => time),
    between: timesOf('TimerFire').map(({ time }) => time),
  };
}

function rows(what: string, { frames: times, between }: Times): Row[] {
  const rendering = between.reduce((sum, time) => sum + time, 0);
  return [
    atMost(`Script time of a frame, CPU slowed 4 times: ${what}, p95 of ${times.length}`, rank(times, 0.95), 4, 'ms'),
    row('The same, median', `${rank(times, 0.5).toFixed(2)} ms`),
    row('Rendering what changed, between frames', `p95 ${rank(between, 0.95).toFixed(1)} ms, ${Math.round(rendering / 6)} ms a second`),
  ];
}
