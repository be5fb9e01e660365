import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pages } from './pages.ts';

test.use({ javaScriptEnabled: false });

test('every link, anchor and file of every page resolves', async ({ page, request }) => {
  test.setTimeout(120_000);
  const wanted = new Map<string, Set<string>>();
  const ids = new Map<string, Set<string>>();
  for (const path of pages) {
    await page.goto(path);
    const { links, here } = await page.evaluate(() => ({
      links: Array.from(document.querySelectorAll('a[href], link[href], img[src], script[src]'), (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
      here: Array.from(document.querySelectorAll('[id]'), (one) => one.id),
    }));
    ids.set(path, new Set(here));
    expect(new Set(here).size, `ids that occur twice on ${path}`).toBe(here.length);
    for (const link of links) {
      const url = new URL(link, page.url());
      if (url.origin !== new URL(page.url()).origin) continue;
      const target = url.pathname + url.hash;
      wanted.set(target, (wanted.get(target) ?? new Set()).add(path));
    }
  }
  const broken: string[] = [];
  for (const [target, from] of wanted) {
    const { pathname, hash } = new URL(target, 'http://site');
    const id = decodeURIComponent(hash.slice(1));
    const known = ids.get(pathname);
    const found = known ? id === '' || known.has(id) : (await request.get(pathname)).ok();
    if (!found) broken.push(`${target}, linked from ${[...from].join(', ')}`);
  }
  expect(broken).toEqual([]);
});

test('the sitemap lists every page but the one for lost readers', () => {
  const listed = [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)/g)].map(([, url]) => new URL(url ?? '').pathname);
  expect(listed.toSorted()).toEqual(pages.filter((path) => path !== '/404.html'));
});
