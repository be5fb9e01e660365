import { describe, expect, test } from 'vitest';
import { hasHugo } from '../../scripts/setup/hosts.mjs';
import { hugoShortcodeFile } from '../../src/embed/hugo-shortcode.ts';
import { readyPost } from '../../src/embed/ready-post.ts';
import { gatsbyHtml } from './gatsby.ts';
import { hugoBuild } from './hugo.ts';
import { mdx1Html, mdx3Html } from './mdx.ts';
import { outline } from './outline.ts';
import { anyPosts, catalogue, hugoPosts, site, six } from './posts.ts';

/** A post without its front matter. */
const body = (post: string) => post.replace(/^---[\s\S]*?\n---\n/, '');

const top = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The ready post, as Gatsby renders it</title>
<style>
body { margin: 0; background: #fff; color: #363636; font: 17px/1.6 "Helvetica Neue", Arial, sans-serif; }
main { max-width: 768px; margin: 0 auto; padding: 24px 23px; }
img { max-width: 100%; height: auto; }
</style>
</head>
<body>
<main>
<h1>Comparing Techniques for Communicating Between Services</h1>
`;

const around = (html: string) => expect(html).toSatisfy((text: string) => /before<\/em>/.test(text) && /after<\/em>/.test(text), 'the paragraphs round the snippet are Markdown');

describe('Gatsby, gatsby-transformer-remark 2.16.1', () => {
  test.each(anyPosts)('$name', async ({ name, text }) => {
    const html = await gatsbyHtml(text);
    around(html);
    await expect(outline(html)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('the ready post', async () => {
    const html = await gatsbyHtml(body(readyPost(site, six, 'pictures')));
    expect(html.match(/animated\.svg/g)).toHaveLength(6);
    await expect(outline(html)).toMatchFileSnapshot('golden/ready-post.txt');
  });

  test('the ready post as a page that anyone can open', async () => {
    const html = await gatsbyHtml(body(readyPost('http://localhost:4321', six, 'pictures')));
    await expect(`${top}${html}\n</main>\n</body>\n</html>\n`).toMatchFileSnapshot('../hosts/pages/post.html');
  });
});

describe.each([['MDX 1 with React 16', mdx1Html], ['MDX 3', mdx3Html]])('%s', (_, render) => {
  test.each(anyPosts.filter(({ name }) => !name.startsWith('link')))('$name', async ({ name, text }) => {
    const html = await render(text);
    around(html);
    await expect(outline(html)).toMatchFileSnapshot(`golden/mdx/${name}.txt`);
  });
});

const hugo = hasHugo() || process.env['CI'] !== undefined;

describe.runIf(hugo)('Hugo, minified', () => {
  const built = hugoBuild(Object.fromEntries(anyPosts.map(({ name, text }) => [name, text])));

  test('the site builds', () => expect(built).toMatchObject({ ok: true }));

  test.each(anyPosts)('$name: the same as Gatsby makes of it', async ({ name }) => {
    around(built.html[name]!);
    await expect(outline(built.html[name]!)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('the shortcode', async () => {
    const { said, html } = hugoBuild(Object.fromEntries(hugoPosts.map(({ name, text }) => [name, text])), hugoShortcodeFile(site, catalogue));
    expect(said).not.toContain('ERROR');
    for (const { name } of hugoPosts) {
      around(html[name]!);
      await expect(outline(html[name]!)).toMatchFileSnapshot(`golden/${name}.txt`);
    }
  });

  test('the ready post', async () => {
    const { html } = hugoBuild({ post: readyPost(site, six, 'pictures') });
    await expect(outline(html['post']!.replaceAll(/ id=[\w-]+/g, ''))).toMatchFileSnapshot('golden/ready-post.txt');
  });

  test.each([
    ['technique="telepathy" title="x"', 'technique is one of direct-api-call, but found telepathy.'],
    ['title="x"', 'technique is one of direct-api-call, but found none.'],
    ['technique="direct-api-call"', 'it needs a title, which says what the figure is to a reader who does not see it.'],
    ['technique="direct-api-call" title="  "', 'it needs a title, which says what the figure is to a reader who does not see it.'],
    ['technique="direct-api-call" title="x" scenario="b-gone"', 'scenario of direct-api-call is one of b-down, normal, but found b-gone.'],
    ['technique="direct-api-call" title="x" scenario="b-down" step="3"', 'step of this run is a number from 0 to 2, but found 3.'],
    ['technique="direct-api-call" title="x" theme="pink"', 'theme is one of light, dark, auto, but found pink.'],
    ['technique="direct-api-call" title="x" colour="red"', 'there is no parameter colour; there are technique, title, scenario, step, view, theme, controls, autoplay, speed.'],
    ['direct-api-call', 'write its parameters with their names, as in technique="direct-api-call" title="...".'],
  ])('a wrong shortcode stops the build: %s', (call, sentence) => {
    const { ok, said } = hugoBuild({ post: `Words.\n\n{{< between-services ${call} >}}\n` }, hugoShortcodeFile(site, catalogue));
    expect(ok).toBe(false);
    expect(said).toContain(`shortcode between-services: ${sentence}`);
    expect(said).toContain('post.md:7:1');
  });
});
