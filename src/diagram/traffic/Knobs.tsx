import { useId } from 'react';
import { knobsOf, sayValue, type Knob } from '../../player/traffic/knobs.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Traffic } from './useTraffic.ts';

/** One slider with its label and its value in words. */
export function Slider({ knob, value, onChange, disabled = false }: {
  knob: Knob; value: number; onChange: (value: number) => void; disabled?: boolean;
}) {
  const id = useId();
  const words = sayValue(knob, value);
  const share = (value - knob.min) / (knob.max - knob.min);
  return (
    <div className="knob">
      <label htmlFor={id}>{knob.label}</label>
      <span aria-hidden="true">{words}</span>
      <input
        id={id} type="range" min={knob.min} max={knob.max} step={knob.step} value={value} aria-valuetext={words} disabled={disabled}
        style={{ '--share': share } as React.CSSProperties} onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

/** The world and A's policies: what the technique has a use for. */
export function Knobs({ topology, traffic: { settings, change } }: { id: string; topology: Topology; traffic: Traffic }) {
  return (
    <fieldset className="knobs">
      <legend>Change the run</legend>
      {knobsOf(topology).map((knob) => (
        <Slider
          key={knob.name} knob={knob} value={settings.values[knob.name]!}
          onChange={(value) => change({ ...settings, values: { ...settings.values, [knob.name]: value } })}
        />
      ))}
    </fieldset>
  );
}
