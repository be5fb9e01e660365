/** The parameters of an embed's address. */
import { speeds, themes } from './messages.ts';
import type { Speed, Theme } from './messages.ts';

export const controlSets = ['full', 'min', 'none'] as const;
export type ControlSet = (typeof controlSets)[number];

export const views = ['diagram', 'sequence'] as const;
export type View = (typeof views)[number];

export interface EmbedState {
  theme: Theme;
  scenario: string;
  step: number;
  autoplay: boolean;
  speed: Speed;
  controls: ControlSet;
  view: View;
}

export const defaultState: EmbedState = {
  theme: 'auto', scenario: 'normal', step: 0, autoplay: false, speed: 1, controls: 'full', view: 'diagram',
};

/** The parameters' names, in the order snippets write them. */
export const parameterNames = ['scenario', 'step', 'view', 'theme', 'controls', 'autoplay', 'speed'] as const;
export type ParameterName = (typeof parameterNames)[number];

/**
 * Reads an embed's query. Names it does not know are ignored; of a name given twice the first counts.
 * @param stops the number of stops of each scenario the technique has
 * @returns the state, and the names whose value was bad and gave way to the default
 */
export function readParameters(search: string, stops: Record<string, number>): { state: EmbedState; bad: ParameterName[] } {
  const query = new URLSearchParams(search);
  const bad: ParameterName[] = [];
  const read = <T>(name: ParameterName, standard: T, values: (text: string) => T | undefined): T => {
    const text = query.get(name);
    if (text === null) return standard;
    const value = values(text);
    if (value === undefined) bad.push(name);
    return value ?? standard;
  };
  const one = <T extends string>(names: readonly T[]) => (text: string) => names.find((name) => name === text);
  const scenario = read('scenario', defaultState.scenario, one(Object.keys(stops)));
  const last = (stops[scenario] ?? 1) - 1;
  return {
    state: {
      scenario,
      step: read('step', defaultState.step, (text) => (/^\d{1,4}$/.test(text) && Number(text) <= last ? Number(text) : undefined)),
      view: read('view', defaultState.view, one(views)),
      theme: read('theme', defaultState.theme, one(themes)),
      controls: read('controls', defaultState.controls, one(controlSets)),
      autoplay: read('autoplay', defaultState.autoplay, (text) => (text === '1' ? true : text === '0' ? false : undefined)),
      speed: read('speed', defaultState.speed, (text) => speeds.find((value) => String(value) === text)),
    },
    bad,
  };
}

/** The query that asks for a state: only what differs from the default, in a fixed order. */
export function writeParameters(state: Partial<EmbedState>): string {
  const query = new URLSearchParams();
  for (const name of parameterNames) {
    const value = state[name];
    if (value === undefined || value === defaultState[name]) continue;
    query.set(name, value === true ? '1' : String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
