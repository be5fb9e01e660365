/** What the host must send with each path: the one description that every host's file is written from. */

export interface Rule {
  /** A path below the base; a `*` at its end stands for the rest. */
  path: string;
  headers: Record<string, string>;
}

const oneYear = 'public, max-age=31536000, immutable';
const tenMinutes = 'public, max-age=600, stale-while-revalidate=86400';
const noDevices = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';
const crossOrigin = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * The rules of a built site. A host applies every rule whose path matches, so a path gets its
 * Content-Security-Policy from one rule only: two that disagree would block each other.
 * @param pages the paths of all pages (`/`, `/summary/`), without embeds
 * @param scriptHashes the inline scripts of the embeds, as `sha256-...`
 */
export function rules(pages: string[], scriptHashes: string[]): Rule[] {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    { path: '/*', headers: { 'X-Content-Type-Options': 'nosniff', 'Permissions-Policy': noDevices } },
    ...pages.map((path) => ({
      path,
      headers: {
        'Content-Security-Policy': "frame-ancestors 'none'",
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      },
    })),
    {
      path: '/embed/v1/*',
      headers: {
        'Content-Security-Policy': [
          "default-src 'none'", `script-src ${scripts}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
          "font-src 'self'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'", 'frame-ancestors *',
        ].join('; '),
        'Cache-Control': tenMinutes,
        ...crossOrigin,
      },
    },
    { path: '/_astro/*', headers: { 'Cache-Control': oneYear, ...crossOrigin } },
    { path: '/elements/*', headers: { 'Cache-Control': tenMinutes, ...crossOrigin } },
    ...embeddedPages(pages).map((page) => ({
      path: `${page}oembed.json`,
      headers: { 'Cache-Control': tenMinutes, ...crossOrigin },
    })),
  ];
}

/** The pages whose figure a host may ask for by oEmbed: those of the techniques, and the comparison. */
export function embeddedPages(pages: string[]): string[] {
  return pages.filter((path) => /^\/(techniques\/[^/]+|compare)\/$/.test(path));
}

/** A `_headers` file, as Netlify and Cloudflare Pages read it. */
export function writeHeaders(all: Rule[]): string {
  return all
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

/** Reads a `_headers` file back. */
export function readHeaders(text: string): Rule[] {
  const all: Rule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line);
    if (header) all.at(-1)!.headers[header[1]!] = header[2]!;
    else if (line.trim() !== '') all.push({ path: line.trim(), headers: {} });
  }
  return all;
}

/** The headers that a host sends with a path, from every rule that matches. */
export function headersOf(all: Rule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of all) {
    const matches = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (matches) Object.assign(found, rule.headers);
  }
  return found;
}

/**
 * Netlify's `_redirects`: the oEmbed query endpoint, one literal rule a page, and the small page
 * for an embed that does not exist.
 * @param site the published address, without a slash at its end
 * @param paths the pages that have an oEmbed answer
 */
export function writeRedirects(site: string, paths: string[]): string {
  const oembed = paths.flatMap((path) => {
    const page = `${site}${path}`;
    const to = `${path}oembed.json 200`;
    return [`/oembed url=${page} ${to}`, `/oembed url=${encodeURIComponent(page)} ${to}`];
  });
  return [...oembed, '/embed/v1/* /embed/v1/404.html 404', ''].join('\n');
}
