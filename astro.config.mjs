import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { nameParticipants, theme } from './src/site/code.ts';
import { embeds } from './src/embed/integration.ts';
import { wake } from './src/client/integration.ts';
import { figureBundle } from './src/site/figure-bundle.ts';
import { figureRuns } from './src/site/runs-plugin.ts';
import { checkedContent } from './src/schemas/integration.ts';

export default defineConfig({
  site: process.env.SITE || 'http://localhost:4321',
  base: process.env.SITE_BASE || '/',
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 8 },
  devToolbar: { enabled: false },
  integrations: [checkedContent(), react(), mdx(), sitemap({ filter: (page) => !page.includes('/embed/v1/') }), wake(), embeds()],
  markdown: {
    shikiConfig: { theme, transformers: [nameParticipants()] },
  },
  vite: {
    plugins: [tailwindcss(), figureRuns(), figureBundle()],
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: {
        onLog(level, log, report) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});
