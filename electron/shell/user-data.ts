import { resolve } from 'node:path';
import { app } from 'electron';

/** A profile of its own by `SCIM_PREFLIGHT_USER_DATA` or `--user-data-dir`, so that two can run side by side; else the system's usual place. */
export function chooseUserData(): void {
  const asked = process.env['SCIM_PREFLIGHT_USER_DATA'] || app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', asked === '' ? resolve(app.getPath('appData'), 'scim-preflight') : resolve(asked));
}
