import { atMost, rank, type Row } from './row.ts';
import { type Site, visit } from './site.ts';

interface Timed {
  name: string;
  /** Time on the thread, in microseconds: what other programs take from the machine is not in it. */
  tdur?: number;
}

/** Script time of each animation frame while a story plays for ten seconds, CPU slowed four times. */
export async function frames(site: Site): Promise<Row[]> {
  const { page, close } = await visit(site, '/techniques/direct-api-call/');
  await page.getByRole('button', { name: 'Next step' }).first().click();
  await page.locator('[data-technique][data-step="1"]').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const events: Timed[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Timed[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await page.getByRole('button', { name: 'Play' }).first().click();
  await page.waitForTimeout(10_000);
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await ended;
  await close();
  const times = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ tdur = 0 }) => tdur / 1000);
  return [
    atMost(`Script time of a frame of a story, CPU slowed 4 times, p95 of ${times.length}`, rank(times, 0.95), 4, 'ms'),
    { what: 'The same, median', measured: `${rank(times, 0.5).toFixed(2)} ms`, bar: '', met: null },
  ];
}
