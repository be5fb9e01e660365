import { useStage } from './context.ts';

/** The hatching of what is down and the fading of a trail, under this drawing's prefix. */
export function Defs() {
  const { prefix } = useStage();
  return (
    <defs>
      <pattern id={`${prefix}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M3.5,0V7" />
      </pattern>
      {(['ask', 'tell', 'news'] as const).map((tone) => (
        <linearGradient key={tone} id={`${prefix}-trail-${tone}`} className={`trail-${tone}`}>
          <stop className="trail-tail" offset="0" />
          <stop className="trail-head" offset="1" />
        </linearGradient>
      ))}
    </defs>
  );
}
