import { expect, test } from 'vitest';
import { playwrightCount, vitestCount } from '../../../build/test-runners.mjs';

test.each([
  [
    { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    { passed: 5, failed: 0 },
  ],
  [
    { numPassedTests: 5, numFailedTests: 2, numPendingTests: 0, numTodoTests: 0 },
    { passed: 5, failed: 2 },
  ],
  [
    { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 },
    { passed: 5, failed: 2 },
  ],
])('of vitest’s %j counts %j: what was skipped has not passed', (report, count) => {
  expect(vitestCount(report)).toEqual(count);
});

test.each([
  [
    { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] },
    { passed: 3, failed: 0 },
  ],
  [
    { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] },
    { passed: 3, failed: 3 },
  ],
  [
    { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'a file did not load' }] },
    { passed: 0, failed: 1 },
  ],
])('of Playwright’s %j counts %j', (report, count) => {
  expect(playwrightCount(report)).toEqual(count);
});
