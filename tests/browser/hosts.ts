import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type FrameLocator, type Page } from '@playwright/test';

/** The page's own record: set up before any of its scripts run. */
interface Watched {
  shift: number;
  violations: string[];
  listeners: number;
  /** Of what may change the host's theme. */
  themes: number;
  heard: string[];
}

/** Opens a page of tests/hosts on another origin than the site's. */
export const test = base.extend<{ openHost(name: string): Promise<void> }>({
  openHost: async ({ page }, use) => {
    await page.addInitScript(watch);
    const server = createServer((request, response) => {
      const file = `tests/hosts/pages${new URL(request.url!, 'http://host').pathname}`;
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const site = `http://localhost:${process.env['SITE_PORT']}`;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(readFileSync(file, 'utf8').replaceAll('http://localhost:4321', site));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await use(async (name) => void await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.html`));
    server.closeAllConnections();
    server.close();
  },
});

/** What the host page has recorded. */
export function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched);
}

/** The figure in the n-th element of a page, from 0. */
export function figureIn(page: Page, n = 0): FrameLocator {
  return page.locator('between-services').nth(n).frameLocator('iframe');
}

function watch(): void {
  if (window !== top) return;
  const seen: Watched = { shift: 0, violations: [], listeners: 0, themes: 0, heard: [] };
  Object.assign(window, { watched: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => seen.violations.push(`${violatedDirective} ${blockedURI}`));
  for (const type of ['ready', 'state', 'step', 'end', 'error']) {
    document.addEventListener(`between-services-${type}`, () => seen.heard.push(type));
  }
  const { addEventListener: add, removeEventListener: remove } = window;
  window.addEventListener = function addEventListener(this: Window, ...args: Parameters<typeof add>) {
    if (args[0] === 'message') seen.listeners++;
    return add.apply(this ?? window, args);
  } as typeof add;
  window.removeEventListener = function removeEventListener(this: Window, ...args: Parameters<typeof remove>) {
    if (args[0] === 'message') seen.listeners--;
    return remove.apply(this ?? window, args);
  } as typeof remove;
  for (const [method, by] of [['addEventListener', 1], ['removeEventListener', -1]] as const) {
    const plain = EventTarget.prototype[method];
    EventTarget.prototype[method] = function counted(this: EventTarget, ...args: Parameters<typeof plain>) {
      if (args[0] === 'transitionend' || this instanceof MediaQueryList) seen.themes += by;
      return plain.apply(this, args);
    };
  }
}
