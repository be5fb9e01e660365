import { useCallback, useEffect, useState } from 'react';
import { NOTHING } from '../../player/traffic/faults.ts';
import type { Prediction } from '../../player/traffic/predict.ts';
import type { Traffic } from './useTraffic.ts';

export interface Guesses {
  /** The breakage whose outcome the reader is asked to guess now, or null. */
  asking: string | null;
  /** What the reader guessed, by breakage; null: ran it without. */
  made: ReadonlyMap<string, number | null>;
  /** Chooses what goes wrong: at once, or after a guess the first time. */
  choose(breakage: string): void;
  /** Guesses, or goes on without. */
  guess(answer: number | null): void;
  /** Breaks it at the instant on show. */
  breakNow(): void;
  /** Says that a breakage has been seen, so that nobody is asked about it. */
  skip(breakage: string): void;
}

/** A run begins this long before it breaks, in microseconds. */
const LEAD = 500_000;

/** Asks before a fault is run for the first time. @param first what breaks when nothing has been chosen */
export function useGuesses({ settings, change, live, follow }: Traffic, predictions: Record<string, Prediction>, first: string): Guesses {
  const [asking, setAsking] = useState<string | null>(null);
  const [made, setMade] = useState<ReadonlyMap<string, number | null>>(new Map());

  const skip = useCallback((breakage: string) => {
    setAsking(null);
    setMade((before) => (before.has(breakage) ? before : new Map(before).set(breakage, null)));
  }, []);

  const run = (breakage: string, play: boolean) => {
    change({ ...settings, breakage });
    if (!play) return;
    live.playback.seekTime(Math.max(0, settings.values['at']! * 1000 - LEAD));
    live.playback.play();
  };

  const choose = (breakage: string) => {
    follow(null);
    if (predictions[breakage] && !made.has(breakage)) {
      live.playback.pause();
      setAsking(breakage);
      return;
    }
    setAsking(null);
    run(breakage, false);
  };

  /** Who plays, or moves in the run, has passed the question over. */
  useEffect(() => {
    if (asking === null) return undefined;
    const { playback } = live;
    const { t } = playback;
    const stop = playback.subscribe(() => {
      if (!playback.moving && playback.t === t) return;
      stop();
      skip(asking);
      change({ ...settings, breakage: asking });
    });
    return stop;
  }, [asking, live, settings, change, skip]);

  const guess = (answer: number | null) => {
    if (asking === null) return;
    setMade(new Map(made).set(asking, answer));
    setAsking(null);
    run(asking, true);
  };

  const breakNow = () => {
    const breakage = asking ?? (settings.breakage === NOTHING ? first : settings.breakage);
    const at = Math.min(9500, Math.round(live.playback.t / 10_000) * 10);
    skip(breakage);
    change({ breakage, values: { ...settings.values, at } });
  };

  return { asking, made, choose, guess, breakNow, skip };
}
