import { speeds, type Speed } from '../../player/playback.ts';
import { Buttons, PlayPause, SpeedChoice, StartOver } from '../controls/Buttons.tsx';
import type { Traffic } from './useTraffic.ts';

const trafficSpeeds: readonly Speed[] = [0.25, 1, 2, 4];

/** Play, start over and break; while one checkout is followed, its steps and the way back. */
export function TrafficControls({ id, traffic: { followed, follow, compared }, breaks }: { id: string; traffic: Traffic; breaks: () => void }) {
  if (followed) {
    const back = ({ currentTarget }: React.MouseEvent<HTMLElement>) => {
      const figure = currentTarget.closest('figure');
      const row = figure?.querySelector<HTMLElement>(`.lost[open] [data-of="${followed.followed}"]`);
      (row ?? figure)?.focus({ preventScroll: !row });
      follow(null);
    };
    return (
      <div className="fig-controls">
        <Buttons />
        <div className="traffic-back">
          <button type="button" className="link-button" onClick={back}>Back to the traffic</button>
          <SpeedChoice name={id} choices={speeds} />
        </div>
      </div>
    );
  }
  return (
    <div className="fig-controls">
      <div className="buttons">
        <StartOver />
        <PlayPause className="framed" />
        {!compared && <button type="button" className="filled" onClick={breaks}>Break it now</button>}
      </div>
      <SpeedChoice name={id} choices={trafficSpeeds} />
    </div>
  );
}
