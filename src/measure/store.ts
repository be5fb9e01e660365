/** What `npm run measure` keeps as files of the project: src/data/FOLDER/SLUG.json, one a technique. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Measurements } from './measurement.ts';

type Folder = 'measured' | 'films';

/** What is kept of a technique; empty where there is nothing yet. */
export function readKept<T>(root: string, folder: Folder, slug: string): Record<string, T> {
  const path = pathOf(root, folder, slug);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Record<string, T> : {};
}

/** @param depth how many levels of maps have a line for each entry */
export function writeKept(root: string, folder: Folder, slug: string, kept: Record<string, unknown>, depth: number): void {
  const path = pathOf(root, folder, slug);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${written(kept, depth)}\n`);
}

/** The measurements of a technique. */
export const readMeasurements = (root: string, slug: string): Measurements => readKept(root, 'measured', slug);

export const writeMeasurements = (root: string, slug: string, measurements: Measurements): void => writeKept(root, 'measured', slug, measurements, 3);

function pathOf(root: string, folder: Folder, slug: string): string {
  return join(root, `src/data/${folder}/${slug}.json`);
}

/** JSON with a line for each entry of the outer maps, down to a depth. */
function written(value: unknown, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${written(each, depth - 1, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
