import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import { guardAllContents, guardSession } from '../../../../electron/shell/contents-guard';
import { app, cancellable, FakeContents, resetElectron, shell } from '../../../fakes/electron';

let contents: FakeContents;

/** A session that keeps the handlers it is given. */
class FakeSession extends EventEmitter {
  request = (_contents: unknown, _permission: string, _answer: (granted: boolean) => void): void => {};
  check = () => true;
  device = () => true;
  before = (_details: { readonly url: string }, _answer: (answer: { readonly cancel: boolean }) => void): void => {};

  setPermissionRequestHandler = (handler: FakeSession['request']) => {
    this.request = handler;
  };
  setPermissionCheckHandler = (handler: FakeSession['check']) => {
    this.check = handler;
  };
  setDevicePermissionHandler = (handler: FakeSession['device']) => {
    this.device = handler;
  };
  languages: readonly string[] = ['en-US'];
  setSpellCheckerLanguages = (languages: readonly string[]) => {
    this.languages = languages;
  };
  setSpellCheckerEnabled = () => {};
  webRequest = {
    onBeforeRequest: (handler: FakeSession['before']) => {
      this.before = handler;
    },
  };
}

beforeEach(() => {
  resetElectron();
  guardAllContents();
  contents = new FakeContents('app://preflight/');
  app.emit('web-contents-created', {}, contents);
});

describe.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s', (name) => {
  test.each([
    ['https://example.com/', true],
    ['file:///etc/passwd', true],
    ['app://preflight.evil/', true],
    ['data:text/html,hello', true],
    ['app://preflight/#/guide', false],
  ])('to %s is prevented: %s', (url, prevented) => {
    const event = cancellable({ url });
    contents.emit(name, event);
    expect(event.prevented).toBe(prevented);
  });
});

test('no guest page is embedded', () => {
  const event = cancellable();
  contents.emit('will-attach-webview', event);
  expect(event.prevented).toBe(true);
});

test('no window is opened; a listed link goes to the system, another nowhere', () => {
  for (const url of ['https://console.jumpcloud.com/', 'https://example.com/'])
    expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
  expect(shell.opened).toEqual(['https://console.jumpcloud.com/']);
});

describe('the session', () => {
  let session: FakeSession;

  beforeEach(() => {
    session = new FakeSession();
    guardSession(session as never);
  });

  test('grants nothing', () => {
    let granted: boolean | null = null;
    session.request(contents, 'media', (answer) => {
      granted = answer;
    });
    expect([granted, session.check(), session.device()]).toEqual([false, false, false]);
  });

  test('fetches no dictionary', () => {
    expect(session.languages).toEqual([]);
  });

  test('downloads nothing', () => {
    const event = cancellable();
    session.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });

  test.each([
    ['app://preflight/assets/main.js', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['data:image/png;base64,AA==', false],
    ['blob:app://preflight/1', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['ws://example.com/', true],
    ['app://elsewhere/', true],
  ])('cancels a request for %s: %s', (url, cancelled) => {
    let cancel: boolean | null = null;
    session.before({ url }, (answer) => {
      cancel = answer.cancel;
    });
    expect(cancel).toBe(cancelled);
  });
});
