import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { allRuns, type Runs } from './figures.ts';

const index = 'virtual:runs';
const kinds = ['stories', 'traffic', 'drawings'] as const;
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Gives figures their runs and drawings as modules, one of each kind a technique (`virtual:runs/stories/SLUG`),
 * so that a page's HTML does not carry them and a browser fetches them only when such a figure wakes.
 */
export function figureRuns(): Plugin {
  let all: Map<string, Runs> | null = null;
  return {
    name: 'figure-runs',
    resolveId: (id) => (id === index || id.startsWith(`${index}/`) ? `\0${id}` : null),
    handleHotUpdate({ file }) {
      if (file.includes('/content/')) all = null;
    },
    load(id) {
      if (!id.startsWith(`\0${index}`)) return null;
      all ??= allRuns(root);
      if (id === `\0${index}`) return kinds.map((kind) => `export const ${kind} = { ${loaders(kind, all!.keys())} };`).join('\n');
      const [kind, slug] = id.slice(index.length + 2).split('/');
      return `export default ${JSON.stringify(all.get(slug!)![kind as keyof Runs])};`;
    },
  };
}

const loaders = (kind: keyof Runs, slugs: Iterable<string>) =>
  [...slugs].map((slug) => `${JSON.stringify(slug)}: () => import(${JSON.stringify(`${index}/${kind}/${slug}`)})`).join(', ');
