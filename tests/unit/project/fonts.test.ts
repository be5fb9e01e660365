import { globSync, readFileSync, statSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import { expect, test } from 'vitest';
import { characters, faces, loans } from '../../../scripts/fonts/faces.ts';

const folder = 'src/assets/fonts';

test.each([...faces, ...loans])('$to has every character it promises, and stays light', ({ to, text }) => {
  expect(missing(to, text)).toBe('');
  expect(statSync(`${folder}/${to}`).size).toBeLessThan(26_000);
});

test('every character of the content is in the fonts of the site', () => {
  const known = new Set(`${characters}${loans.map(({ text }) => text).join('')}\n`);
  const strange = globSync('content/**/*.{mdx,yaml}').flatMap((file) =>
    [...new Set(readFileSync(file, 'utf8'))]
      .filter((one) => !known.has(one))
      .map((one) => `${one} (U+${one.codePointAt(0)?.toString(16)}) in ${file}`));
  expect(strange).toEqual([]);
});

test('every font lies beside its licence', () => {
  for (const { from } of [...faces, ...loans]) {
    expect(readFileSync(`${folder}/${from}-OFL.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE');
  }
});

function missing(file: string, text: string): string {
  const font = create(readFileSync(`${folder}/${file}`)) as Font;
  return [...text].filter((one) => !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)).join('');
}
