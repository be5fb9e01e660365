import { lazy, memo, Suspense } from 'react';
import type { Topology } from '../simulation/technique.ts';
import type { Drawings } from './layout/types.ts';
import { Stage } from './stage/Stage.tsx';
import type { View } from './types.ts';

const loadSequence = () => import('./sequence/Sequence.tsx');

/** The sequence view comes when a reader first asks for it; a server renders at once and has it at hand. */
const SequenceView = import.meta.env.SSR
  ? (await loadSequence()).SequenceView
  : lazy(async () => ({ default: (await loadSequence()).SequenceView }));

/** The run in the view the reader chose. `id` sets its drawings apart from others on the page. */
export const RunView = memo(({ view, topology, drawings, id }: { view: View; topology: Topology; drawings: Drawings; id: string }) => {
  if (view === 'diagram') return <Stage topology={topology} drawings={drawings} id={id} />;
  return <Suspense><SequenceView topology={topology} /></Suspense>;
});
RunView.displayName = 'RunView';
