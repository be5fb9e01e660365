/** Addresses inside the site: every one passes here, so that the site works under a base path. */

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The path of a page or file of this site (`/summary/`), under the base path. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** The absolute address of a path, for canonical links, feeds and previews. */
export function absolute(path: string, site: URL | undefined): string {
  return new URL(href(path), site ?? 'http://localhost:4321').href;
}
