import { otherFigure, ownFigure } from '../measure/claims.ts';
import type { Claim } from '../schemas/trade-offs.ts';
import { measuredText } from './measured.ts';

/** A claim's text in pieces, `{value}` and `{other}` filled with the figures that were measured. */
export function claimParts(slug: string, { claim, measured }: Claim): { text: string; measured: boolean }[] {
  return claim.split(/(\{value\}|\{other\})/).filter(Boolean).map((piece) => {
    if (piece !== '{value}' && piece !== '{other}') return { text: piece, measured: false };
    const figure = measured && (piece === '{value}' ? ownFigure(slug, measured) : otherFigure(slug, measured));
    if (!figure) throw new Error(`content/techniques/${slug}/trade-offs.yaml: expected a figure for ${piece} of “${claim}”, but found none; say under measured which, or leave ${piece} out`);
    return { text: measuredText(figure.slug, figure.run, figure.metric).value, measured: true };
  });
}
