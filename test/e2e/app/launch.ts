import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArgs } from './electron-program';

export interface LaunchOptions {
  /** The folder of the profile; start again with the same one to be where one was. */
  readonly userData: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than Electron on the project's folder: a packaged app, or one that brings a keyring along. */
  readonly executablePath?: string;
}

export interface PreflightApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** What the page complained about: errors on its console and uncaught ones, the content security policy's included. */
  readonly complaints: readonly string[];
}

export const projectFolder = resolve(import.meta.dirname, '../../..');

/** See there: a program of its own is attached to late. Windows starts no script by its first line, so there it is started as it is. */
const attachLate = process.platform === 'win32' ? null : join(import.meta.dirname, 'attach-late.mjs');

/** Starts the built app and waits until its window says that it can be used. */
export async function launch({ userData, colorScheme, args = [], env = {}, executablePath }: LaunchOptions): Promise<PreflightApp> {
  const electron = await _electron.launch({
    args: [...electronArgs(), ...(executablePath === undefined ? [projectFolder] : []), ...args],
    cwd: projectFolder,
    env: { ...definedOnly(process.env), ...env, SCIM_PREFLIGHT_USER_DATA: userData, SCIM_PREFLIGHT_PROGRAM: executablePath ?? '' },
    colorScheme: colorScheme ?? 'light',
    ...(executablePath === undefined ? {} : { executablePath: attachLate ?? executablePath }),
  });
  const window = await electron.firstWindow();
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  await window.locator('html[data-app-state="loaded"]').waitFor();
  return { electron, window, complaints };
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
