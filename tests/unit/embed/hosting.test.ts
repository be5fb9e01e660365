import { expect, test } from 'vitest';
import { headersOf, readHeaders, rules, writeHeaders, writeRedirects } from '../../../src/embed/hosting/rules.ts';

const all = rules(['/', '/embed/', '/techniques/direct-api-call/'], ['sha256-abc=']);

test('a page may not be framed, an embed may be framed by anyone', () => {
  expect(headersOf(all, '/embed/')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
  expect(headersOf(all, '/techniques/direct-api-call/')['X-Frame-Options']).toBe('DENY');
  const embed = headersOf(all, '/embed/v1/direct-api-call/');
  expect(embed['X-Frame-Options']).toBeUndefined();
  expect(embed['Content-Security-Policy']).toContain('frame-ancestors *');
  expect(embed['Content-Security-Policy']).toContain("script-src 'self' 'sha256-abc='");
});

test('no path is under two content security policies', () => {
  const paths = ['/', '/embed/', '/embed/v1/x/', '/techniques/direct-api-call/', '/_astro/a.js', '/elements/v1.js'];
  for (const path of paths) {
    const matching = all.filter((rule) =>
      'Content-Security-Policy' in rule.headers &&
      (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path));
    expect({ path, policies: Math.max(1, matching.length) }).toEqual({ path, policies: 1 });
  }
});

test('scripts may be fetched from a frame of no origin, and hashed files are kept for good', () => {
  expect(headersOf(all, '/_astro/a.js')).toMatchObject({
    'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=31536000, immutable',
  });
  expect(headersOf(all, '/elements/v1.js')['Access-Control-Allow-Origin']).toBe('*');
  expect(headersOf(all, '/elements/v1.js')['Cache-Control']).toContain('max-age=600');
});

test('an oEmbed answer may be read by anyone, and is asked for again after ten minutes', () => {
  expect(headersOf(all, '/techniques/direct-api-call/oembed.json')).toMatchObject({
    'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=600, stale-while-revalidate=86400',
  });
  expect(headersOf(all, '/techniques/direct-api-call/')['Access-Control-Allow-Origin']).toBeUndefined();
});

test('the file that hosts read says the same as the description', () => {
  expect(readHeaders(writeHeaders(all))).toEqual(all);
});

test('each technique has its oEmbed rule, and an unknown embed its small page', () => {
  const text = writeRedirects('https://example.com', ['/techniques/direct-api-call/']);
  expect(text).toContain(
    '/oembed url=https://example.com/techniques/direct-api-call/ /techniques/direct-api-call/oembed.json 200',
  );
  expect(text).toContain('/embed/v1/* /embed/v1/404.html 404');
});
