import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { embeddedPages, rules, writeHeaders, writeRedirects } from './hosting/rules.ts';

const element = fileURLToPath(new URL('./element.ts', import.meta.url));
const declarations = fileURLToPath(new URL('./element.d.txt', import.meta.url));

/** Builds the custom element at its lasting address, and writes the files in which hosts read their headers and redirects. */
export function embeds(): AstroIntegration {
  let site = '';
  return {
    name: 'embeds',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = new URL(config.base, config.site ?? 'http://localhost:4321').href.replace(/\/$/, '');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          if (request.url?.split('?')[0]?.endsWith('/elements/v1.js')) request.url = '/src/embed/element.ts';
          next();
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        const dist = fileURLToPath(dir);
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          build: {
            lib: { entry: element, formats: ['es'], fileName: () => 'v1.js' },
            outDir: `${dist}elements`,
            emptyOutDir: false,
            minify: true,
            rolldownOptions: { output: { minify: true } },
          },
        });
        await copyFile(declarations, `${dist}elements/v1.d.ts`);
        const paths = pages.map(({ pathname }) => (pathname === '404/' ? '/404.html' : `/${pathname}`));
        const isEmbed = (path: string) => path.startsWith('/embed/v1/');
        const hashes = new Set<string>();
        for (const path of paths.filter(isEmbed)) {
          const file = path.endsWith('/') ? `${path}index.html` : path;
          for (const hash of inlineScripts(await readFile(`${dist}${file.slice(1)}`, 'utf8'))) hashes.add(hash);
        }
        const shown = paths.filter((path) => !isEmbed(path));
        await writeFile(`${dist}_headers`, writeHeaders(rules(shown.toSorted(), [...hashes].toSorted())));
        await writeFile(`${dist}_redirects`, writeRedirects(site, embeddedPages(shown)));
      },
    },
  };
}

/** The hashes of a page's inline scripts, as a Content-Security-Policy names them. */
export function inlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, text]) => `sha256-${createHash('sha256').update(text!).digest('base64')}`);
}
