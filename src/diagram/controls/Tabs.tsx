import { memo, type KeyboardEvent } from 'react';
import type { View } from '../types.ts';
import { Steady } from './Steady.tsx';

const views: [View, string][] = [['diagram', 'Diagram'], ['sequence', 'Sequence']];

/** The two views of a run. Arrow keys move between them. */
export const Tabs = memo(({ id, view, onView }: { id: string; view: View; onView: (view: View) => void }) => {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const wanted = ({ ArrowLeft: 'diagram', Home: 'diagram', ArrowRight: 'sequence', End: 'sequence' } as Record<string, View>)[event.key];
    if (!wanted) return;
    event.preventDefault();
    event.stopPropagation();
    onView(wanted);
    document.getElementById(`${id}-tab-${wanted}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="View" tabIndex={-1} onKeyDown={move}>
      {views.map(([name, label]) => (
        <button
          key={name} type="button" role="tab" id={`${id}-tab-${name}`} aria-selected={name === view}
          aria-controls={`${id}-panel`} tabIndex={name === view ? 0 : -1} onClick={() => onView(name)}
        >
          <Steady text={label} />
        </button>
      ))}
    </div>
  );
});
Tabs.displayName = 'Tabs';
