import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { createWorkspace } from '../e2e/app/create-workspace';
import { launch } from '../e2e/app/launch';
import { openScreen } from '../e2e/app/open-screen';
import { printPhase } from './print-phase';
import { watchWindow } from './watch-window';

const scenario = process.env['BENCH_SCENARIO'];
if (scenario === undefined) throw new Error('expected the path of a scenario in BENCH_SCENARIO');

const bar = (window: Page) => window.getByRole('region', { name: 'What if', exact: true });
const groupField = (window: Page) => window.getByRole('combobox', { name: 'Group', exact: true });
const rows = 'main [role="grid"]';
const tried = 'ol[aria-label="Changes tried"]';
const boxes = 'main svg g[role="button"]';

/** Waits in the page itself, once a frame: an accessible name would be worked out on the page's thread, and measured. */
const seen = (window: Page, selector: string, text = '') =>
  window.waitForFunction(
    ([where, what]) => document.querySelector(where)?.textContent?.includes(what) === true,
    [selector, text] as const,
    { timeout: 120_000 },
  );
const gone = (window: Page, selector: string) => window.waitForFunction((where) => document.querySelector(where) === null, selector);
const countOf = (window: Page, selector: string, most: number) =>
  window.waitForFunction(([where, count]) => document.querySelectorAll(where).length > count, [selector, most] as const);

/** How long the page's thread and main are held up by each thing that is done with a large organisation. */
test('the window with a large organisation', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'scim-preflight-bench-'));
  const app = await launch({ userData });
  const { window } = app;
  try {
    await createWorkspace(window, 'Large');
    await openScreen(window, 'vendor/organisation');
    const measure = await watchWindow(app);
    const phase = async (name: string, act: () => Promise<unknown>) => printPhase(await measure(name, async () => void (await act())));

    await phase('nothing at all', () => window.waitForTimeout(1000));
    await phase('a scenario is opened', async () => {
      await window.locator('main input[type="file"]').setInputFiles(scenario);
      await window.getByRole('status').filter({ hasText: 'was taken over' }).waitFor({ timeout: 120_000 });
    });
    await phase('the preview screen comes', async () => {
      await openScreen(window, 'preview');
      await window.getByRole('button', { name: 'Run the preview' }).first().waitFor();
    });
    await phase('a run, until its numbers', async () => {
      await window.getByRole('button', { name: 'Run the preview' }).first().click();
      await seen(window, 'main section[aria-label="The run in numbers"]');
    });
    await phase('the first rows', () => seen(window, rows, '@'));
    await phase('the same as a mere copy', () => drawCopy(window));
    await phase('people are scrolled', () => scroll(window));
    await phase('a search is typed', async () => {
      await window.getByRole('textbox', { name: 'Search people' }).pressSequentially('user12', { delay: 60 });
      await window.waitForTimeout(1000);
      await window.getByRole('textbox', { name: 'Search people' }).fill('');
      await window.waitForTimeout(1000);
    });
    await phase('people are sorted by role', async () => {
      await window.locator(rows).getByRole('button', { name: 'Role' }).click();
      await window.waitForTimeout(1000);
    });
    await phase('a person is opened', async () => {
      await window.locator(`${rows} [role="row"][aria-rowindex="4"]`).click();
      await seen(window, '[role="dialog"]', 'Why');
      await window.keyboard.press('Escape');
      await window.waitForTimeout(400);
    });
    await phase('the picture', async () => {
      await openScreen(window, 'preview/picture');
      await countOf(window, boxes, 10);
    });
    await phase('the picture with 60 boxes', async () => {
      await window.getByRole('combobox', { name: 'How many boxes' }).selectOption('60');
      await countOf(window, boxes, 60);
    });
    await openScreen(window, 'preview/people');
    await seen(window, rows, '@');
    await phase('a change is put together', async () => {
      await bar(window).getByRole('button', { name: 'Try a change' }).click();
      await window.getByRole('menuitem', { name: 'Delete a group…' }).click();
      await groupField(window).click();
      await window.waitForTimeout(500);
    });
    const group = (await window.locator('[role="option"]').nth(3).textContent()) ?? '';
    await phase('its group is typed', () => groupField(window).pressSequentially(group, { delay: 30 }));
    await phase('the what-if is played', async () => {
      await window.getByRole('button', { name: 'Try it' }).click();
      await seen(window, tried, 'delete group');
    });
    for (const round of [1, 2]) {
      await window.waitForTimeout(1000);
      await phase(`undo, ${round}`, async () => {
        await window.keyboard.press('Control+z');
        await gone(window, tried);
      });
      await window.waitForTimeout(1000);
      await phase(`redo, ${round}`, async () => {
        await window.keyboard.press('Control+Shift+z');
        await seen(window, tried, 'delete group');
      });
    }
  } finally {
    await app.electron.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The floor of what is drawn anew as a whole: the screen's own elements copied and shown, without the work of making them. */
const drawCopy = (window: Page) =>
  window.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const screen = document.querySelector('main');
    if (screen === null) throw new Error('expected the screen in its main element');
    for (let round = 0; round < 5; round += 1) {
      const copy = screen.cloneNode(true);
      await frame();
      screen.after(copy);
      screen.hidden = true;
      await frame();
      await frame();
      screen.hidden = false;
      copy.parentNode?.removeChild(copy);
      await frame();
    }
  });

/** A step a frame, every tenth a long one into rows that are not here yet. */
const scroll = async (window: Page) => {
  await window.evaluate(async (where) => {
    const grid = document.querySelector(where);
    for (let at = 1; at <= 60; at += 1) {
      grid?.scrollBy({ top: at % 10 === 0 ? 200_000 : 400 });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    grid?.scrollTo({ top: 0 });
  }, rows);
  await seen(window, rows, '@');
};
