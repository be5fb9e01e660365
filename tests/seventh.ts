/** A copy of this project with a seventh technique in it: one folder of content and one model file. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build needs. */
const needed = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'src'];

/**
 * Copies the project into a temporary folder with a space in its path, and the fixture over it. Packages
 * are linked one by one, so that what a build keeps beside them stays in the copy.
 * @returns the folder's path; who asks for it removes it
 */
export function projectWithSeventh(): string {
  const root = mkdtempSync(join(tmpdir(), 'a seventh '));
  for (const name of needed) cpSync(name, join(root, name), { recursive: true });
  cpSync('tests/fixtures/seventh', root, { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((each) => !/^\.(astro|vite|cache)/.test(each))) {
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  }
  return root;
}
