import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const file = (name: string) => fileURLToPath(new URL(`../diagram/${name}`, import.meta.url));

/** What React Flow loads to pan, zoom and drag, which no figure does, and to read a store, which React does by itself. */
const alias = {
  'd3-zoom': file('still.ts'),
  'd3-drag': file('still.ts'),
  'd3-selection': file('still.ts'),
  'use-sync-external-store/shim/with-selector.js': file('selected.ts'),
};

/** One file for all that a figure always needs: it packs better than many, and takes one request. */
const needed = /@xyflow|zustand|src[\\/]diagram[\\/](?!sequence|traffic|layout[\\/](letters|room))/;

/** What the comparison needs as well, which draws without React Flow. */
const shared = /preload-helper|node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]|src[\\/](diagram[\\/](command|hooks|live|keys|models|names|score-layout|kit|layout[\\/](?!letters|room)|controls[\\/](Buttons|CopyLink|Position|Steady))|player[\\/](?!traffic|compared)|simulation[\\/](?!parameters))/;

/** What React Flow keeps for others: names for developers' tools, warnings printed in development, nodes and edges of its own. */
const unneeded: [RegExp, string][] = [
  [/^\w+\.displayName = .*;$/gm, ''],
  [/^( +error\d+: .*=> ).*,$/gm, "$1'',"],
  // No alias: charts need the real one for their scales.
  [/ from 'd3-interpolate'/g, " from 'd3-zoom'"],
  [/^(const builtin(?:Node|Edge)Types = )\{[^}]*\}/gm, '$1{}'],
];

const edges = ['Bezier', 'SimpleBezier', 'SmoothStep', 'Step', 'Straight'].map((name) => `create${name}Edge`);

/** Keeps the code that a browser loads for a figure small. */
export function figureBundle(): Plugin {
  return {
    name: 'figure-bundle',
    transform(code, id) {
      if (!/@xyflow[\\/](react|system)[\\/]/.test(id)) return null;
      return { code: unneeded.reduce((text, [pattern, rest]) => text.replaceAll(pattern, rest), code), map: null };
    },
    config: () => ({
      resolve: { alias },
      build: { rolldownOptions: { treeshake: { manualPureFunctions: ['memo', 'forwardRef', ...edges] } } },
      environments: {
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'moving', test: shared, priority: 1 }, { name: 'figure', test: needed }] } } } } },
      },
    }),
  };
}
