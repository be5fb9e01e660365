import { useId, useState } from 'react';
import { sayValue } from '../player/traffic/knobs.ts';
import { fields, readTyped, typedOf, type Field } from '../player/compared/fields.ts';
import type { Compared } from './useComparison.ts';
import { asNamed, changed, hasWindow } from '../player/compared/world.ts';

/** The world in a sentence, and behind it every setting in a field of its own. */
export function Fields({ comparison: { world, named, change } }: { comparison: Compared }) {
  const other = changed(world, named);
  const usable = fields.filter(({ set }) => set !== null || hasWindow(named));
  return (
    <details className="world">
      <summary>
        <span className="world-said">
          {usable.filter(({ name }) => told.includes(name)).map((field, i) => (
            <span key={field.name}>{i > 0 && ' · '}<span className={other.includes(field) ? 'is-changed' : undefined}>{field.label.toLowerCase()} {sayValue(field, world.values[field.name]!)}</span></span>
          ))}
          {other.filter(({ name }) => !told.includes(name)).map((field) => (
            <span key={field.name}> · <span className="is-changed">{field.label.toLowerCase()} {sayValue(field, world.values[field.name]!)}</span></span>
          ))}
        </span>
        <span className="world-change">Change the world</span>
      </summary>
      <div className="world-fields">
        {usable.map((field) => (
          <OneField key={`${field.name} ${world.values[field.name]}`} field={field} value={world.values[field.name]!} onChange={(value) => change({ ...world, values: { ...world.values, [field.name]: value } })} />
        ))}
      </div>
      <button type="button" className="link-button" disabled={other.length === 0} onClick={() => change(asNamed(world.scenario))}>All as named again</button>
    </details>
  );
}

/** What the sentence always tells. */
const told = ['load', 'at', 'for', 'patience', 'timeout', 'retries', 'poll'];

/** A setting is taken when the reader leaves its field or presses Enter; one that cannot be had changes nothing. */
function OneField({ field, value, onChange }: { field: Field; value: number; onChange: (value: number) => void }) {
  const id = useId();
  const [text, setText] = useState(typedOf(field, value));
  const read = readTyped(field, text);
  const problem = 'problem' in read ? read.problem : null;
  const take = () => {
    if ('value' in read && read.value !== value) onChange(read.value);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <span className="field-box">
        <input
          id={id} type="text" inputMode={field.none ? 'text' : 'decimal'} autoComplete="off" value={text} aria-invalid={problem !== null} aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.currentTarget.value)} onBlur={take} onKeyDown={(event) => event.key === 'Enter' && take()}
        />
        <span aria-hidden="true">{text.trim() === 'none' ? '' : field.typed}</span>
      </span>
      <span id={`${id}-note`} className="field-note" role={problem ? 'alert' : undefined}>{problem ?? <span className="unseen">{field.typed}</span>}</span>
    </div>
  );
}
