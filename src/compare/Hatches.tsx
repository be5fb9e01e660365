const lines = 'M-1 7 7-1M2 10 10 2M-4 4 4-4';

/** The hatching of a fault's window in the strips, and under `ill` that of whoever is not well. */
export function Hatches({ ill }: { ill: string }) {
  return (
    <svg className="unseen" width="0" height="0" aria-hidden="true">
      <pattern id="strip-hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d={lines} /></pattern>
      <pattern id={ill} width="6" height="6" patternUnits="userSpaceOnUse"><path className="ill-line" d={lines} /></pattern>
    </svg>
  );
}
