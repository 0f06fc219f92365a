import { closeSync, openSync } from 'node:fs';

/** A journal holds people's names: readable by this account alone, in whatever folder. SQLite gives its companions the same rights. */
export const makeFile = (path: string): void => closeSync(openSync(path, 'a', 0o600));
