import { defineConfig } from '@playwright/test';

/**
 * Each test opens the real window with a profile of its own, and on virtual displays each of those that run at once has its own, so that
 * several can. On a person's display they would take its one clipboard from each other.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: process.env['SCIM_PREFLIGHT_VIRTUAL_DISPLAY'] === 'yes' ? 2 : 1,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/playwright.json' }]],
});
