declare module 'subset-font' {
  type Axis = number | { min?: number; max?: number; default?: number };
  /** Keeps the glyphs that `text` needs; a number pins an axis, a span narrows it. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff2'; variationAxes?: Record<string, Axis>; noHinting?: boolean },
  ): Promise<Buffer>;
}
