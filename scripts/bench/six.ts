import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../setup/run.mjs';
import { atMost, rank, type Row } from './row.ts';
import type { Site } from './site.ts';

/** All six techniques over sixty seconds of realistic traffic, for their figures, in a worker of the browser. */
export async function six(site: Site): Promise<Row[]> {
  const code = await bundled();
  const page = await site.browser.newPage();
  await page.goto('about:blank');
  const times = await page.evaluate(async (source) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    return await new Promise<number[]>((done) => worker.addEventListener('message', ({ data }) => done(data)));
  }, code);
  await page.close();
  const [first = Number.NaN, ...further] = times;
  return [
    atMost('60 s of realistic traffic, all six for their figures, in Chromium: the first seed', first / 1000, 0.8, 's'),
    { what: `The same, a further seed, median of ${further.length}`, measured: `${Math.round(rank(further, 0.5))} ms`, bar: '', met: null },
  ];
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
