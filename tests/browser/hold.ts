import type { Page } from '@playwright/test';

/** The addresses of a page's scripts. */
export const scripts = /\/_astro\/.*\.js$/;

/** Keeps what is asked for on its way until the function that it gives is called. */
export async function hold(page: Page, what: RegExp | string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => { release = resolve; });
  await page.route(what, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
