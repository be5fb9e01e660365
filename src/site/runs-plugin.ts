import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { FigureRuns } from '../diagram/types.ts';
import { allRuns } from './figures.ts';

const index = 'virtual:runs';
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Gives figures their runs as modules, one a technique (`virtual:runs/SLUG`), so that a page's HTML
 * does not carry them and a browser fetches them only when a figure wakes.
 */
export function figureRuns(): Plugin {
  let all: Map<string, FigureRuns> | null = null;
  return {
    name: 'figure-runs',
    resolveId: (id) => (id === index || id.startsWith(`${index}/`) ? `\0${id}` : null),
    handleHotUpdate({ file }) {
      if (file.includes('/content/')) all = null;
    },
    load(id) {
      if (!id.startsWith(`\0${index}`)) return null;
      all ??= allRuns(root);
      if (id === `\0${index}`) {
        const loaders = [...all.keys()].map((slug) => `${JSON.stringify(slug)}: () => import(${JSON.stringify(`${index}/${slug}`)})`);
        return `export default { ${loaders.join(', ')} };`;
      }
      return `export default ${JSON.stringify(all.get(id.slice(index.length + 2)))};`;
    },
  };
}
