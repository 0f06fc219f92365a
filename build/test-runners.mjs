import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tool } from './checks.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { onDisplay } from './set-up/on-display.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const reports = `${root}test-results/reports`;

/**
 * Unit, property and protocol tests.
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
export async function runVitest(args) {
  const report = `${reports}/vitest.json`;
  const code = await withReport(report, () =>
    runInFront(
      tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args),
      process.env,
      root,
    ),
  );
  return countOf(code, report, vitestCount);
}

/**
 * Tests on the real window. `environment` is what the set-up found out.
 * @param {readonly string[]} args
 * @param {{ env: Readonly<Record<string, string>>, electronArgs: readonly string[], virtualDisplay: boolean }} environment
 * @returns {Promise<Count>}
 */
export async function runPlaywright(args, { env, electronArgs, virtualDisplay }) {
  const report = `${reports}/playwright.json`; // as playwright.config.ts says
  const code = await withReport(report, () =>
    runInFront(
      onDisplay(tool('@playwright/test/cli.js', 'test', ...args), virtualDisplay),
      {
        ...process.env,
        ...env,
        SCIM_PREFLIGHT_ELECTRON_ARGS: electronArgs.join(' '),
        ...(virtualDisplay ? { SCIM_PREFLIGHT_VIRTUAL_DISPLAY: 'yes' } : {}),
      },
      root,
    ),
  );
  return countOf(code, report, playwrightCount);
}

/**
 * @param {string} report
 * @param {() => Promise<number>} run
 */
function withReport(report, run) {
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  return run();
}

/**
 * A runner that ended badly has failed, even where its report shows no failed test or is missing.
 * @param {number} code
 * @param {string} report
 * @param {(report: any) => Count} count
 * @returns {Count}
 */
function countOf(code, report, count) {
  /** @type {Count} */
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * A skipped test has not passed: here it counts as failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Count}
 */
export const vitestCount = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests + numPendingTests + numTodoTests,
});

/**
 * A test that passed at a second try only has not passed either.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 * @returns {Count}
 */
export const playwrightCount = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
});
