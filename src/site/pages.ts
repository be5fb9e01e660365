/** The pages beside the techniques, as the navigation lists them: only those that there are. */
import { getCollection } from 'astro:content';
import { href } from './address.ts';

const order: [path: string, title: string][] = [
  ['compare', 'Compare all six'],
  ['choose', 'Choose'],
  ['mixing-methods', 'Mixing methods'],
  ['summary', 'Summary'],
  ['about-the-model', 'About the model'],
  ['embed', 'Embed'],
];

const files = Object.keys(import.meta.glob(['../pages/*.astro', '../pages/*/index.astro']));

export async function sitePages(): Promise<{ title: string; url: string }[]> {
  const written = new Set((await getCollection('pages')).map((page) => page.id));
  const exists = (path: string) =>
    written.has(path) || files.includes(`../pages/${path}.astro`) || files.includes(`../pages/${path}/index.astro`);
  return order.filter(([path]) => exists(path)).map(([path, title]) => ({ title, url: href(`/${path}/`) }));
}
