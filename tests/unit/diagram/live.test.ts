import { afterEach, expect, test, vi } from 'vitest';
import { Live } from '../../../src/diagram/live.ts';
import { frame } from '../../../src/player/frame.ts';
import { Playback } from '../../../src/player/playback.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { resolveScenario } from '../../../src/schemas/resolve.ts';
import { simulate } from '../../../src/simulation/simulate.ts';

const base = resolveScenario([{ where: 'a test', layer: { parameters: 'teaching' } }]);
const trace = simulate(techniques['direct-api-call']!, { ...base, workload: { ...base.workload, arrivals: 'single' } });

afterEach(() => vi.unstubAllGlobals());

/** A figure at 60 ms, and the instants it has drawn since. */
function figure() {
  const live = new Live(new Playback(trace));
  live.playback.seekTime(60_000);
  const drawn: number[] = [];
  live.onPaint(({ t }) => drawn.push(t));
  return { live, drawn };
}

test('a rehearsal draws what is to come and ends with what is there, of which nobody is told', () => {
  const { live, drawn } = figure();
  let told = 0;
  live.subscribe(() => live.frame, () => (told += 1));
  live.rehearse(30_000);
  live.rehearse(trace.end);
  expect(drawn).toEqual([90_000, 60_000, trace.end, 60_000]);
  expect(live.frame).toEqual(frame(trace, 60_000));
  expect([live.playback.t, told]).toEqual([60_000, 0]);
});

test('nothing is rehearsed while a run moves', () => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  const { live, drawn } = figure();
  live.playback.play();
  const before = drawn.length;
  live.rehearse(30_000);
  expect([live.playback.moving, drawn.length - before]).toEqual([true, 0]);
});
