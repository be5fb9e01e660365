import { join } from 'node:path';
import { build } from 'vite';
import { slowestFirst } from '../../src/compare/heavy.ts';
import { techniques } from '../../src/schemas/models.ts';
import { root } from '../setup/run.mjs';
import { atMost, rank, type Row } from './row.ts';
import type { Site } from './site.ts';

const seeds = [1, 2, 3, 4, 5, 6];
/** As many as the comparison has. */
const hands = 2;

/**
 * All six techniques over sixty seconds of realistic traffic, for their figures, in workers of the browser that share the
 * work as those of the comparison do. The first seed is timed from before the workers start, with code that has never run.
 */
export async function six(site: Site): Promise<Row[]> {
  const code = await bundled();
  const page = await site.browser.newPage();
  await page.goto('about:blank');
  const times = await page.evaluate(sharedOut, { code, slugs: slowestFirst(Object.keys(techniques)), seeds, hands });
  await page.close();
  const [first = Number.NaN, ...further] = times;
  return [
    atMost(`60 s of realistic traffic, all six for their figures, in ${hands} workers of Chromium: the first seed`, first / 1000, 0.8, 's'),
    { what: `The same, a further seed, median of ${further.length}`, measured: `${Math.round(rank(further, 0.5))} ms`, bar: '', met: null },
  ];
}

interface Shared {
  code: string;
  slugs: string[];
  seeds: number[];
  hands: number;
}

/** On the page: hands each run to whoever is free. How long each seed took after the one before, in milliseconds. */
async function sharedOut({ code, slugs: all, seeds: wanted, hands: many }: Shared): Promise<number[]> {
  const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const from = performance.now();
  const jobs = wanted.flatMap((seed) => all.map((slug) => ({ slug, seed })));
  const left = new Map(wanted.map((seed) => [seed, all.length]));
  const ends: number[] = [];
  await new Promise<void>((done) => {
    for (let hand = 0; hand < many; hand += 1) {
      const worker = new Worker(script);
      const next = () => {
        const job = jobs.shift();
        if (job) worker.postMessage(job, { transfer: [] });
      };
      worker.addEventListener('message', ({ data: seed }: MessageEvent<number>) => {
        left.set(seed, left.get(seed)! - 1);
        if (left.get(seed) === 0) ends.push(performance.now() - from);
        if (ends.length === wanted.length) done();
        next();
      });
      next();
    }
  });
  return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

/** The six and what they need, as one script. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error',
    build: { write: false, rolldownOptions: { input: join(root, 'scripts', 'bench', 'six-worker.ts'), output: { format: 'iife' } } },
  });
  const [chunk] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The bundle of the six techniques is empty.');
  return chunk.code;
}
