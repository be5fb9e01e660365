import type { Named } from '../player/compared/world.ts';
import type { StoryCaptions } from '../player/captions.ts';
import type { Prediction } from '../player/traffic/predict.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { LineMap } from './lines.ts';

export type View = 'diagram' | 'sequence';

/** One choice of what goes wrong: the run's scenario, resolved, and its captions. */
export interface FigureScenario extends StoryCaptions {
  name: string;
  title: string;
  /** The picture beside it, as scenario files name it. */
  icon: string;
  scenario: Scenario;
  /** Set where the run has the same messages when nothing goes wrong. */
  unchanged?: true;
}

/** The stories of a technique's figures. */
export interface FigureRuns {
  /** In the order of the choices, the default first. */
  scenarios: Omit<FigureScenario, 'shared'>[];
  /** The other named scenarios, which no author tells of: their captions are what comes to pass. */
  others: FigureScenario[];
  /** The captions that all its scenarios share. */
  shared: FigureScenario['shared'];
  /** Which line of the printed model runs at which message. */
  lines: LineMap;
}

/** What the traffic of a technique needs beside its model. */
export interface TrafficRuns {
  /** What a reader may guess before a breakage of the traffic is run, by its name; what breaks first of all leads. */
  predictions: Record<string, Prediction>;
  /** The scenarios of the comparison, of which a reader may open an instant here. */
  compared: (Named & { title: string })[];
}

/** What a page gives a figure. All of it is data, so that it can travel from server to browser. */
export interface FigureProps {
  /** The slug of the technique whose model runs. */
  technique: string;
  /** "Figure 1"; without it the figure has a title alone. */
  number?: number;
  title: string;
  initial?: { scenario?: string; step?: number; view?: View };
  /** One scenario and no choice. */
  only?: boolean;
  /** In an embed: the address of the technique's page, to which the title leads. */
  home?: string;
}
