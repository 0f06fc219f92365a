import { defineConfig } from '@playwright/test';

/** `npm run bench:window`: a measurement, not a test. */
export default defineConfig({
  testDir: '.',
  testMatch: 'window.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['line'], ['json', { outputFile: '../../test-results/reports/playwright.json' }]],
});
