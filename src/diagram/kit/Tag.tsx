import { money } from '../../player/format.ts';
import { tagShape, tintOf } from './shapes.ts';

export interface TagProps {
  cents: number;
  version: number;
  x?: number;
  y?: number;
  height?: number;
  /** On a glyph in a queue only the version fits. */
  only?: 'version';
}

/** What a tag says, and the shape that holds it. */
export function tagOf(cents: number, version: number, height: number, only?: 'version') {
  const price = only ? '' : money(cents);
  const tint = tintOf(version);
  return { price, tint, shape: tagShape(height, tint, `${price}${only ? '' : ' '}v${version}`) };
}

/** A price tag with its top left corner at (x, y), inside an SVG. */
export function Tag({ cents, version, x = 0, y = 0, height = 24, only }: TagProps) {
  const { price, tint, shape } = tagOf(cents, version, height, only);
  return (
    <g className={`price-tag tint-${tint}`} transform={`translate(${x},${y})`}>
      <path d={shape.outline} />
      {shape.holes.map((hole) => <circle key={hole.y} cx={hole.x} cy={hole.y} r={hole.r} />)}
      {shape.text && (
        <text x={shape.text.x} y={shape.text.y} fontSize={height * 0.56}>
          {price && <tspan className="tag-price">{price} </tspan>}
          <tspan className={only ? 'tag-price' : 'tag-version'}>v{version}</tspan>
        </text>
      )}
    </g>
  );
}

/** A tag centred on a point. */
export function CentredTag({ cx, cy, ...tag }: Omit<TagProps, 'x' | 'y'> & { cx: number; cy: number }) {
  const height = tag.height ?? 24;
  const { shape } = tagOf(tag.cents, tag.version, height, tag.only);
  return <Tag {...tag} x={cx - shape.width / 2} y={cy - height / 2} />;
}

/** The outline of a price that is not there. */
export function EmptyTag({ cx, cy, height = 24 }: { cx: number; cy: number; height?: number }) {
  const { width, outline } = tagShape(height, 1, '12.50 v7');
  return <path className="tag-empty" d={outline} transform={`translate(${cx - width / 2},${cy - height / 2})`} />;
}

/** A price tag in a line of text. */
export function InlineTag({ cents, version }: { cents: number; version: number }) {
  const { shape } = tagOf(cents, version, 24);
  return (
    <span className="inline-tag">
      <svg viewBox={`-1 -1 ${shape.width + 2} 26`} width={shape.width + 2} height={26} aria-hidden="true" focusable="false">
        <Tag cents={cents} version={version} />
      </svg>
      <span className="unseen">{money(cents)}, version {version}</span>
    </span>
  );
}
