import { describe, expect, test } from 'vitest';
import { canSandbox } from '../../../build/set-up/check-sandbox.mjs';
import { differingPackages } from '../../../build/set-up/compare-lock.mjs';
import { installCommand, librariesIn, missingPackages, neededPackages } from '../../../build/set-up/debian-packages.mjs';
import { diskFix } from '../../../build/set-up/disk-fix.mjs';
import { needsVirtualDisplay, onDisplay } from '../../../build/set-up/on-display.mjs';
import { npmCause } from '../../../build/set-up/run-program.mjs';
import { sandboxArgs } from '../../../build/set-up/set-up.mjs';
import { SetUpError } from '../../../build/set-up/set-up-error.mjs';

describe('which packages differ from the lock file', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  };
  const a = locked['node_modules/a'];
  const everything = () => true;

  test('none, when each is there in its version', () => {
    expect(differingPackages(locked, { 'node_modules/a': a, 'node_modules/b': locked['node_modules/b'] }, everything)).toEqual([]);
  });

  test('none, when only an optional one of another platform is missing', () => {
    expect(differingPackages(locked, { 'node_modules/a': a }, everything)).toEqual([]);
  });

  test('all, when nothing is installed', () => {
    expect(differingPackages(locked, {}, () => false)).toEqual(['node_modules/a']);
  });

  test.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
  ])('one with %s', (_what, installed) => {
    expect(differingPackages(locked, installed, everything)).toEqual(['node_modules/a']);
  });

  test('one whose folder somebody deleted', () => {
    expect(differingPackages(locked, { 'node_modules/a': a }, (folder) => folder !== 'node_modules/a')).toEqual(['node_modules/a']);
  });

  test('one that nobody locked', () => {
    expect(differingPackages(locked, { 'node_modules/a': a, 'node_modules/c': { version: '3.0.0' } }, everything)).toEqual([
      'node_modules/c',
    ]);
  });
});

describe('which system packages are missing', () => {
  const everything = neededPackages({ virtualDisplay: true, keyring: true });
  const libraries = new Set(everything.flatMap(({ brings }) => ('library' in brings ? [brings.library] : [])));
  const programs = new Set(everything.flatMap(({ brings }) => ('program' in brings ? [brings.program] : [])));

  test('none where all libraries and programs are there', () => {
    expect(missingPackages({ virtualDisplay: true, keyring: true }, { libraries, programs })).toEqual([]);
  });

  test('on a bare machine all of them, the virtual display and the keyring only where needed', () => {
    const bare = { libraries: new Set<string>(), programs: new Set<string>() };
    const forWindows = 'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0 libdrm2 libnotify4 libsecret-1-0 dbus'.split(' ');
    expect(missingPackages({ virtualDisplay: false, keyring: false }, bare)).toEqual(forWindows);
    expect(missingPackages({ virtualDisplay: true, keyring: false }, bare)).toEqual([...forWindows, 'xvfb', 'xauth']);
    expect(missingPackages({ virtualDisplay: false, keyring: true }, bare)).toEqual([...forWindows, 'gnome-keyring', 'dbus-x11']);
  });

  test('just the one whose library is missing', () => {
    const found = { libraries: new Set([...libraries].filter((name) => name !== 'libgbm.so.1')), programs };
    expect(missingPackages({ virtualDisplay: true, keyring: true }, found)).toEqual(['libgbm1']);
  });

  test('libraries are read from the linker’s list', () => {
    const list = [
      "2 libs found in cache `/etc/ld.so.cache'",
      '\tlibgbm.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgbm.so.1',
      '\tlibnss3.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libnss3.so',
    ].join('\n');
    expect(librariesIn(list)).toEqual(new Set(['libgbm.so.1', 'libnss3.so']));
  });

  test('one command installs them', () => {
    expect(installCommand(['xvfb', 'xauth'])).toBe('apt-get install -y --no-install-recommends xvfb xauth');
  });
});

