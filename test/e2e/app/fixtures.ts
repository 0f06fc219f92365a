import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type LaunchOptions, launch, type PreflightApp } from './launch';
import { openDisplay } from './open-display';

interface Fixtures {
  /** A fresh profile folder, removed afterwards. */
  readonly userData: string;
  /** Starts the app on the fresh profile, as often as a test likes; closed afterwards. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<PreflightApp>;
  /** The app, started once. */
  readonly app: PreflightApp;
  /** Complaints of the page that this test provokes on purpose; any other fails it. */
  readonly provoked: RegExp[];
}

interface WorkerFixtures {
  /** Tests that run at once would take the clipboard and the focus from each other: each but the first of them has a display of its own. */
  readonly display: null;
}

/** Playwright's `test` with the app as a fixture. A test fails when the page complained, whatever it asserts. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use, { parallelIndex }) => {
      if (parallelIndex === 0) return use(null);
      const { name, close } = await openDisplay();
      process.env['DISPLAY'] = name;
      await use(null);
      close();
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'scim-preflight-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  provoked: async ({}, use) => {
    await use([]);
  },
  start: async ({ userData, provoked }, use) => {
    const started: PreflightApp[] = [];
    await use(async (options = {}) => {
      const app = await launch({ userData, ...options });
      started.push(app);
      return app;
    });
    for (const app of started) await app.electron.close();
    const unexpected = started.flatMap(({ complaints }) => complaints.filter((text) => !provoked.some((known) => known.test(text))));
    expect(unexpected, 'the page should complain about nothing').toEqual([]);
  },
  app: async ({ start }, use) => {
    await use(await start());
  },
});

export { expect };
