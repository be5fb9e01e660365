/** Plain SVG as pixels. */
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { FilmFrame } from '../../src/pictures/film.ts';

/** Colours of a PNG; the drawings use few, and the rest goes to the edges of letters. */
const PNG_COLOURS = 96;
const GIF_COLOURS = 64;

interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

function pixels(svg: string, width: number, fontFiles: string[]): Pixels {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Archivo' },
  }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

/** A PNG of a width in pixels. */
export async function png(svg: string, width: number, fontFiles: string[]): Promise<Buffer> {
  const { data, ...size } = pixels(svg, width, fontFiles);
  return sharp(data, { raw: { ...size, channels: 4 } })
    .png({ palette: true, colours: PNG_COLOURS, dither: 0, compressionLevel: 9, effort: 10 }).toBuffer();
}

/** A GIF that plays for ever. */
export async function gif(frames: readonly FilmFrame[], width: number, fontFiles: string[]): Promise<Buffer> {
  const drawn = frames.map(({ svg }) => pixels(svg, width, fontFiles));
  const { height } = drawn[0]!;
  return sharp(Buffer.concat(drawn.map(({ data }) => data)), {
    raw: { width, height: height * drawn.length, channels: 4, pageHeight: height }, limitInputPixels: false,
  }).gif({ delay: frames.map(({ delay }) => delay), loop: 0, colours: GIF_COLOURS, dither: 0, effort: 7, interFrameMaxError: 0 }).toBuffer();
}
