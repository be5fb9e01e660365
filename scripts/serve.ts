import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { siteHandler } from './serve/handler.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '4321' },
    base: { type: 'string', default: process.env['SITE_BASE'] ?? '/' },
    root: { type: 'string', default: join(import.meta.dirname, '..', 'dist') },
  },
});

const root = resolve(values.root);
const base = `/${values.base}/`.replace(/\/+/g, '/');
const port = Number(values.port);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(`The port "${values.port}" is not a number from 0 to 65535.`);
}
if (!existsSync(join(root, 'index.html'))) fail(`There is no site in ${root} yet: run "npm run build" first.`);

const handle = siteHandler(root, base);
const chosen = await listen('127.0.0.1', port);
await listen('::1', chosen);
console.log(`Between Services is served on http://localhost:${chosen}${base} (stop with Ctrl+C).`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

/** Listens on one loopback address and returns the port; a machine without IPv6 does without it. */
function listen(host: string, at: number): Promise<number> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  return new Promise((done) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (host === '::1' && error.code !== 'EADDRINUSE') done(at);
      else if (error.code === 'EADDRINUSE') {
        fail(`Port ${at} is taken. Stop the program that uses it, or choose another port: PORT=4400 npm start`);
      } else fail(`Could not listen on port ${at}: ${error.message}`);
    });
    server.listen(at, host, () => done((server.address() as AddressInfo).port));
  });
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
