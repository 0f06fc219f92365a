import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Handlers } from '../../../../electron/shell/handlers/handlers';
import { openRequestDoor } from '../../../../electron/shell/request-door';
import { requestWire } from '../../../../shared/ipc/preflight-api';
import { BrowserWindow, ipcMain, resetElectron } from '../../../fakes/electron';

vi.mock('../../../../electron/shell/log', () => ({ logError: vi.fn() }));

const versions = { app: '1.0.0', electron: '45', chrome: '150', node: '24' };
let window: BrowserWindow;
let answer: (input: unknown) => unknown;

const ask = (
  channel: unknown,
  input?: unknown,
  event: object = { sender: window.webContents, senderFrame: window.webContents.mainFrame },
) => ipcMain.listeners.get(requestWire)?.(event, channel, input);

beforeEach(() => {
  resetElectron();
  window = new BrowserWindow();
  answer = () => versions;
  const handlers = { 'app:versions': (input: unknown) => answer(input), 'app:open-link': (input: unknown) => answer(input) };
  openRequestDoor(handlers as unknown as Handlers, { window: () => window as never });
});

test('a request of our own page is answered by its handler', async () => {
  expect(await ask('app:versions')).toEqual({ ok: true, value: versions });
});

test('the handler gets the input as its schema made it, without what was not asked for', async () => {
  answer = (input) => input;
  expect(await ask('app:open-link', { url: 'https://jumpcloud.com/', extra: 1 })).toEqual({
    ok: true,
    value: { url: 'https://jumpcloud.com/' },
  });
});

describe('nobody else is answered', () => {
  const refused = { ok: false, error: { code: 'untrusted-sender', message: expect.any(String) } };

  test('not another window', async () => {
    const other = new BrowserWindow().webContents;
    expect(await ask('app:versions', undefined, { sender: other, senderFrame: other.mainFrame })).toEqual(refused);
  });

  test('not a frame inside our page', async () => {
    expect(await ask('app:versions', undefined, { sender: window.webContents, senderFrame: { url: 'app://preflight/' } })).toEqual(refused);
  });

  test('not a frame that is gone', async () => {
    expect(await ask('app:versions', undefined, { sender: window.webContents, senderFrame: null })).toEqual(refused);
  });

  test.each(['https://evil.example/', 'app://preflight.evil.example/', 'app://other/', 'about:blank'])(
    'not our window showing %s',
    async (url) => {
      window = new BrowserWindow({ url });
      expect(await ask('app:versions')).toEqual(refused);
    },
  );
});

test.each([['app:quit'], ['__proto__'], ['constructor'], [42], [undefined]])('there is no request %j', async (channel) => {
  expect(await ask(channel)).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
});

test.each([
  ['app:versions', {}, undefined],
  ['app:open-link', undefined, undefined],
  ['app:open-link', { url: 'nowhere' }, 'url'],
  ['app:copy', { text: 'x'.repeat(1_000_001) }, 'text'],
])('%s with a wrong input is refused, and where it is wrong is said', async (channel, input, path) => {
  const called = vi.fn();
  answer = called;
  const refusal = (await ask(channel, input)) as { error: { code: string; message: string; path?: string } };
  expect(refusal.error.code).toBe('bad-input');
  expect(refusal.error.message).toContain(channel);
  expect(refusal.error.path).toBe(path);
  expect(called).not.toHaveBeenCalled();
});

describe('a handler that fails', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EROFS', 'no-permission'],
    ['ENOENT', 'internal'],
  ])('with %s of the operating system is told as %s', async (code, told) => {
    answer = () => {
      throw Object.assign(new Error(`${code}: /home/ada/secret`), { code });
    };
    const refusal = (await ask('app:versions')) as { error: { code: string; message: string } };
    expect(refusal.error.code).toBe(told);
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  test('later too, and whatever it threw', async () => {
    answer = async () => Promise.reject('not even an error');
    expect(await ask('app:versions')).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
