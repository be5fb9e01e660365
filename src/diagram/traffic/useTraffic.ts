import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComparedRun } from '../../player/compared/look.ts';
import { Playback } from '../../player/playback.ts';
import { steps as stepsOf, type Step } from '../../player/steps.ts';
import { lostOf, type Lost } from '../../player/traffic/outcomes.ts';
import type { OverTime } from '../../player/traffic/overtime.ts';
import { runOver } from '../../player/traffic/run-over.ts';
import { defaults, scenarioOf, type Settings } from '../../player/traffic/settings.ts';
import { simulate } from '../../simulation/simulate.ts';
import type { Technique } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import { Live } from '../live.ts';
import { Computer, type Answer, type Prepared, type Wish } from './compute.ts';
import { crowdOf } from './crowd-of.ts';
import { hireWorkers } from './hire.ts';

/** At speed 1 traffic plays this many times slower than simulated time. */
const SLOWDOWN = 10;
/** A run of the comparison, whose times are those of a real system; and one of its checkouts. */
const SLOW = { traffic: 400, checkout: 2000 };
/** Stops along the run, for the arrow keys and for reduced motion. */
const STOP = 250_000;

/** The traffic's stops: a reader steps through time, not from message to message. */
export const stopsOf = ({ end }: Trace): Step[] =>
  Array.from({ length: Math.floor(end / STOP) + 1 }, (_, index) => ({ index, t: index * STOP, kind: 'start', event: null }));

/** What is on show until the first run is there: its first moments, of which only the first instant is seen. */
function opening(technique: Technique, settings: Settings): Trace {
  const scenario = scenarioOf(technique, settings);
  return { ...simulate(technique, { ...scenario, duration: 1_000_000 }), scenario, end: scenario.duration };
}

const liveOf = (technique: Technique, slowdown: number): Live => {
  const trace = opening(technique, defaults(technique));
  const playback = new Playback(trace, { steps: stopsOf(trace), slowdown });
  return new Live(playback, { crowd: crowdOf(playback) });
};

/** The run at the start, where a server draws it. A browser keeps what was drawn and computes it away from the page. */
const drawn = (technique: Technique): OverTime | null => (import.meta.env.SSR ? runOver(technique, defaults(technique)).over : null);

const hire = hireWorkers<Wish, Answer>(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

export interface Traffic {
  settings: Settings;
  /** All of the traffic, and the one checkout that is followed through it, or null. */
  live: Live;
  followed: Live | null;
  computed: Prepared | null;
  /** Whether a run is being computed. */
  busy: boolean;
  over: OverTime | null;
  lost: Lost[];
  change(settings: Settings): void;
  /** Steps through one checkout, from an instant in milliseconds if given; null goes back to the traffic. */
  follow(checkout: number | null, position?: number): void;
  stop(): void;
  /** The run of the comparison that is on show in place of the figure's own, or null. */
  compared: ComparedRun | null;
  look(compared: ComparedRun): void;
}

/** Runs a technique's traffic: every change makes another run, computed from the start. */
export function useTraffic(technique: Technique): Traffic {
  const [settings, setSettings] = useState(() => defaults(technique));
  const [computed, setComputed] = useState<Prepared | null>(null);
  const [busy, setBusy] = useState(true);
  const [followed, setFollowed] = useState<Live | null>(null);
  const computer = useRef<Computer | null>(null);
  const [compared, setCompared] = useState<ComparedRun | null>(null);
  const [live, setLive] = useState(() => liveOf(technique, SLOWDOWN));

  useEffect(() => {
    computer.current = new Computer(technique, hire, (done) => {
      setBusy(false);
      setComputed(done);
      live.playback.load(done.trace, stopsOf(done.trace));
    });
    if (compared) computer.current.ask(compared.scenario, compared.window);
    else computer.current.ask(scenarioOf(technique, defaults(technique)));
    return () => computer.current?.stop();
  }, [technique, live, compared]);

  const look = useCallback((run: ComparedRun) => {
    const slow = liveOf(technique, SLOW.traffic);
    slow.playback.seekTime(run.position);
    setBusy(true);
    setComputed(null);
    setCompared(run);
    setLive((before) => {
      before.stop();
      return slow;
    });
  }, [technique]);

  const change = useCallback((next: Settings) => {
    setSettings(next);
    setBusy(true);
    setFollowed((one) => {
      one?.stop();
      return null;
    });
    computer.current?.ask(scenarioOf(technique, next));
  }, [technique]);

  const over = computed?.over ?? drawn(technique);
  const lost = useMemo(() => (over ? lostOf(over.outcomes) : []), [over]);

  const follow = useCallback((checkout: number | null, position?: number) => {
    live.playback.pause();
    setFollowed((before) => {
      before?.stop();
      if (checkout === null) return null;
      const { trace, speed, reducedMotion } = live.playback.state;
      const steps = stepsOf(trace, { checkout });
      if (steps.length < 2) return null;
      const playback = new Playback(trace, { steps, speed: speed === 4 ? 2 : speed, reducedMotion, ...(compared && { slowdown: SLOW.checkout }) });
      if (position !== undefined && position * 1000 > steps[0]!.t) playback.seekTime(position * 1000);
      return new Live(playback, { followed: checkout, crowd: live.crowd });
    });
  }, [live, compared]);

  const stop = useCallback(() => live.stop(), [live]);
  return { settings, live, followed, computed, busy, over, lost, change, follow, stop, compared, look };
}
