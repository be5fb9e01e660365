/** The small script of the comparison's embed: until it wakes, the state of the address is published figures and a picture. */
import { drive, figure, page } from './drive.ts';
import { defaultState } from './parameters.ts';
import type { FigureCommand } from '../diagram/command.ts';

const slider = figure.querySelector<HTMLInputElement>('.slider')!;
const seconds = Number(slider.max) / 1000;
const mark = Number(page.dataset['mark']);
const radios = [...figure.querySelectorAll<HTMLInputElement>('.scenarios input')];
const root = document.documentElement;

/** What is told of a scenario, and the links that lead to it. */
function tell(scenario: string): void {
  for (const one of figure.querySelectorAll<HTMLElement>('.told')) one.hidden = one.dataset['of'] !== scenario;
  figure.querySelector<HTMLAnchorElement>('[data-home]')!.search = `?scenario=${scenario}`;
}

drive({
  stops: Object.fromEntries(radios.map(({ value }) => [value, seconds / mark + 1])),
  titleOf: (step) => `${step * mark} s of ${seconds} s`,
  wakes: () => false,
  first: ({ scenario, step, speed }) => [
    { type: 'scenario', scenario },
    ...(step > 0 ? [{ type: 'seek', step } satisfies FigureCommand] : []),
    ...(speed === defaultState.speed ? [] : [{ type: 'speed', speed } satisfies FigureCommand]),
  ],
  changed: () => {
    const { scenario } = figure.dataset;
    tell(scenario!);
    figure.style.removeProperty('--said');
    if (figure.dataset['drawn'] !== undefined || scenario !== root.dataset['asleep']) delete root.dataset['asleep'];
  },
  show: ({ scenario, step, theme }) => {
    if (scenario === defaultState.scenario && step === 0) return;
    tell(scenario);
    const radio = radios.find(({ value }) => value === scenario)!;
    radio.checked = true;
    radio.closest('fieldset')!.scrollLeft = radio.closest('label')!.offsetLeft - 40;
    slider.value = String(step * mark * 1000);
    for (const head of figure.querySelectorAll<HTMLElement>('.compare-pin, .compare-head')) head.style.translate = `${(100 * step * mark) / seconds}%`;
    figure.style.setProperty('--said', `"${step * mark}"`);
    for (const link of figure.querySelectorAll<HTMLAnchorElement>('.compare-strip')) link.search = `?compared=${scenario}&position=${step * mark}s`;
    const address = (picture: string) => `url("${new URL(`./${scenario}/${picture}.svg${theme === 'auto' ? '' : `#${theme}`}`, document.baseURI).href}")`;
    figure.style.setProperty('--still', address(`step-${step}`));
    figure.style.setProperty('--strips', address('strips'));
    root.dataset['asleep'] = scenario;
  },
});
