import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string | boolean>>;

test('the lock has an entry for every optional dependency, so that npm ci works on every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !entryFor(path, name)?.version)
      .map((name) => `${name}, wanted by ${path}`));
  expect(missing).toEqual([]);
});

test('the lock names no registry but the public one', () => {
  const foreign = Object.values(lock.packages).flatMap(({ resolved }) =>
    resolved && !resolved.startsWith('https://registry.npmjs.org/') ? [resolved] : []);
  expect(foreign).toEqual([]);
});

test('every install script in the lock is allowed by name', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect(new Set(scripted)).toEqual(new Set(Object.keys(manifest['allowScripts'] ?? {})));
});

test('every dependency has one exact version', () => {
  const loose = ['dependencies', 'devDependencies']
    .flatMap((field) => Object.entries(manifest[field] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)));
  expect(loose).toEqual([]);
});

/** The entry that `require(name)` finds from the package at `path`. */
function entryFor(path: string, name: string): Entry | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const entry = lock.packages[`${folder && `${folder}/`}node_modules/${name}`];
    if (entry || !folder) return entry;
  }
}
