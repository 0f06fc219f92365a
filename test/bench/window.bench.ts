import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { createWorkspace } from '../e2e/app/create-workspace';
import { launch } from '../e2e/app/launch';
import { openScreen } from '../e2e/app/open-screen';
import { frameMs, type PhaseMeasure, watchWindow } from './watch-window';

const scenario = process.env['BENCH_SCENARIO'];
if (scenario === undefined) throw new Error('expected the path of a scenario in BENCH_SCENARIO');

const bar = (window: Page) => window.getByRole('region', { name: 'What if', exact: true });

/** Waits in the page itself, once a frame, so that the waiting costs the page as little as can be. */
const seen = (window: Page, selector: string, text: string) =>
  window.waitForFunction(([where, what]) => document.querySelector(where as string)?.textContent?.includes(what as string) === true, [
    selector,
    text,
  ] as const);

/** Longest frame gap, what else was blocked and how long the answer took, for each thing that is done at this size. */
test('the window with a large organisation', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'scim-preflight-bench-'));
  const app = await launch({ userData });
  const { window } = app;
  const rows: PhaseMeasure[] = [];
  try {
    await createWorkspace(window, 'Large');
    const measure = await watchWindow(app);
    const phase = async (name: string, act: () => Promise<unknown>) => {
      const row = await measure(name, async () => void (await act()));
      rows.push(row);
      process.stdout.write(`${line(row)}\n`);
    };
    await openScreen(window, 'vendor/organisation');
    await phase('nothing', () => window.waitForTimeout(1000));
    await phase('opening the scenario', async () => {
      await window.locator('main input[type="file"]').setInputFiles(scenario);
      await window.getByRole('status').filter({ hasText: 'was taken over' }).waitFor({ timeout: 120_000 });
    });
    await phase('showing the preview screen', async () => {
      await openScreen(window, 'preview');
      await window.locator('main header button').last().waitFor();
    });
    await phase('running, with progress', async () => {
      await window.locator('main header').getByRole('button', { name: /^Run/ }).click();
      await window.waitForFunction(() => document.querySelector('main [role="progressbar"]') !== null);
      await window.waitForFunction(() => document.querySelector('main section[aria-label="The run in numbers"]') !== null, undefined, {
        timeout: 120_000,
      });
    });
    await phase('the first rows', () => seen(window, 'main [role="grid"]', '@'));
    await phase('scrolling the people', async () => {
      await window.evaluate(async () => {
        const grid = document.querySelector('main [role="grid"]');
        for (let at = 1; at <= 60; at += 1) {
          grid?.scrollBy({ top: at % 10 === 0 ? 200_000 : 400 });
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        grid?.scrollTo({ top: 0 });
      });
      await seen(window, 'main [role="grid"]', '@');
    });
    await phase('typing into the filter', async () => {
      const search = window.getByRole('textbox', { name: 'Search people' });
      await search.pressSequentially('user12', { delay: 60 });
      await window.waitForTimeout(1500);
      await search.fill('');
      await window.waitForTimeout(1000);
    });
    await phase('sorting by role', async () => {
      await window.getByRole('grid', { name: 'People before and after' }).getByRole('button', { name: 'Role' }).click();
      await window.waitForTimeout(1500);
    });
    await phase('opening a person', async () => {
      await window.locator('main [role="grid"] [role="row"][aria-rowindex="4"]').click();
      await seen(window, '[role="dialog"]', 'Why');
      await window.keyboard.press('Escape');
      await window.waitForTimeout(400);
    });
    await phase('the picture', async () => {
      await openScreen(window, 'preview/picture');
      await window.waitForFunction(() => document.querySelectorAll('main svg g[role="button"]').length > 10);
    });
    await phase('60 boxes', async () => {
      await window.getByRole('combobox', { name: 'How many boxes' }).selectOption('60');
      await window.waitForFunction(() => document.querySelectorAll('main svg g[role="button"]').length > 60);
    });
    await openScreen(window, 'preview/people');
    await seen(window, 'main [role="grid"]', '@');
    const group = await window.evaluate(() => document.title);
    void group;
    await phase('dialog', async () => {
      await bar(window).getByRole('button', { name: 'Try a change' }).click();
      await window.getByRole('menuitem', { name: 'Delete a group…' }).click();
      await window.getByRole('combobox', { name: 'Group', exact: true }).waitFor();
      await window.getByRole('combobox', { name: 'Group', exact: true }).click();
      await window.waitForTimeout(500);
    });
    const name = await window.locator('[role="option"]').nth(3).textContent();
    await phase('typing a group', async () => {
      await window.getByRole('combobox', { name: 'Group', exact: true }).pressSequentially(name ?? '', { delay: 30 });
    });
    await phase('what-if: delete a group', async () => {
      await window.getByRole('button', { name: 'Try it' }).click();
      await seen(window, 'section[aria-label="What if"]', 'delete group');
    });
    await window.waitForTimeout(1000);
    await phase('undo', async () => {
      await bar(window).getByRole('button', { name: 'Undo the last what-if' }).click();
      await window.waitForFunction(() => document.querySelector('ol[aria-label="Changes tried"]') === null);
    });
    await phase('redo', async () => {
      await bar(window).getByRole('button', { name: 'Play the what-if again' }).click();
      await seen(window, 'section[aria-label="What if"]', 'delete group');
    });
    await phase('undo', async () => {
      await bar(window).getByRole('button', { name: 'Undo the last what-if' }).click();
      await window.waitForFunction(() => document.querySelector('ol[aria-label="Changes tried"]') === null);
    });
  } finally {
    await app.electron.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  }
});

const frames = (ms: number): string => (ms / frameMs).toFixed(1);

const line = ({ phase, tookMs, frameGapsMs, longGaps, longTasksMs, mainGapMs }: PhaseMeasure): string =>
  [
    phase.padEnd(30),
    `took ${Math.round(tookMs)} ms`.padEnd(15),
    `frame gaps ${frameGapsMs.map(frames).join(' ')} (${longGaps} over 2)`.padEnd(36),
    `long tasks ${longTasksMs.map(Math.round).join(' ') || 'none'}`.padEnd(28),
    `main ${frames(mainGapMs)}`,
  ].join('  ');
