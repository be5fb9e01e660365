import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const still = fileURLToPath(new URL('../diagram/still.ts', import.meta.url));

/** React Flow's machinery for panning, zooming and dragging, which no figure does. */
const unused = ['d3-zoom', 'd3-drag', 'd3-selection', 'd3-interpolate'];

/** One file for all that a figure always needs: it packs better than many, and takes one request. */
const needed = /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]|@xyflow|d3-|zustand|src[\\/](diagram[\\/](?!sequence|traffic)|player[\\/](?!traffic)|simulation)/;

/** Keeps the code that a browser loads for a figure small. */
export function figureBundle(): Plugin {
  return {
    name: 'figure-bundle',
    config: () => ({
      resolve: { alias: Object.fromEntries(unused.map((name) => [name, still])) },
      build: { rolldownOptions: { treeshake: { manualPureFunctions: ['memo', 'forwardRef'] } } },
      environments: {
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'figure', test: needed }] } } } } },
      },
    }),
  };
}
