import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../setup/browser.mjs';

/** The built site on a port of its own, and a browser to look at it with. */
export interface Site {
  origin: string;
  browser: Browser;
  close(): Promise<void>;
}

/** A page of the site and what it has fetched. */
export interface Visit {
  page: Page;
  /** The scripts of the page and those fetched up to now, each file once, in bytes after brotli. */
  scripts(): Promise<number>;
  /** Everything fetched up to now, each file once, in bytes, text after brotli. */
  everything(): Promise<number>;
  close(): Promise<void>;
}

/** Serves `dist/` and starts Chromium. */
export async function openSite(): Promise<Site> {
  const server = spawn(process.execPath, [join(import.meta.dirname, '..', 'serve.ts'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((found, lost) => {
    server.stdout.on('data', (chunk) => {
      const address = /http:\/\/localhost:\d+/.exec(String(chunk));
      if (address) found(address[0]);
    });
    server.on('exit', () => lost(new Error('The server ended before it said where it listens.')));
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to measure with: npm test gets one.');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  return {
    origin,
    browser,
    async close() {
      await browser.close();
      server.kill();
    },
  };
}

/** Opens a path in a window of its own and waits until the network rests. */
export async function visit(site: Site, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext(options);
  const page = await context.newPage();
  const fetched = new Map<string, { script: boolean; size: Promise<number> }>();
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    const size = response.body().then((body) => (/font|image\/(?!svg)/.test(type) ? body : brotliCompressSync(body)).length, () => 0);
    fetched.set(response.url(), { script: type.includes('javascript'), size });
  });
  const response = await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  const html = await response?.text() ?? '';
  const inline = [...html.matchAll(/<script(?![^>]*(?:json|src=))[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');
  const sum = async (wanted: (file: { script: boolean }) => boolean) => {
    await page.waitForLoadState('networkidle');
    return (await Promise.all([...fetched.values()].filter(wanted).map(({ size }) => size))).reduce((total, size) => total + size, 0);
  };
  return {
    page,
    scripts: async () => brotliCompressSync(inline).length + await sum(({ script }) => script),
    everything: () => sum(() => true),
    close: () => context.close(),
  };
}

/** The paths of every page in the site map, in its order. */
export async function paths(site: Site): Promise<string[]> {
  const index = await (await fetch(`${site.origin}/sitemap-0.xml`)).text();
  return [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
}
