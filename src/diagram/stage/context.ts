import { createContext, use } from 'react';
import type { Drawing } from '../layout/types.ts';

export interface StageSetting {
  drawing: Drawing;
  /** Before every id in this drawing's SVG. */
  prefix: string;
}

export const StageContext = createContext<StageSetting | null>(null);

/** The drawing this component stands in. */
export function useStage(): StageSetting {
  const stage = use(StageContext);
  if (!stage) throw new Error('this component stands inside a drawing');
  return stage;
}
