/** The small script of the comparison's embed: shows one scenario at a time, the one of the address first, and speaks with the host. */
import { openHost, wear, type Acts } from './host.ts';
import { readParameters } from './parameters.ts';

const page = document.querySelector<HTMLElement>('[data-embed]')!;
const choice = page.querySelector('select')!;
const sections = [...page.querySelectorAll<HTMLElement>('[data-scenario]')];
const links = page.querySelectorAll<HTMLAnchorElement>('[data-home]');
const { state, bad } = readParameters(location.search, Object.fromEntries(sections.map(({ dataset }) => [dataset['scenario']!, 1])));

const acts: Acts = {
  hello: () => {
    say({ type: 'ready', technique: 'compare', steps: 1, version: 1 });
    say({ type: 'size', height: (JSON.parse(page.dataset['heights']!) as Record<string, number>)[state.controls]! });
  },
  play: () => {},
  pause: () => {},
  seek: () => {},
  speed: () => {},
  theme: ({ theme }) => wear(theme),
};
const say = openHost(acts);

function show(): void {
  const scenario = choice.value;
  for (const section of sections) section.classList.toggle('shown', section.dataset['scenario'] === scenario);
  for (const link of links) link.search = `?scenario=${scenario}`;
}

document.documentElement.dataset['controls'] = state.controls;
wear(state.theme);
choice.value = state.scenario;
show();
choice.addEventListener('change', show);

acts.hello({ type: 'hello' });
for (const name of bad) say({ type: 'error', code: 'bad-param', name });
