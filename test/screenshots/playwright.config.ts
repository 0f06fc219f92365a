import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: pictures for people who build the window, not a test. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.tour.ts',
  outputDir: '../../test-results/tour',
  workers: process.env['SCIM_PREFLIGHT_VIRTUAL_DISPLAY'] === 'yes' ? 2 : 1,
  fullyParallel: true,
  timeout: 300_000,
  reporter: [['list'], ['json', { outputFile: '../../test-results/reports/playwright.json' }]],
});
