import { join } from 'node:path';
import { electronProgram } from './electron-program';
import { type LaunchOptions, projectFolder } from './launch';

/**
 * Options of `start` for an app that finds a keyring. On Linux the tests bring one, kept beside the profile; elsewhere the system has one
 * (Playwright has Chromium use a mock of the Keychain on macOS).
 */
export function useKeyring(userData: string): Partial<LaunchOptions> {
  if (process.platform !== 'linux') return {};
  return {
    executablePath: join(import.meta.dirname, 'with-keyring.sh'),
    args: ['--password-store=gnome-libsecret', projectFolder],
    env: { SCIM_PREFLIGHT_ELECTRON: electronProgram(), XDG_DATA_HOME: join(userData, 'keyring') },
  };
}
