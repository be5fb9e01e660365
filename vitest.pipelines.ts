import { defineConfig } from 'vitest/config';

/** The blogs' real pipelines: `npm run pipelines`. */
export default defineConfig({
  test: {
    include: ['tests/pipelines/**/*.test.ts'],
    globalSetup: ['scripts/setup/hosts.mjs'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
