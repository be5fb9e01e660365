import { useEffect } from 'react';
import type { Playback, Speed } from '../player/playback.ts';
import type { View } from './types.ts';

/** What a page's own script may ask of a figure, by an event `figure-command` on it. */
export type FigureCommand =
  | { type: 'play' | 'pause' }
  | { type: 'seek'; step: number }
  | { type: 'speed'; speed: Speed }
  | { type: 'view'; view: View };

/** Carries out the commands that are sent to a figure. */
export function useCommands(
  figure: React.RefObject<HTMLElement | null>, playback: Playback, setView: (view: View) => void,
): void {
  useEffect(() => {
    const element = figure.current;
    const act = (event: Event) => {
      const command = (event as CustomEvent<FigureCommand>).detail;
      if (command.type === 'seek') playback.seekStep(Math.min(command.step, playback.state.steps.length - 1));
      else if (command.type === 'speed') playback.setSpeed(command.speed);
      else if (command.type === 'view') setView(command.view);
      else playback[command.type]();
    };
    element?.addEventListener('figure-command', act);
    return () => element?.removeEventListener('figure-command', act);
  }, [figure, playback, setView]);
}