describe('the display', () => {
  test.each([
    ['linux', {}, true],
    ['linux', { DISPLAY: '' }, true],
    ['linux', { DISPLAY: ':0' }, false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['darwin', {}, false],
    ['win32', {}, false],
  ] as const)('on %s with %j a virtual one is needed: %s', (platform, env, needed) => {
    expect(needsVirtualDisplay(env, platform)).toBe(needed);
  });

  test('a command runs as it is, or inside a virtual display with a number of its own', () => {
    expect(onDisplay(['electron', '.'], false)).toEqual(['electron', '.']);
    expect(onDisplay(['electron', '.'], true).slice(0, 2)).toEqual(['xvfb-run', '-a']);
    expect(onDisplay(['electron', '.'], true).slice(-2)).toEqual(['electron', '.']);
  });

  test('a virtual display does not start anew when its last window closes: the next one could come in that moment', () => {
    expect(onDisplay(['electron', '.'], true).join(' ')).toContain('-noreset');
  });
});

test.each([
  ['linux', 0, ['--no-sandbox']],
  ['linux', 1000, []],
  ['darwin', 0, []],
  ['win32', undefined, []],
] as const)('Electron on %s as user %s starts with %j', (platform, uid, args) => {
  expect(sandboxArgs(platform, uid)).toEqual(args);
});

describe('Chromium’s sandbox', () => {
  const usual = { apparmorRestricts: null, cloneAllowed: null, mostNamespaces: '96365', helperIsRoots: false };

  test.each([
    ['user namespaces are there', usual, true],
    ['AppArmor restricts them', { ...usual, apparmorRestricts: '1' }, false],
    ['AppArmor could restrict them and does not', { ...usual, apparmorRestricts: '0' }, true],
    ['the kernel forbids them', { ...usual, cloneAllowed: '0' }, false],
    ['there may be none of them', { ...usual, mostNamespaces: '0' }, false],
    ['AppArmor restricts them, but the helper is set up', { ...usual, apparmorRestricts: '1', helperIsRoots: true }, true],
  ])('where %s', (_where, found, possible) => {
    expect(canSandbox(found)).toBe(possible);
  });
});

test('a failing npm is quoted by its first lines, without where its log is', () => {
  const output = [
    'npm error code ECONNREFUSED',
    'npm error request to http://localhost/ failed',
    'npm error network In most cases you are behind a proxy',
    'npm error A complete log of this run can be found in: /home/ada/.npm/_logs/1.log',
  ].join('\n');
  expect(npmCause({ code: 1, output })).toBe(
    'code ECONNREFUSED; request to http://localhost/ failed; network In most cases you are behind a proxy',
  );
  expect(npmCause({ code: 1, output: '' })).toBe('npm ended with 1');
  expect(npmCause({ code: null, output: 'spawn npm ENOENT' })).toBe('spawn npm ENOENT');
});

test('a step that fails is named, with its cause and what to do', () => {
  const error = new SetUpError({ step: 'Getting Electron', cause: 'no network', fix: 'Connect.' });
  expect(error.message).toBe('Getting Electron failed\n  why: no network\n  do:  Connect.');
});

test.each([
  ['npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write', /disk is full/],
  ['tar: package/release/app.tar.gz: Wrote only 6656 of 10240 bytes', /disk is full/],
  ["EROFS: read-only file system, mkdir '/home/pat/.cache/scim-preflight'", /cannot be written to.*XDG_CACHE_HOME/],
  [
    "npm error enoent Invalid response body while trying to fetch …: ENOENT: no such file or directory, mkdir '/home/pat/.npm'",
    /npm_config_cache/,
  ],
])('a fault of the disk is told as one, not as one of the network: %s', (cause, fix) => {
  expect(diskFix(cause)).toMatch(fix);
});

test('a fault of the network is no fault of the disk', () => {
  expect(diskFix('npm error code ENOTFOUND; network request failed')).toBeNull();
});
