/** The measurements as files of the project: src/data/measured/SLUG.json. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Measurements } from './measurement.ts';

/** What is kept of a technique; empty where nothing was measured yet. */
export function readMeasurements(root: string, slug: string): Measurements {
  const path = pathOf(root, slug);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Measurements : {};
}

export function writeMeasurements(root: string, slug: string, measurements: Measurements): void {
  const path = pathOf(root, slug);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${written(measurements, 3)}\n`);
}

function pathOf(root: string, slug: string): string {
  return join(root, `src/data/measured/${slug}.json`);
}

/** JSON with a line for each entry of the outer maps, down to a depth. */
function written(value: unknown, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${written(each, depth - 1, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
