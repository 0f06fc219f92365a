import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setMenu } from '../../../../electron/shell/menu';
import { claimPageOrigin, isOurPage, servePage } from '../../../../electron/shell/page-origin';
import { push } from '../../../../electron/shell/push';
import { holdSingleInstance } from '../../../../electron/shell/single-instance';
import { chooseUserData } from '../../../../electron/shell/user-data';
import { app, BrowserWindow, type FakeMenuItem, Menu, protocol, resetElectron, shell } from '../../../fakes/electron';

beforeEach(resetElectron);

describe('the profile folder', () => {
  const asked = process.env['SCIM_PREFLIGHT_USER_DATA'];
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profile-'));
    delete process.env['SCIM_PREFLIGHT_USER_DATA'];
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    delete process.env['SCIM_PREFLIGHT_USER_DATA'];
    if (asked !== undefined) process.env['SCIM_PREFLIGHT_USER_DATA'] = asked;
  });

  test('is the system’s usual place', () => {
    app.setPath('appData', folder);
    chooseUserData();
    expect(app.getPath('userData')).toBe(join(folder, 'scim-preflight'));
  });

  test('is where the environment says', () => {
    process.env['SCIM_PREFLIGHT_USER_DATA'] = relative(process.cwd(), join(folder, 'profiles/two'));
    chooseUserData();
    expect(app.getPath('userData')).toBe(join(folder, 'profiles/two'));
  });

  test('is where the command line says', () => {
    app.commandLine.appendSwitch('user-data-dir', join(folder, 'three'));
    chooseUserData();
    expect(app.getPath('userData')).toBe(join(folder, 'three'));
  });

  test('is readable by this account alone', () => {
    process.env['SCIM_PREFLIGHT_USER_DATA'] = join(folder, 'private');
    chooseUserData();
    expect(statSync(join(folder, 'private')).mode & 0o077).toBe(0);
  });

  test('is refused with its reason where a file stands in its way', () => {
    writeFileSync(join(folder, 'file'), '');
    process.env['SCIM_PREFLIGHT_USER_DATA'] = join(folder, 'file');
    expect(chooseUserData).toThrow(/profile folder .*file cannot be used/);
  });
});

describe('a second start', () => {
  test('is told that there is a first', () => {
    app.lockIsFree = false;
    expect(holdSingleInstance(() => null)).toBe(false);
  });

  test('brings the first window forward', () => {
    const window = new BrowserWindow();
    window.minimised = true;
    expect(holdSingleInstance(() => window as never)).toBe(true);
    app.emit('second-instance');
    expect(window.done).toEqual(['restore', 'show', 'focus']);
  });

  test('finds nothing to bring forward while the first closes', () => {
    holdSingleInstance(() => null);
    expect(() => app.emit('second-instance')).not.toThrow();
  });
});

test.each([
  ['app://preflight/', true],
  ['app://preflight/index.html#/guide', true],
  ['app://preflight', false],
  ['app://preflight.evil/', false],
  ['app://elsewhere/', false],
  ['https://preflight/', false],
  ['about:blank', false],
])('%s is a page of ours: %s', (address, ours) => {
  expect(isOurPage(address)).toBe(ours);
});

test('the scheme of the page is claimed with the powers of https, and serves its own host alone', async () => {
  claimPageOrigin();
  servePage('/nowhere');
  expect(protocol.privileged).toEqual([{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) }]);
  expect(protocol.privileged).not.toEqual([{ scheme: 'app', privileges: expect.objectContaining({ bypassCSP: true }) }]);
  const answer = await protocol.handlers.get('app')?.({ method: 'GET', url: 'app://elsewhere/index.html' });
  expect(answer?.status).toBe(404);
});

test('what main tells reaches our own pages only', () => {
  const ours = new BrowserWindow();
  const foreign = new BrowserWindow({ url: 'https://example.com/' });
  BrowserWindow.all = [ours, foreign];
  push('live:waiting' as never, { ms: 1 } as never);
  expect(ours.webContents.sent).toEqual([['preflight:push', 'live:waiting', { ms: 1 }]]);
  expect(foreign.webContents.sent).toEqual([]);
});

describe('the menu', () => {
  const items = (): FakeMenuItem[] => {
    const flatten = (list: readonly FakeMenuItem[]): FakeMenuItem[] => list.flatMap((item) => [item, ...flatten(item.submenu ?? [])]);
    return flatten(Menu.shown);
  };
  const roles = () => items().flatMap(({ role }) => (role === undefined ? [] : [role]));

  test('has the usual roles, so that their shortcuts work', () => {
    setMenu();
    expect(roles()).toEqual(
      expect.arrayContaining(['editMenu', 'windowMenu', 'help', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen']),
    );
  });

  test('offers reload and the developer tools in development only', () => {
    setMenu();
    expect(roles()).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    app.isPackaged = true;
    setMenu();
    expect(roles()).not.toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
  });

  test('leads to the support bundle, made or opened', () => {
    const window = new BrowserWindow();
    BrowserWindow.all = [window];
    setMenu();
    for (const label of ['Make a support bundle…', 'Open a support bundle…'])
      items()
        .find((item) => item.label === label)
        ?.click?.();
    expect(window.webContents.sent).toEqual([
      ['preflight:push', 'app:go', { screen: 'bundle', detail: ['make'] }],
      ['preflight:push', 'app:go', { screen: 'bundle', detail: ['open'] }],
    ]);
    expect(roles()).toContain(process.platform === 'darwin' ? 'close' : 'quit');
  });

  test('leads to allowed hosts only', () => {
    setMenu();
    const links = items().filter(({ label, click }) => click !== undefined && !label?.endsWith('bundle…'));
    for (const { click } of links) click?.();
    expect(links.length).toBeGreaterThan(0);
    expect(shell.opened).toHaveLength(links.length);
  });
});
