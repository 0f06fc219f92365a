import type { Page } from '@playwright/test';

/** Makes a workspace by the switcher's menu, as from anywhere in the window, and waits until it is the open one. */
export async function createWorkspace(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: /Switch workspace/ }).click();
  await window.getByRole('menuitem', { name: 'New workspace…' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await window.getByRole('button', { name: 'Create', exact: true }).click();
  await window.getByRole('button', { name: new RegExp(`${name}.*Switch workspace`) }).waitFor();
}
