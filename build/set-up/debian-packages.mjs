/**
 * What Electron needs of a Linux system, found by what it brings (a library or a program), not by the name of its package:
 * newer releases call the same package differently (libgtk-3-0t64).
 * @typedef {{ name: string, brings: { library: string } | { program: string } }} SystemPackage
 */

/** @type {readonly SystemPackage[]} */
const forWindows = [
  { name: 'libgtk-3-0', brings: { library: 'libgtk-3.so.0' } },
  { name: 'libnss3', brings: { library: 'libnss3.so' } },
  { name: 'libasound2', brings: { library: 'libasound.so.2' } },
  { name: 'libgbm1', brings: { library: 'libgbm.so.1' } },
  { name: 'libxss1', brings: { library: 'libXss.so.1' } },
  { name: 'libatk-bridge2.0-0', brings: { library: 'libatk-bridge-2.0.so.0' } },
  { name: 'libdrm2', brings: { library: 'libdrm.so.2' } },
  { name: 'libnotify4', brings: { library: 'libnotify.so.4' } },
  { name: 'libsecret-1-0', brings: { library: 'libsecret-1.so.0' } },
  { name: 'dbus', brings: { program: 'dbus-daemon' } },
];

/** @type {readonly SystemPackage[]} */
const forVirtualDisplay = [
  { name: 'xvfb', brings: { program: 'xvfb-run' } },
  { name: 'xauth', brings: { program: 'xauth' } },
];

/** @type {readonly SystemPackage[]} */
const forKeyring = [
  { name: 'gnome-keyring', brings: { program: 'gnome-keyring-daemon' } },
  { name: 'dbus-x11', brings: { program: 'dbus-launch' } },
];

/**
 * The packages whose library or program is not there.
 * @param {{ virtualDisplay: boolean, keyring: boolean }} need
 * @param {{ libraries: ReadonlySet<string>, programs: ReadonlySet<string> }} found
 * @returns {string[]}
 */
export function missingPackages(need, found) {
  return neededPackages(need)
    .filter(({ brings }) => ('library' in brings ? !found.libraries.has(brings.library) : !found.programs.has(brings.program)))
    .map(({ name }) => name);
}

/** @param {{ virtualDisplay: boolean, keyring: boolean }} need */
export const neededPackages = ({ virtualDisplay, keyring }) => [
  ...forWindows,
  ...(virtualDisplay ? forVirtualDisplay : []),
  ...(keyring ? forKeyring : []),
];

/**
 * The libraries in the linker's list (`ldconfig -p`): "	libgtk-3.so.0 (libc6,x86-64) => /usr/lib/…".
 * @param {string} list
 */
export const librariesIn = (list) => new Set([...list.matchAll(/^\s+(\S+) \(/gm)].map(([, name]) => String(name)));

/** @param {readonly string[]} names */
export const installCommand = (names) => `apt-get install -y --no-install-recommends ${names.join(' ')}`;
