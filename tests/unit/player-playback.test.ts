import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LEAD_IN_MS, LONGEST_ADVANCE_MS, Playback, REST_MS, SLOWDOWN, speeds } from '../../src/player/playback.ts';
import { anyTrace, HOP, message, traceOf, type Way } from './player-traces.ts';

const ask: Way = ['A', 'B', 'request', 'GET /prices'];
const answer: Way = ['B', 'A', 'response', '200 OK'];
const trace = traceOf([
  message('send', 0, 1, ask), message('deliver', HOP, 1, ask),
  message('send', HOP, 2, answer), message('deliver', 2 * HOP, 2, answer),
]);
const HOP_MS = (HOP / 1000) * SLOWDOWN;

describe('the next step', () => {
  test('is said at once, and moved to at the pace of play', () => {
    const playback = new Playback(trace);
    playback.next();
    expect(playback.state).toMatchObject({ step: 1, playing: false, advancing: true });
    playback.tick(HOP_MS / 2);
    expect(playback.t).toBe(HOP / 2);
    playback.tick(HOP_MS);
    expect(playback.t).toBe(HOP);
    expect(playback.state).toMatchObject({ step: 1, advancing: false });
  });

  test('pressed on the way goes on to the one after', () => {
    const playback = new Playback(trace);
    playback.next();
    playback.tick(10);
    playback.next();
    expect([playback.t, playback.state.step]).toEqual([HOP, 2]);
  });

  test('leaves out the time in which its message has not been sent', () => {
    const late = new Playback(traceOf([message('send', 500_000, 1, ask), message('deliver', 500_000 + HOP, 1, ask)]));
    late.next();
    expect(late.t).toBe(500_000 - (LEAD_IN_MS * 1000) / SLOWDOWN);
  });

  test('takes no longer than a reader will sit through', () => {
    const slow = new Playback(traceOf([message('send', 0, 1, ask), message('deliver', 5_000_000, 1, ask)]));
    slow.next();
    slow.tick(LONGEST_ADVANCE_MS);
    expect(slow.state.advancing).toBe(false);
  });

  test('jumps under reduced motion', () => {
    const playback = new Playback(trace, { reducedMotion: true });
    playback.next();
    expect([playback.t, playback.moving]).toEqual([HOP, false]);
  });

  test('stops at the last one', () => {
    const playback = new Playback(trace);
    playback.seekStep(99);
    playback.next();
    expect(playback.state.step).toBe(2);
  });
});

describe('play', () => {
  test('runs to the end at its speed, twenty times slower than the run, and stops', () => {
    const playback = new Playback(trace, { speed: 2 });
    playback.play();
    playback.tick(HOP_MS / 2);
    expect([playback.t, playback.state.step]).toEqual([HOP, 1]);
    playback.tick(10 * HOP_MS);
    expect([playback.t, playback.state.step, playback.state.playing]).toEqual([2 * HOP, 2, false]);
  });

  test('at the end starts again', () => {
    const playback = new Playback(trace);
    playback.seekStep(2);
    playback.play();
    expect([playback.t, playback.state.step, playback.state.playing]).toEqual([0, 0, true]);
  });

  test('under reduced motion rests on each step', () => {
    const playback = new Playback(trace, { reducedMotion: true });
    playback.play();
    playback.tick(REST_MS - 1);
    expect(playback.state.step).toBe(0);
    playback.tick(1);
    expect([playback.t, playback.state.step]).toEqual([HOP, 1]);
    playback.tick(REST_MS);
    expect(playback.state).toMatchObject({ step: 2, playing: false });
  });

  test('goes on from where the reader has dragged it', () => {
    const playback = new Playback(trace);
    playback.play();
    playback.seekTime(HOP + 1);
    expect(playback.state).toMatchObject({ step: 1, playing: true });
    playback.pause();
    playback.tick(1000);
    expect(playback.t).toBe(HOP + 1);
  });
});

test('listeners hear of every change until they are gone, and the state changes only when it differs', () => {
  const playback = new Playback(trace);
  const listener = vi.fn<() => void>();
  const stop = playback.subscribe(listener);
  playback.play();
  const { state } = playback;
  playback.tick(10);
  expect(playback.state).toBe(state);
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  playback.startOver();
  expect(listener).toHaveBeenCalledTimes(2);
});

test('another run takes over at the same instant', () => {
  const playback = new Playback(trace);
  playback.seekStep(2);
  playback.load(traceOf([message('send', 0, 1, ask), message('deliver', HOP, 1, ask)]));
  expect([playback.t, playback.state.step]).toEqual([HOP, 1]);
});

describe('for any run', () => {
  test('going forward and back is where you were', () => {
    fc.assert(fc.property(anyTrace, fc.nat(), fc.boolean(), (run, from, reducedMotion) => {
      const playback = new Playback(run, { reducedMotion });
      playback.seekStep(from % playback.state.steps.length);
      const { step } = playback.state;
      const { t } = playback;
      if (step + 1 === playback.state.steps.length) return;
      playback.next();
      playback.tick(700);
      playback.previous();
      expect([playback.state.step, playback.t]).toEqual([step, t]);
    }));
  });

  test('whatever is pressed, the instant stays within the run and the step within the steps', () => {
    const press = fc.constantFrom<((playback: Playback) => void)[]>(
      (playback) => playback.next(), (playback) => playback.previous(), (playback) => playback.play(),
      (playback) => playback.pause(), (playback) => playback.startOver(), (playback) => playback.tick(900),
      (playback) => playback.seekTime(600_000), (playback) => playback.seekTime(-1),
      (playback) => playback.setSpeed(speeds[3]), (playback) => playback.setReducedMotion(true),
      (playback) => playback.setReducedMotion(false), (playback) => playback.seekStep(3),
    );
    fc.assert(fc.property(anyTrace, fc.array(press, { maxLength: 30 }), (run, presses) => {
      const playback = new Playback(run);
      for (const each of presses) {
        each(playback);
        const { step, steps: stops } = playback.state;
        expect(step >= 0 && step < stops.length).toBe(true);
        expect(playback.t >= 0 && playback.t <= run.end).toBe(true);
      }
    }));
  });
});
