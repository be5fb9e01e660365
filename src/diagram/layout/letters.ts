const groups: [number, string][] = [
  [0.22, ' '], [0.27, '\'’‘ijl|!,./I'], [0.34, 'f:;rt-()'], [0.56, 'FTbdopq'], [0.6, 'EPSVZ='], [0.64, 'ABKRXY'], [0.69, 'CDHNU&'], [0.74, 'GOQw'], [0.83, 'MmW%@'],
];
const known = new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** How wide a text is in ems of the label face, set bold: measured letter by letter in a browser, since a server has nothing to measure with. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (known.get(letter) ?? 0.52), 0);
