/**
 * The headers a host sends with a path of the site: the one place the server asks.
 * @param path the path below the base, with a leading slash, without the query
 */
export function headers(path: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
