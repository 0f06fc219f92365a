import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const logError = vi.fn();
vi.mock('../../../../electron/shell/log', () => ({ logError }));

let electron: typeof import('../../../fakes/electron');
let closing: typeof import('../../../../electron/shell/closing');

beforeEach(async () => {
  logError.mockClear();
  vi.resetModules();
  vi.useFakeTimers();
  electron = await import('../../../fakes/electron');
  closing = await import('../../../../electron/shell/closing');
  closing.closeCleanly();
});

afterEach(() => {
  vi.useRealTimers();
});

function askToQuit() {
  const event = electron.cancellable();
  electron.app.emit('before-quit', event);
  return event;
}

test('what was opened last is closed first, and only then the app quits', async () => {
  const closed: string[] = [];
  closing.beforeClosing(() => void closed.push('store'));
  closing.beforeClosing(async () => {
    await Promise.resolve();
    closed.push('server');
  });
  expect(askToQuit().prevented).toBe(true);
  expect(electron.app.quits).toBe(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(closed).toEqual(['server', 'store']);
  expect(electron.app.quits).toBe(1);
  expect(askToQuit().prevented).toBe(false);
});

test('asking again while closing runs nothing twice', async () => {
  const close = vi.fn();
  closing.beforeClosing(close);
  askToQuit();
  expect(askToQuit().prevented).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledTimes(1);
  expect(electron.app.quits).toBe(1);
});

test('one that fails is logged and the others are closed all the same', async () => {
  const closed: string[] = [];
  closing.beforeClosing(() => void closed.push('store'));
  closing.beforeClosing(() => {
    throw new Error('stuck');
  });
  askToQuit();
  await vi.advanceTimersByTimeAsync(0);
  expect(closed).toEqual(['store']);
  expect(logError).toHaveBeenCalledWith('closing', expect.objectContaining({ message: 'stuck' }));
});

test('one that hangs keeps the app for five seconds, not longer', async () => {
  closing.beforeClosing(() => new Promise(() => {}));
  askToQuit();
  await vi.advanceTimersByTimeAsync(4999);
  expect(electron.app.quits).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(electron.app.quits).toBe(1);
});

test('a window that does not close keeps the app for three seconds more, not longer', async () => {
  askToQuit();
  await vi.advanceTimersByTimeAsync(0);
  expect(electron.app.quits).toBe(1);
  await vi.advanceTimersByTimeAsync(2999);
  expect(electron.app.exits).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(electron.app.exits).toEqual([0]);
});

test('the app ends with its last window', () => {
  electron.app.emit('window-all-closed');
  expect(electron.app.quits).toBe(1);
});

test('whoever starts it again while it closes gets it back afterwards, once', () => {
  expect(closing.reopenAfterClosing()).toBe(false);
  expect(electron.app.relaunches).toBe(0);
  askToQuit();
  expect([closing.reopenAfterClosing(), closing.reopenAfterClosing()]).toEqual([true, true]);
  expect(electron.app.relaunches).toBe(1);
});
