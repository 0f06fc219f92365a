import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/property/**/*.test.ts', 'test/protocol/**/*.test.ts'],
    alias: { electron: fileURLToPath(new URL('test/fakes/electron.ts', import.meta.url)) },
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
