/**
 * One package as package-lock.json and npm's note of what it installed (node_modules/.package-lock.json) write it.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages folder → package
 */

/**
 * The folders in which what is installed is not what the lock file says: missing, another version, or there without being locked.
 * Optional packages may be missing, since most are for other platforms.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 * @param {(folder: string) => boolean} isThere whether the folder of a package exists
 * @returns {string[]}
 */
export function differingPackages(locked, installed, isThere) {
  const differing = [];
  for (const [folder, wanted] of Object.entries(locked)) {
    if (folder === '') continue;
    const found = installed[folder];
    if (found === undefined) {
      if (wanted.optional !== true && wanted.devOptional !== true) differing.push(folder);
    } else if (found.version !== wanted.version || found.integrity !== wanted.integrity || !isThere(folder)) {
      differing.push(folder);
    }
  }
  for (const folder of Object.keys(installed)) if (folder !== '' && locked[folder] === undefined) differing.push(folder);
  return differing;
}
