import type { Page } from '@playwright/test';
import { atMost, rank, row, type Row } from './row.ts';
import { type Site, visit } from './site.ts';

interface Timed {
  name: string;
  /** Time on the thread, in microseconds: what other programs take from the machine is not in it. */
  tdur?: number;
}

const article = '/techniques/direct-api-call/';
/** A flood on the slowest network there is, so that far more than sixty messages are under way. */
const flood = '?break=traffic-spike&at=0ms&for=5s&load=40';

/** Script time of each animation frame while a figure plays, CPU slowed four times; and of the renders between frames. */
export async function frames(site: Site): Promise<Row[]> {
  return [
    ...await story(site),
    ...await crowd(site, 'a shopper followed through a crowd', `${flood}&checkout=60&position=1s`, '.traffic .message:not(.off)'),
    ...await crowd(site, 'a crowd as flows', `${flood}&position=1s`, null),
    ...await allSix(site),
  ];
}

async function story(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, article);
  await page.getByRole('button', { name: 'Next step' }).first().click();
  await page.locator('[data-technique][data-step="1"]').first().waitFor();
  const times = await playing(page, 'figure[data-technique]:not(.traffic)');
  await close();
  return rows('a story', times);
}

async function crowd(site: Site, what: string, query: string, drawn: string | null): Promise<Row[]> {
  const { page, close } = await visit(site, article + query);
  await page.locator('figure.traffic[data-busy="false"]').waitFor();
  const times = await playing(page, 'figure.traffic');
  const count = drawn === null ? '' : `, ${await page.locator(drawn).count()} messages drawn`;
  await close();
  return rows(`${what}${count}`, times);
}

async function allSix(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, '/compare/?scenario=traffic-spike&position=18s');
  await page.locator('.compare[data-busy="false"]').waitFor();
  const times = await playing(page, '.compare');
  await close();
  return rows('all six compared', times);
}

interface Times {
  frames: number[];
  between: number[];
}

/** The script time of every frame while a figure plays for six seconds, and of every task that a frame left for later, in milliseconds. */
async function playing(page: Page, figure: string): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const events: Timed[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Timed[])));
  await page.locator(figure).getByRole('button', { name: 'Play' }).first().click();
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await page.waitForTimeout(6000);
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await ended;
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const timesOf = (wanted: string) => events.filter(({ name }) => name === wanted).map(({ tdur = 0 }) => tdur / 1000);
  return { frames: timesOf('FireAnimationFrame'), between: timesOf('TimerFire') };
}

function rows(what: string, { frames: times, between }: Times): Row[] {
  const rendering = between.reduce((sum, time) => sum + time, 0);
  return [
    atMost(`Script time of a frame, CPU slowed 4 times: ${what}, p95 of ${times.length}`, rank(times, 0.95), 4, 'ms'),
    row('The same, median', `${rank(times, 0.5).toFixed(2)} ms`),
    row('Rendering what changed, between frames', `p95 ${rank(between, 0.95).toFixed(1)} ms, ${Math.round(rendering / 6)} ms a second`),
  ];
}
