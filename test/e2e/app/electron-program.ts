import { createRequire } from 'node:module';

/** The Electron that the set-up found. */
export const electronProgram = (): string => createRequire(import.meta.url)('electron') as string;

/** What Electron needs to be told on this machine (`--no-sandbox` for root on Linux). */
export const electronArgs = (): string[] => (process.env['SCIM_PREFLIGHT_ELECTRON_ARGS'] ?? '').split(' ').filter((arg) => arg !== '');
