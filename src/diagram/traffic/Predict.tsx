import { breakages } from '../../player/traffic/faults.ts';
import type { Prediction } from '../../player/traffic/predict.ts';
import type { Guesses } from './useGuesses.ts';

/** Asks what will happen, before it does. */
export function Predict({ guesses, prediction }: { guesses: Guesses; prediction: Prediction }) {
  const { asking, guess } = guesses;
  return (
    <fieldset className="caption-block predict">
      <legend className="caption">{prediction.asks}</legend>
      <div className="predict-answers">
        {prediction.answers.map(({ says }, index) => (
          <button key={says} type="button" onClick={() => guess(index)}>{says}</button>
        ))}
      </div>
      <button type="button" className="link-button" onClick={() => guess(null)}>
        Run “{breakages[asking!]!.title}” without a guess
      </button>
    </fieldset>
  );
}
