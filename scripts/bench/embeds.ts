import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { root } from '../setup/run.mjs';
import { others } from './other-embeds.ts';
import { atMost, type Row } from './row.ts';
import type { Site } from './site.ts';

interface Timed {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time on the thread, in microseconds: what other programs take from the machine is not in it. */
  tdur?: number;
  args: { name?: string; data?: { url?: string }; fileName?: string };
}

interface Cost {
  /** Milliseconds. */
  script: number;
  /** Milliseconds, script and all other work of pages. */
  thread: number;
  /** Milliseconds. */
  longest: number;
  /** After brotli, each address once. */
  bytes: number;
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
const scriptEvents = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule']);

/** What figures in somebody else's page cost: one and twenty, untouched and woken; and the element beside its like. */
export async function embeds(site: Site): Promise<Row[]> {
  const host = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const page = readFileSync(join(root, 'tests', 'hosts', 'pages', 'twenty.html'), 'utf8');
    const single = singles[request.url ?? ''];
    const one = `<!doctype html><iframe src="${site.origin}/embed/v1/${single}/?theme=light" width="768" height="640"></iframe>`;
    response.end(single ? one : page.replaceAll('http://localhost:4321', site.origin).replaceAll(' autoplay="1"', ''));
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  try {
    const [one, oneAwake] = await costs(site, `${origin}/one`, wakeAll);
    const [six] = await costs(site, `${origin}/six`, async () => undefined);
    const [twenty, twentyAwake] = await costs(site, `${origin}/twenty`, wakeAll);
    const element = gzipSync(readFileSync(join(root, 'dist', 'elements', 'v1.js'))).length;
    return [
      ...untouched('An embed untouched', one),
      ...untouched('The comparison as an embed, untouched', six),
      told('An embed woken', oneAwake),
      told('Twenty embeds on a page, nobody has scrolled', twenty),
      told('Twenty embeds, all woken', twentyAwake),
      atMost('The element, gzip', element / 1000, 4, 'kB'),
      ...await others(),
      atMost('The largest animated SVG, gzip', largestAnimation() / 1000, 10, 'kB'),
    ];
  } finally {
    host.closeAllConnections();
    host.close();
  }
}

/** Pages with one embed, and what they embed. */
const singles: Record<string, string> = { '/one': 'direct-api-call', '/six': 'compare' };

const untouched = (what: string, { bytes, script, longest }: Cost): Row[] => [
  atMost(`${what}, all of it, brotli`, bytes / 1000, 30, 'kB'),
  atMost(`${what}, script time`, script, 15, 'ms'),
  atMost(`${what}, longest task`, longest, 50, 'ms'),
];

const told = (what: string, { bytes, script, thread }: Cost): Row => ({
  what, bar: '', met: null,
  measured: `${(bytes / 1000).toFixed(0)} kB in all, script ${script.toFixed(0)} ms, main thread ${thread.toFixed(0)} ms`,
});

/** The cost of a page until it rests, and of what `act` then does. */
async function costs(site: Site, address: string, act: (page: Page) => Promise<void>): Promise<[before: Cost, after: Cost]> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(site.origin) || sizes.has(url)) return;
    const plain = /font|image\/(?!svg)/.test(response.headers()['content-type'] ?? '');
    sizes.set(url, response.body().then((body) => (plain ? body : brotliCompressSync(body)).length, () => 0));
  });
  const session = await context.newCDPSession(page);
  const weigh = async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  const before = await traced(session, site.origin, () => open(page, address));
  const first = await weigh();
  const after = await traced(session, site.origin, () => act(page));
  const all = await weigh();
  await context.close();
  return [{ ...before, bytes: first }, { ...after, bytes: all }];
}

/** Opens a page and gives the frames that load at first the time to rest. Asking them would run scripts of Playwright's in them. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForTimeout(4000);
}

async function wakeAll(page: Page): Promise<void> {
  const frames = await page.locator('iframe').all();
  for (const frame of frames) {
    await frame.scrollIntoViewIfNeeded();
    const figure = frame.contentFrame();
    await figure.getByRole('button', { name: 'Next step' }).click();
    await figure.locator('figure[data-step="1"]').waitFor();
  }
}

/** The work of every page's main thread while something happens; of scripts those of one origin. */
async function traced(session: CDPSession, origin: string, happen: () => Promise<unknown>): Promise<Omit<Cost, 'bytes'>> {
  const events: Timed[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as Timed[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } });
  await happen();
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid} ${tid}`));
  const tasks = own.filter(({ name }) => name === 'RunTask').map(({ tdur = 0 }) => tdur / 1000);
  return { script: outermost(own.filter(({ name, args: { data, fileName } }) => scriptEvents.has(name) && (data?.url ?? fileName ?? '').startsWith(origin))), thread: total(tasks), longest: Math.max(0, ...tasks) };
}

/** The time of events in milliseconds, without those that lie within another. */
function outermost(events: Timed[]): number {
  const ends = new Map<string, number>();
  let sum = 0;
  for (const { pid, tid, ts, dur = 0, tdur = 0 } of events.toSorted((a, b) => a.ts - b.ts)) {
    const thread = `${pid} ${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    sum += tdur / 1000;
  }
  return sum;
}

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

function largestAnimation(): number {
  const folder = join(root, 'dist', 'embed', 'v1');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('animated.svg'));
  return Math.max(...files.map((file) => gzipSync(readFileSync(join(folder, file))).length));
}
