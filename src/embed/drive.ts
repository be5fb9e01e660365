/** What the small script of every embed does: it reads the address, speaks with the host, and wakes the figure when it is needed. */
import { openHost, wear, type Acts } from './host.ts';
import type { FromEmbed } from './messages.ts';
import { readParameters, type EmbedState } from './parameters.ts';
import type { FigureCommand } from '../diagram/command.ts';

/** What the script of one kind of embed brings along. */
export interface Kind {
  /** The number of stops of each scenario. */
  stops: Record<string, number>;
  /** What a step is called. */
  titleOf(step: number): string;
  /** At each change of a figure that is awake, before the host is told. */
  changed(): void;
  /** What the figure is asked for when it wakes, before anything else. */
  first(state: EmbedState): FigureCommand[];
  /** Whether `first` is worth waking the figure for. */
  wakes(state: EmbedState): boolean;
  /** Shows the state of the address for as long as the figure sleeps, which `wake` ends. */
  show(state: EmbedState, wake: () => void): void;
}

export const page = document.querySelector<HTMLElement>('[data-embed]')!;
export const figure = page.querySelector<HTMLElement>('figure')!;
export const isAwake = (): boolean => figure.hasAttribute('data-awake');

/** Lets an embed run. */
export function drive({ stops, titleOf, changed, first, wakes, show }: Kind): void {
  const root = document.documentElement;
  const island = page.querySelector<HTMLElement>('astro-island')!;
  const { state, bad } = readParameters(location.search, stops);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const waiting = first(state);
  let inView = false;
  let wantsToPlay = state.autoplay && !still.matches;
  let asked = wakes(state);
  let told = '';

  const wakeUp = () => {
    asked = true;
    island.dispatchEvent(new CustomEvent('figure-wake'));
  };
  /** Tells the figure what to do, waking it first. */
  const command = (detail: FigureCommand) => {
    if (isAwake()) {
      figure.dispatchEvent(new CustomEvent('figure-command', { detail }));
    } else {
      waiting.push(detail);
      wakeUp();
    }
  };

  const acts: Acts = {
    hello: () => {
      say({ type: 'ready', technique: page.dataset['embed']!, steps: isAwake() ? Number(figure.dataset['steps']) : stops[state.scenario]!, version: 1 });
      say({ type: 'size', height: (JSON.parse(page.dataset['heights']!) as Record<string, number>)[state.controls]! });
    },
    play: () => {
      wantsToPlay = true;
      rest();
    },
    pause: () => {
      wantsToPlay = false;
      if (isAwake() || asked) command({ type: 'pause' });
    },
    seek: ({ step }) => command({ type: 'seek', step }),
    speed: ({ speed }) => command({ type: 'speed', speed }),
    theme: ({ theme }) => wear(theme),
  };
  const say: (message: FromEmbed) => void = openHost(acts);

  /** Nothing moves where nobody sees it. */
  const rest = () => {
    const seen = inView && !document.hidden;
    if (seen && wantsToPlay) {
      wantsToPlay = false;
      command({ type: 'play' });
    } else if (!seen && figure.dataset['playing'] === 'true') {
      wantsToPlay = true;
      command({ type: 'pause' });
    }
  };

  /** Says what has changed in the figure. */
  const follow = () => {
    if (!isAwake()) {
      if (island.querySelector('[data-again]')) say({ type: 'error', code: 'load-failed' });
      return;
    }
    root.dataset['awake'] = '';
    if (waiting.length > 0) {
      for (const detail of waiting.splice(0)) command(detail);
      setTimeout(follow);
      return;
    }
    changed();
    const { step = '0', steps = '1', playing, scenario } = figure.dataset;
    const now = [scenario, step, steps, playing].join(' ');
    if (now === told) return;
    const sameStep = told.startsWith(`${scenario} ${step} `);
    const wasPlaying = told.endsWith(' true');
    told = now;
    say({ type: 'state', playing: playing === 'true', step: Number(step), steps: Number(steps) });
    if (!sameStep) say({ type: 'step', index: Number(step), id: `${scenario}-${step}`, title: titleOf(Number(step)) });
    if (wasPlaying && playing === 'false' && Number(step) === Number(steps) - 1) say({ type: 'end' });
  };

  root.dataset['controls'] = state.controls;
  wear(state.theme);
  show(state, wakeUp);
  stand(island, { scenario: state.scenario, step: String(state.step), steps: String(stops[state.scenario]) });
  if (asked) wakeUp();
  new MutationObserver(follow).observe(island, {
    attributes: true, childList: true, subtree: true,
    attributeFilter: ['data-awake', 'data-drawn', 'data-step', 'data-steps', 'data-playing', 'data-scenario', 'data-view', 'data-again'],
  });
  new IntersectionObserver(([entry]) => {
    inView = entry!.isIntersecting;
    rest();
  }).observe(page);
  document.addEventListener('visibilitychange', rest);
  acts.hello({ type: 'hello' });
  for (const name of bad) say({ type: 'error', code: 'bad-param', name });
}

/** Lets a sleeping figure say what is shown; a figure that wakes must find itself as it was drawn. */
function stand(island: HTMLElement, shown: Record<string, string>): void {
  const { scenario, step, steps } = figure.dataset;
  const look = () => {
    if (!isAwake()) Object.assign(figure.dataset, island.hasAttribute('aria-busy') ? { scenario, step, steps } : shown);
  };
  new MutationObserver(look).observe(island, { attributeFilter: ['aria-busy'] });
  look();
}
