/** The small script of a technique's embed: until the figure wakes, the state of the address is a picture and a caption. */
import { drive, figure, page } from './drive.ts';
import { defaultState, type EmbedState } from './parameters.ts';
import type { FigureCommand } from '../diagram/command.ts';

const captions = JSON.parse(page.dataset['captions']!) as Record<string, string[]>;
/** What goes wrong in the scenarios that are no choice of the figure, until an address asks for one. */
const others = JSON.parse(page.dataset['others']!) as Record<string, string>;

let seen = '';
let covered: { under: HTMLElement; sheet: HTMLElement }[] = [];

drive({
  stops: Object.fromEntries(Object.entries(captions).map(([name, all]) => [name, all.length])),
  titleOf: (step) => figure.querySelectorAll('.step-list li')[step]?.textContent?.slice(0, 200) ?? '',
  wakes: ({ view }) => view !== defaultState.view,
  first: ({ view, speed }) => [
    ...(view === defaultState.view ? [] : [{ type: 'view', view } satisfies FigureCommand]),
    ...(speed === defaultState.speed ? [] : [{ type: 'speed', speed } satisfies FigureCommand]),
  ],
  changed: () => {
    uncover();
    const { scenario = '' } = figure.dataset;
    if (scenario !== seen && scenario in others) requestAnimationFrame(showChoice);
    seen = scenario;
    requestAnimationFrame(keepInSight);
  },
  show: showPicture,
});

/** Shows the state that the address asks for, as its picture and its caption, for as long as the figure sleeps. */
function showPicture(state: EmbedState, wake: () => void): void {
  if (state.scenario === defaultState.scenario && state.step === 0) return;
  const radio = figure.querySelector<HTMLInputElement>(`.scenarios [value="${state.scenario}"]`);
  if (radio) {
    radio.checked = true;
    showChoice();
  } else figure.querySelector<HTMLInputElement>('.scenarios :checked')!.checked = false;
  const last = captions[state.scenario]!.length - 1;
  const picture = new Image();
  const address = (name: string) => `./${state.scenario}/${name}-${state.step}.svg${state.theme === 'auto' ? '' : `#${state.theme}`}`;
  const narrow = Object.assign(document.createElement('source'), { media: '(width < 580px)', srcset: address('narrow') });
  const either = document.createElement('picture');
  either.append(narrow, picture);
  picture.src = address('step');
  picture.alt = '';
  const words = document.createElement('p');
  words.className = 'caption';
  words.textContent = captions[state.scenario]![state.step]!;
  const count = document.createElement('p');
  count.className = 'step-line';
  count.textContent = `${radio ? '' : `${others[state.scenario]}. `}Step ${state.step} of ${last}`;
  covered = [cover('.fig-stage', 'asleep-stage', either), cover('.caption-block', 'asleep-words', count, words)];
  picture.addEventListener('error', () => {
    uncover();
    wake();
  });
}

function uncover(): void {
  for (const { under, sheet } of covered.splice(0)) {
    under.inert = false;
    sheet.remove();
  }
}

/** The choices stand in one line that scrolls: what is chosen is in sight. */
function showChoice(): void {
  const label = figure.querySelector<HTMLElement>('.scenarios :checked')?.closest('label');
  if (label) label.closest('fieldset')!.scrollLeft = label.offsetLeft - 40;
}

/** Lays something over a part of the figure, which nobody reads or reaches then, and keeps it there. */
function cover(part: string, name: string, ...content: Node[]): (typeof covered)[number] {
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
  under.inert = true;
  return { under, sheet };
}

/** A sequence is longer than its place and scrolls there, by keys too: the step in hand stays in sight. */
function keepInSight(): void {
  const panel = figure.querySelector<HTMLElement>('[role=tabpanel]')!;
  const pin = panel.querySelector('.seq-pin')?.getBoundingClientRect();
  panel.tabIndex = pin ? 0 : -1;
  if (!pin) return;
  const { top: edge, bottom } = panel.getBoundingClientRect();
  const top = edge + panel.querySelector('.seq-heads')!.getBoundingClientRect().height;
  if (pin.top < top || pin.bottom > bottom) panel.scrollTop += (pin.top + pin.bottom - top - bottom) / 2;
}
