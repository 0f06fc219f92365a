import { homedir } from 'node:os';
import { join } from 'node:path';

/** Outside the project, so that fresh clones and work trees share what was downloaded once. */
export const cacheFolder = () => join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'scim-preflight');
