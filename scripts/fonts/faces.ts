/** A file to write, the package it is cut from, and what of it is kept. */
export interface Cut {
  from: string;
  file: string;
  to: string;
  axes: Record<string, number | { min: number; max: number }>;
  text: string;
}

/** A family of the site, and what stands in for it until it has come. */
export interface Face extends Cut {
  family: string;
  /** What it is for: the name of its stack in the styles, `--face-prose` and so on. */
  voice: string;
  /** The last resort of that stack. */
  last: string;
  /**
   * What happens when it comes late. `optional`, with a preload: it is there for the first paint, or not on this page,
   * because lines that break elsewhere would shift. `swap`: its letters are as wide as its stand-in's.
   */
  late: 'optional' | 'swap';
  /** The weights a page may ask for: the first has the regular stand-in, the second the bold one. */
  weights: number[];
  standIn: keyof typeof standIns;
}

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** Latin letters, digits, punctuation and signs: in every face. */
export const characters = `${ascii}\u00A0“”‘’–—…·×±−¼½¾µ€°éèöüäç`;

/** What English prose is made of: the mean width of a letter is measured on it. */
export const sample = 'A shopper presses Buy. Service A must know the price before it can write the order, and the price '
  + 'belongs to service B. How A gets it decides what the shopper feels when B is slow, full or down: a wait, an error, '
  + 'or a price that was true a moment ago. Each technique moves that cost to another place and another hour.';

/** Fonts that systems have, by name and weight, with the mean width of a letter of the sample in ems. */
export const standIns = {
  serif: [
    { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.4007 },
    { names: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'], width: 0.4255 },
  ],
  sans: [
    { names: ['Arial', 'Liberation Sans', 'Arimo'], width: 0.4431 },
    { names: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], width: 0.4766 },
  ],
  mono: [{ names: ['Courier New', 'Liberation Mono', 'Cousine'], width: 0.6001 }],
};

export const faces: Face[] = [
  {
    family: 'Literata', voice: 'prose', last: 'Georgia, serif',
    from: 'literata', file: 'literata-latin-opsz-normal.woff2', to: 'literata.woff2',
    axes: { opsz: 19, wght: { min: 400, max: 650 } }, text: characters, weights: [400, 650], standIn: 'serif', late: 'optional',
  },
  {
    family: 'Literata Display', voice: 'display', last: 'Georgia, serif',
    from: 'literata', file: 'literata-latin-opsz-normal.woff2', to: 'literata-display.woff2',
    axes: { opsz: 72, wght: 500 }, text: characters, weights: [500], standIn: 'serif', late: 'optional',
  },
  {
    family: 'Archivo', voice: 'label', last: 'system-ui, sans-serif',
    from: 'archivo', file: 'archivo-latin-wdth-normal.woff2', to: 'archivo.woff2',
    axes: { wdth: 88, wght: { min: 400, max: 700 } }, text: characters, weights: [400, 650], standIn: 'sans', late: 'optional',
  },
  {
    family: 'Google Sans Code', voice: 'code', last: 'ui-monospace, monospace',
    from: 'google-sans-code', file: 'google-sans-code-latin-wght-normal.woff2', to: 'code.woff2',
    axes: { wght: 400 }, text: characters, weights: [400], standIn: 'mono', late: 'swap',
  },
];

/** Characters that a face lacks and another file lends it; fetched only by a page that has one. */
export const loans: (Cut & { borrowers: Face[] })[] = [
  {
    from: 'google-sans-code', file: 'google-sans-code-math-wght-normal.woff2', to: 'arrows.woff2',
    axes: { wght: 400 }, text: '→←↑↓', borrowers: faces,
  },
  {
    from: 'literata', file: 'literata-greek-opsz-normal.woff2', to: 'greek.woff2',
    axes: { opsz: 19, wght: 400 }, text: 'λμρ', borrowers: faces.filter(({ voice }) => voice === 'prose'),
  },
];
