import { useEffect } from 'react';
import type { Playback, Speed } from '../player/playback.ts';
import type { View } from './types.ts';

/** What a page's own script may ask of a figure, by an event `figure-command` on it. */
export type FigureCommand =
  | { type: 'play' | 'pause' }
  | { type: 'seek'; step: number }
  | { type: 'speed'; speed: Speed }
  | ShowCommand;

/** What of a figure is to be shown. */
export type ShowCommand = { type: 'view'; view: View } | { type: 'scenario'; scenario: string };

/** Carries out the commands that are sent to a figure. @param show stays the same function */
export function useCommands(
  figure: React.RefObject<HTMLElement | null>, playback: Playback, show: (command: ShowCommand) => void,
): void {
  useEffect(() => {
    const element = figure.current;
    const act = (event: Event) => {
      const command = (event as CustomEvent<FigureCommand>).detail;
      if (command.type === 'seek') playback.seekStep(Math.min(command.step, playback.state.steps.length - 1));
      else if (command.type === 'speed') playback.setSpeed(command.speed);
      else if (command.type === 'view' || command.type === 'scenario') show(command);
      else playback[command.type]();
    };
    element?.addEventListener('figure-command', act);
    return () => element?.removeEventListener('figure-command', act);
  }, [figure, playback, show]);
}
