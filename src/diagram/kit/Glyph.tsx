import type { MessageKind } from '../../simulation/scenario.ts';
import { glyphShapes, tintOf } from './shapes.ts';

export interface GlyphProps {
  kind: MessageKind;
  x?: number;
  y?: number;
  /** Side of its box. */
  size?: number;
  /** Direction of travel in degrees; only directed shapes turn. */
  angle?: number;
  /** The version of the price an answer carries. */
  version?: number | null;
  className?: string;
}

/** The classes that give a glyph its colour, by kind, and its fill, by what it carries. */
export const glyphClass = (kind: MessageKind, version: number | null): string =>
  `glyph glyph-${kind} ${glyphShapes[kind].fill}${version !== null && glyphShapes[kind].fill === 'hollow' ? ` carries tint-${tintOf(version)}` : ''}`;

/** A message's shape, inside an SVG. */
export function Glyph({ kind, x = 0, y = 0, size = 24, angle = 0, version = null, className = '' }: GlyphProps) {
  const { d, directed } = glyphShapes[kind];
  const turn = directed && angle !== 0 ? ` rotate(${angle})` : '';
  return (
    <g transform={`translate(${x},${y})${turn} scale(${size / 24})`} className={`${glyphClass(kind, version)} ${className}`}>
      <path d={d} />
    </g>
  );
}

/** A red cross, for what did not arrive. */
export function Cross({ x = 0, y = 0, size = 16, className = '' }: { x?: number; y?: number; size?: number; className?: string }) {
  const r = size / 2;
  return <path className={`cross ${className}`} transform={`translate(${x},${y})`} d={`M${-r},${-r}L${r},${r}M${r},${-r}L${-r},${r}`} />;
}
