/**
 * The small script of an embed: reads the address, speaks with the host, and wakes the figure when
 * it is needed. Until then the figure is the HTML it came as.
 */
import { openHost, wear, type Acts } from './host.ts';
import { defaultState, readParameters } from './parameters.ts';
import type { FigureCommand } from '../diagram/command.ts';

const root = document.documentElement;
const page = document.querySelector<HTMLElement>('[data-embed]')!;
const island = page.querySelector<HTMLElement>('astro-island')!;
const figure = page.querySelector<HTMLElement>('figure')!;
const technique = page.dataset['embed']!;
const captions = JSON.parse(page.dataset['captions']!) as Record<string, string[]>;
const stops = Object.fromEntries(Object.entries(captions).map(([name, all]) => [name, all.length]));
const { state, bad } = readParameters(location.search, stops);
const still = matchMedia('(prefers-reduced-motion: reduce)');

let inView = false;
let wantsToPlay = state.autoplay && !still.matches;

const isAwake = () => figure.hasAttribute('data-awake');

const ready = () => say({
  type: 'ready', technique, steps: isAwake() ? Number(figure.dataset['steps']) : stops[state.scenario]!, version: 1,
});

/** The height that this figure needs with these controls, whatever the width: a frame that grows with its content would move the post. */
const size = () => say({ type: 'size', height: (JSON.parse(page.dataset['heights']!) as Record<string, number>)[state.controls]! });

const waiting: FigureCommand[] = [];

/** Tells the figure what to do, waking it first. */
function command(detail: FigureCommand): void {
  if (isAwake()) {
    figure.dispatchEvent(new CustomEvent('figure-command', { detail }));
  } else {
    waiting.push(detail);
    island.dispatchEvent(new CustomEvent('figure-wake'));
  }
}

const acts: Acts = {
  hello: () => {
    ready();
    size();
  },
  play: () => {
    wantsToPlay = true;
    rest();
  },
  pause: () => {
    wantsToPlay = false;
    if (isAwake() || waiting.length > 0) command({ type: 'pause' });
  },
  seek: ({ step }) => command({ type: 'seek', step }),
  speed: ({ speed }) => command({ type: 'speed', speed }),
  theme: ({ theme }) => wear(theme),
};

const say = openHost(acts);

/** Shows the state that the address asks for, as its picture and its caption, for as long as the figure sleeps. */
function showPicture(): void {
  if (state.scenario === defaultState.scenario && state.step === 0) return;
  const radio = figure.querySelector<HTMLInputElement>(`.scenarios [value="${state.scenario}"]`);
  if (radio) {
    radio.checked = true;
    radio.closest('fieldset')!.scrollLeft = radio.closest('label')!.offsetLeft - 40;
  }
  const last = captions[state.scenario]!.length - 1;
  const picture = new Image();
  picture.src = `./${state.scenario}/step-${state.step}.svg${state.theme === 'auto' ? '' : `#${state.theme}`}`;
  picture.alt = '';
  const words = document.createElement('p');
  words.className = 'caption';
  words.textContent = captions[state.scenario]![state.step]!;
  const count = document.createElement('p');
  count.className = 'step-line';
  count.textContent = `Step ${state.step} of ${last}`;
  const covers = [cover('.fig-stage', 'asleep-stage', picture), cover('.caption-block', 'asleep-words', count, words)];
  picture.addEventListener('error', () => covers.forEach((one) => one.remove()));
}

/** Lays something over a part of the figure, and keeps it there. */
function cover(part: string, name: string, ...content: Node[]): HTMLElement {
  const under = figure.querySelector<HTMLElement>(part)!;
  const sheet = document.createElement('div');
  sheet.className = `asleep ${name}`;
  sheet.append(...content);
  const lay = () => {
    const { offsetTop, offsetLeft, offsetWidth, offsetHeight } = under;
    sheet.style.inset = `${offsetTop}px auto auto ${offsetLeft}px`;
    sheet.style.width = `${offsetWidth}px`;
    sheet.style.height = `${offsetHeight}px`;
  };
  lay();
  new ResizeObserver(lay).observe(under);
  page.append(sheet);
  return sheet;
}

let told = '';

/** Says what has changed in the figure. */
function follow(): void {
  if (!isAwake()) {
    if (island.querySelector('[data-again]')) say({ type: 'error', code: 'load-failed' });
    return;
  }
  root.dataset['awake'] = '';
  for (const sheet of page.querySelectorAll('.asleep')) sheet.remove();
  for (const detail of waiting.splice(0)) command(detail);
  requestAnimationFrame(keepInSight);
  const { step = '0', steps = '1', playing, scenario } = figure.dataset;
  const now = [scenario, step, steps, playing].join(' ');
  if (now === told) return;
  const sameStep = told.startsWith(`${scenario} ${step} `);
  const wasPlaying = told.endsWith(' true');
  told = now;
  say({ type: 'state', playing: playing === 'true', step: Number(step), steps: Number(steps) });
  if (!sameStep) say({ type: 'step', index: Number(step), id: `${scenario}-${step}`, title: titleOf(Number(step)) });
  if (wasPlaying && playing === 'false' && Number(step) === Number(steps) - 1) say({ type: 'end' });
}

/** A sequence is longer than its place and scrolls there, by keys too: the step in hand stays in sight. */
function keepInSight(): void {
  const panel = figure.querySelector<HTMLElement>('[role=tabpanel]')!;
  const pin = panel.querySelector('.seq-pin')?.getBoundingClientRect();
  panel.tabIndex = pin ? 0 : -1;
  if (!pin) return;
  const { top, bottom } = panel.getBoundingClientRect();
  if (pin.top < top || pin.bottom > bottom) panel.scrollTop += (pin.top + pin.bottom - top - bottom) / 2;
}

const titleOf = (step: number): string => figure.querySelectorAll('.step-list li')[step]?.textContent?.slice(0, 200) ?? '';

/** Nothing moves where nobody sees it. */
function rest(): void {
  const seen = inView && !document.hidden;
  if (seen && wantsToPlay) {
    wantsToPlay = false;
    command({ type: 'play' });
  } else if (!seen && figure.dataset['playing'] === 'true') {
    wantsToPlay = true;
    command({ type: 'pause' });
  }
}

root.dataset['controls'] = state.controls;
wear(state.theme);
showPicture();
if (state.view !== defaultState.view) command({ type: 'view', view: state.view });
if (state.speed !== defaultState.speed) waiting.push({ type: 'speed', speed: state.speed });

new MutationObserver(follow).observe(island, { attributes: true, childList: true, subtree: true, attributeFilter: ['data-awake', 'data-step', 'data-steps', 'data-playing', 'data-scenario', 'data-view', 'data-again'] });
new IntersectionObserver(([entry]) => {
  inView = entry!.isIntersecting;
  rest();
}).observe(page);
document.addEventListener('visibilitychange', rest);

acts.hello({ type: 'hello' });
for (const name of bad) say({ type: 'error', code: 'bad-param', name });
