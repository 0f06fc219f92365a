import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * A profile of its own by `SCIM_PREFLIGHT_USER_DATA` or `--user-data-dir`, so that two can run side by side; else the system's usual place.
 * Fails where the folder can be neither found nor made, or not written to: Chromium would end without a word.
 */
export function chooseUserData(): void {
  const asked = process.env['SCIM_PREFLIGHT_USER_DATA'] || app.commandLine.getSwitchValue('user-data-dir');
  const folder = asked === '' ? resolve(app.getPath('appData'), 'scim-preflight') : resolve(asked);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`its profile folder ${folder} cannot be used (${error instanceof Error ? error.message : String(error)})`);
  }
  app.setPath('userData', folder);
}
