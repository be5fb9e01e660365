import type { APIRoute } from 'astro';
import { absolute, href } from '../../../site/address.ts';

/** The small page for an embed that does not exist. It repeats nothing of what was asked for. */
export const GET: APIRoute = ({ site }) => new Response(
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>No such diagram</title>
<link rel="icon" href="${href('/favicon.svg')}" type="image/svg+xml">
<style>:root{color-scheme:light dark}body{margin:0;padding:2rem 1.5rem;font:17px/1.5 system-ui,sans-serif}h1{font-size:1.25rem}</style>
<main>
<h1>There is no such diagram</h1>
<p>The address names a technique, a scenario or a step that this site does not have. <a href="${absolute('/', site)}" target="_blank" rel="noopener">See the figures that there are</a>.</p>
</main>
</html>
`,
  { headers: { 'Content-Type': 'text/html; charset=utf-8' } },
);
