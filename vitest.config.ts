import { defineConfig } from 'vitest/config';

/** Read as it is: bundled with this file, its models would come twice. */
const { figureRuns } = await import(new URL('src/site/runs-plugin.ts', import.meta.url).href) as typeof import('./src/site/runs-plugin.ts');

export default defineConfig({
  plugins: [figureRuns()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/unit/seed.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    isolate: false,
  },
});
