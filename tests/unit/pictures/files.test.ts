/** The pictures that are kept as files show what would be drawn today. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureFiles } from '../../../src/site/picture-files.ts';

const files = pictureFiles();
const kept = JSON.parse(readFileSync('src/data/pictures.json', 'utf8')) as Record<string, string>;
const bytesOf = (path: string) => statSync(join('public', path)).size;

test('every picture is up to date', () => {
  const stale = files.filter(({ path, hash }) => kept[path] !== hash || !existsSync(join('public', path)));
  const told = stale.map(({ path }) => `public/${path} does not show what would be drawn today: run npm run pictures.`);
  expect(told).toEqual([]);
});

test('a poster is 1600 pixels wide', () => {
  for (const { path } of files.filter(({ path: one }) => one.endsWith('/poster.png'))) {
    const bytes = readFileSync(join('public', path));
    expect([path, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([path, 1600, 900]);
  }
});

test('none is left over', () => {
  const there = ['embed/v1', 'social'].flatMap((folder) =>
    readdirSync(join('public', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/').replace('public/', '')));
  expect(there.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  expect(Object.keys(kept).toSorted()).toEqual(files.map(({ path }) => path).toSorted());
});

test('an animation is at most 1 MB, and all of them together at most 6 MB', () => {
  for (const { path } of files.filter(({ path: one }) => one.endsWith('.gif'))) expect(bytesOf(path)).toBeLessThanOrEqual(1_000_000);
  expect(files.reduce((sum, { path }) => sum + bytesOf(path), 0)).toBeLessThanOrEqual(6_000_000);
});

test('the blog finds its pictures under the names it knows', () => {
  const names = ['shared-database', 'direct-api-call', 'api-polling', 'async-messaging', 'cache-with-api-updates', 'cache-with-update-events'];
  const wanted = [...names.map((name) => `interprocess-communication-${name}`), 'comparing-techniques-communicating-between-services'];
  const paths = files.map(({ path }) => path);
  for (const name of wanted) expect(paths).toContain(`embed/v1/img/${name}.png`);
});
