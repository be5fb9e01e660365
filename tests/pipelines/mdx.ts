/** MDX as sites have it, versions 1 and 3, rendered by React 16. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { transformWithOxc } from 'vite';

const require = createRequire(new URL('../hosts/package.json', import.meta.url));

interface Evaluator {
  evaluate(text: string, options: object): Promise<{ default: unknown }>;
}

/** A post in MDX 1, rendered by React 16. */
export async function mdx1Html(text: string): Promise<string> {
  const mdx = require('@mdx-js/mdx') as { sync(text: string): string };
  const { mdx: create } = require('@mdx-js/react') as { mdx: unknown };
  const jsx = mdx.sync(text).replace('export default ', '').replace('/* @jsx mdx */', '');
  const { code } = await transformWithOxc(jsx, 'post.jsx', { jsx: { runtime: 'classic', pragma: 'mdx', pragmaFrag: 'mdx.Fragment' } });
  const Content: unknown = new Function('mdx', `${code}; return MDXContent;`)(create);
  return rendered(Content);
}

/** A post in MDX 3. */
export async function mdx3Html(text: string): Promise<string> {
  const { evaluate } = await import(pathToFileURL(require.resolve('mdx3')).href) as Evaluator;
  const { default: Content } = await evaluate(text, require('react/jsx-runtime') as object);
  return rendered(Content);
}

function rendered(Content: unknown): string {
  const React = require('react') as { createElement(type: unknown): unknown };
  const { renderToStaticMarkup } = require('react-dom/server') as { renderToStaticMarkup(element: unknown): string };
  return renderToStaticMarkup(React.createElement(Content));
}
