import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteHandler } from '../../../scripts/serve/handler.ts';

const root = mkdtempSync(join(tmpdir(), 'serve test '));
const site = join(root, 'dist');
const servers: Server[] = [];
let port = 0;
let portUnderBase = 0;

beforeAll(async () => {
  mkdirSync(join(site, 'techniques'), { recursive: true });
  mkdirSync(join(site, '_astro'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, '404.html'), 'nowhere');
  writeFileSync(join(site, 'techniques', 'index.html'), 'x'.repeat(1000));
  writeFileSync(join(site, '_astro', 'a.js'), 'export {}');
  writeFileSync(join(site, '_headers'), '/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  port = await start('/');
  portUnderBase = await start('/book/');
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(root, { recursive: true });
});

test('serves a file with its type and an etag that saves the second visit', async () => {
  const first = await get('/_astro/a.js');
  expect(first.status).toBe(200);
  expect(first.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(first.headers['cache-control']).toContain('immutable');
  const second = await get('/_astro/a.js', { 'if-none-match': String(first.headers.etag) });
  expect(second.status).toBe(304);
});

test('serves the index of a folder, and sends an address without its slash there, query and all', async () => {
  expect((await get('/')).body).toBe('home');
  expect((await get('/techniques/')).status).toBe(200);
  const { status, headers } = await get('/techniques?step=4');
  expect([status, headers.location]).toEqual([301, '/techniques/?step=4']);
});

test.each(['/nothing', '/index.html/', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/%ff'])(
  'answers %s with the 404 page', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: 'nowhere' });
  });

test('packs text for whoever takes it', async () => {
  const { headers } = await get('/techniques/', { 'accept-encoding': 'gzip, br' });
  expect(headers['content-encoding']).toBe('br');
  expect(Number(headers['content-length'])).toBeLessThan(100);
});

test('serves under a base path, and nothing outside it', async () => {
  expect((await get('/book/techniques/', {}, portUnderBase)).status).toBe(200);
  expect((await get('/book/techniques', {}, portUnderBase)).headers.location).toBe('/book/techniques/');
  expect((await get('/book', {}, portUnderBase)).headers.location).toBe('/book/');
  expect(await get('/techniques/', {}, portUnderBase)).toMatchObject({ status: 404, body: 'nowhere' });
});

async function start(base: string): Promise<number> {
  const handle = siteHandler(site, base);
  const server = createServer((incoming, response) => void handle(incoming, response));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** Asks for a path as it is written: `fetch` would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}, at = port) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((done, fail) => {
    request({ host: '127.0.0.1', port: at, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => { body += chunk; });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', fail).end();
  });
}
