import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersOf, readHeaders } from '../../src/embed/hosting/rules.ts';

/**
 * What the server sends with a path: the headers that the built site asks its host for, so that
 * what is tested is what is published.
 * @param root the folder that holds the built site
 * @returns for a path below the base, with a leading slash and without the query, its headers
 */
export function hostHeaders(root: string): (path: string) => Record<string, string> {
  const file = join(root, '_headers');
  const rules = existsSync(file) ? readHeaders(readFileSync(file, 'utf8')) : [];
  return (path) => ({ 'Cache-Control': 'no-cache', ...headersOf(rules, path) });
}
