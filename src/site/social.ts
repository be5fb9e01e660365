/** Which picture previews a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file of a page's own preview, in `public/`. `path` is the page's, without the base path. */
export const socialName = (path: string): string => `social/${path.replaceAll(/^\/|\/$/g, '').replaceAll('/', '-') || 'index'}.png`;

/** The file of the preview that a page shows: its own, or the site's. */
export function socialOf(path: string): string {
  const own = socialName(path);
  return existsSync(join(process.cwd(), 'public', own)) ? own : socialName('/');
}
