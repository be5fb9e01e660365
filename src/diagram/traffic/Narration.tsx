import { breakages } from '../../player/traffic/faults.ts';
import { clock } from '../../player/traffic/outcomes.ts';
import { figuresAt, type OverTime } from '../../player/traffic/overtime.ts';
import { rightAnswers, type Prediction } from '../../player/traffic/predict.ts';
import { defaults, windowOf, type Settings } from '../../player/traffic/settings.ts';
import type { Topology } from '../../simulation/technique.ts';
import { useShown } from '../hooks.ts';
import type { Computed } from './slices.ts';
import type { Guesses } from './useGuesses.ts';

/** Figures in the sentence change this often in simulated time, in microseconds. */
const EVERY = 100_000;

/** Where the run is, in a sentence; once the fault is over, what came of the reader's guess. */
export function Narration({ over, topology, settings, guesses, computed, predictions }: {
  over: OverTime | null; topology: Topology; settings: Settings; guesses: Guesses; computed: Computed | null; predictions: Record<string, Prediction>;
}) {
  const t = useShown((frame) => frame.t, (now) => String(Math.floor(now / EVERY)));
  const { breakage } = settings;
  const window = windowOf(settings, over?.end ?? Infinity);
  const now = window && t >= window.from && t < window.to ? ` Right now ${breakages[breakage]!.while}.` : '';
  const prediction = predictions[breakage];
  const guess = guesses.made.get(breakage);
  const plain = Object.entries(defaults(topology).values).every(([name, value]) => name === 'at' || settings.values[name] === value);
  const told = prediction && computed && guess !== undefined && window && t >= window.to;
  return (
    <div className="caption-block">
      <p className="step-line"><span className="step-count">At {clock(t)} of 10 s</span></p>
      <p className="caption">{sentence(over, t)}{now}</p>
      {told && <Verdict prediction={prediction} guess={guess} computed={computed} plain={plain} />}
      {prediction && guess !== undefined && guess !== null && !told && (
        <p className="predict-note">Your guess: {lower(prediction.answers[guess]!.says)} The answer comes when the fault is over.</p>
      )}
    </div>
  );
}

/** What has come of the shoppers up to an instant. */
export function sentence(over: OverTime | null, t: number): string {
  if (t <= 0) return 'Press Play, or drag the pin. Every shopper that comes is one checkout.';
  if (!over) return 'Shoppers are on their way.';
  const { attempted, completed, failed, wrong } = figuresAt(over, t);
  const people = attempted === 1 ? 'One shopper has come' : `${attempted} shoppers have come`;
  const ill = [failed > 0 ? `${failed} have failed` : '', wrong > 0 ? `${wrong} paid a wrong price` : ''].filter(Boolean).join(', ');
  return `${people}. ${completed} ${completed === 1 ? 'checkout is' : 'checkouts are'} done${ill && `, ${ill}`}.`;
}

/** The answer, where the run is one that was asked about and ends as the question has it. */
function Verdict({ prediction, guess, computed, plain }: {
  prediction: Prediction; guess: number | null; computed: Computed; plain: boolean;
}) {
  const { asks, answers } = prediction;
  const right = answers.findIndex(({ because }) => because !== null);
  if (!plain || !rightAnswers(prediction, computed.metrics).includes(right)) {
    return guess === null ? null : <p className="predict-note">The question was about two seconds from 3 s on, with all sliders as they start. This is another run. The figures say how it ends.</p>;
  }
  const { says, because } = answers[right]!;
  const judged = guess === null ? `${asks} ` : guess === right ? 'You were right: ' : `You guessed: ${lower(answers[guess]!.says)} What happens: `;
  return (
    <p className="predict-note" role="status">
      {judged}<b>{guess === null ? says : lower(says)}</b> {because}
    </p>
  );
}

const lower = (text: string): string => (/^[AB]\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
