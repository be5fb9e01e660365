import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/setup/browser.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.test.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${process.env['SITE_PORT']}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    trace: 'off',
    launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'node scripts/serve.ts --port 0',
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)/ },
    timeout: 30_000,
  },
});
