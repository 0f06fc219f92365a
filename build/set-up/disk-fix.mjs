/** What a full disk says: Node and npm, tar, and other programs. */
const full = /ENOSPC|no space left|Wrote only \d+ of \d+ bytes/i;
/** What a folder says that may not be written to; npm reports its own cache's as a folder that is not there. */
const refused = /EROFS|EACCES|EPERM|read-only file system|permission denied|ENOENT.*\bmkdir\b/is;

/**
 * What a person can do when the disk is why something failed; null when it is not.
 * @param {string} cause what the failed program said
 */
export function diskFix(cause) {
  if (full.test(cause)) return 'The disk is full. Free about 2 GB, then run the same command again.';
  if (refused.test(cause))
    return "A folder cannot be written to. Make it yours; or name others for what is downloaded, by npm_config_cache for npm's and XDG_CACHE_HOME for this project's. Then run the same command again.";
  return null;
}
