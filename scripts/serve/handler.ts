import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hostHeaders } from './headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface Body {
  bytes: Buffer;
  type: string;
  etag: string;
  packed: Map<string, Buffer>;
}

/**
 * Answers as a static host does: a folder's `index.html`, a redirect to the trailing slash,
 * `404.html` with status 404, an etag, brotli or gzip.
 * @param root the folder that holds the built site
 * @param base the path under which the site is published, `/` or `/name/`
 */
export function siteHandler(root: string, base: string) {
  const bodies = new Map<string, Body>();
  const headers = hostHeaders(root);

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) {
      if (`${pathname}/` === base || pathname === '/') redirect(response, base + search);
      else await send(request, response, notFound(pathname), 404, pathname);
      return;
    }
    const path = `/${pathname.slice(base.length)}`;
    const found = await locate(root, path);
    if (found === 'folder') redirect(response, `${pathname}/${search}`);
    else await send(request, response, found ?? notFound(path), found ? 200 : 404, path);
  };

  /** An embed that does not exist gets a small page of its own. */
  function notFound(path: string): string {
    return join(root, path.startsWith('/embed/v1/') ? 'embed/v1/404.html' : '404.html');
  }

  async function send(request: IncomingMessage, response: ServerResponse, file: string, status: number, path: string) {
    const body = await load(file);
    if (!body) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found.\n');
      return;
    }
    for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value);
    response.setHeader('ETag', body.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (status === 200 && request.headers['if-none-match'] === body.etag) {
      response.writeHead(304).end();
      return;
    }
    const { encoding, bytes } = await pack(body, request.headers['accept-encoding'] ?? '');
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.writeHead(status, { 'Content-Type': body.type, 'Content-Length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  async function load(file: string): Promise<Body | null> {
    const info = await stat(file).catch(() => null);
    if (!info) return null;
    const key = `${file} ${info.mtimeMs}`;
    const known = bodies.get(key);
    if (known) return known;
    const bytes = await readFile(file);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`;
    const body = { bytes, etag, type: types[extname(file)] ?? 'application/octet-stream', packed: new Map() };
    bodies.set(key, body);
    return body;
  }
}

async function locate(root: string, path: string): Promise<string | 'folder' | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = resolve(join(root, decoded));
  if (decoded.includes('\0') || (file !== root && !file.startsWith(root + sep))) return null;
  const info = await stat(file).catch(() => null);
  if (info?.isFile()) return decoded.endsWith('/') ? null : file;
  const index = join(file, 'index.html');
  const inside = info?.isDirectory() ? await stat(index).catch(() => null) : null;
  if (!inside) return null;
  return decoded.endsWith('/') ? index : 'folder';
}

async function pack(body: Body, accepted: string): Promise<{ encoding: string | null; bytes: Buffer }> {
  const encoding = ['br', 'gzip'].find((name) => accepted.includes(name));
  if (!encoding || body.bytes.length < 256 || !/text|json|xml|javascript|wasm/.test(body.type)) {
    return { encoding: null, bytes: body.bytes };
  }
  const known = body.packed.get(encoding);
  if (known) return { encoding, bytes: known };
  const bytes = await (encoding === 'br'
    ? brotli(body.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : zip(body.bytes));
  body.packed.set(encoding, bytes);
  return { encoding, bytes };
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end();
}
