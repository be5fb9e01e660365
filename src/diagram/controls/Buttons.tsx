import { speeds, type Speed } from '../../player/playback.ts';
import { useLive, usePlaybackPart } from '../hooks.ts';

const icons = {
  start: 'M3,2.5V13.5M13,2.5L5.5,8L13,13.5Z',
  previous: 'M12,2.5L4.5,8L12,13.5Z',
  play: 'M4,2.5L13,8L4,13.5Z',
  pause: 'M4.5,3V13M11.5,3V13',
};

/** A small picture on a button. */
function Icon({ d, name }: { d: string; name: string }) {
  return <svg className={`button-icon icon-${name}`} viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" focusable="false"><path d={d} /></svg>;
}

export function StartOver() {
  const { playback } = useLive();
  return <button type="button" className="plain" onClick={() => playback.startOver()}><Icon d={icons.start} name="start" /><span>Start over</span></button>;
}

/** Plays, or pauses what plays. */
export function PlayPause({ className }: { className: 'framed' | 'filled' }) {
  const { playback } = useLive();
  const playing = usePlaybackPart('playing');
  return (
    <button type="button" className={className} onClick={() => (playing ? playback.pause() : playback.play())}>
      <Icon d={playing ? icons.pause : icons.play} name={playing ? 'pause' : 'play'} /><span>{playing ? 'Pause' : 'Play'}</span>
    </button>
  );
}

/** Start over, back, play, on. */
export function Buttons() {
  const { playback } = useLive();
  return (
    <div className="buttons">
      <StartOver />
      <button type="button" className="plain" onClick={() => playback.previous()}>
        <Icon d={icons.previous} name="previous" /><span>Previous step</span>
      </button>
      <PlayPause className="framed" />
      <button type="button" className="filled" onClick={() => playback.next()}>
        Next step<Icon d={icons.play} name="play" />
      </button>
    </div>
  );
}

const fractions: Record<Speed, string> = { 0.25: '¼', 0.5: '½', 1: '1', 2: '2', 4: '4' };

/** How fast the run plays. */
export function SpeedChoice({ name, choices = speeds }: { name: string; choices?: readonly Speed[] }) {
  const { playback } = useLive();
  const speed = usePlaybackPart('speed');
  return (
    <fieldset className="choice speed">
      <legend>Speed</legend>
      {choices.map((one) => (
        <label key={one}>
          <input
            type="radio" name={`${name}-speed`} value={one} checked={one === speed} aria-label={String(one)}
            onChange={() => playback.setSpeed(one)}
          />
          <span>{fractions[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
