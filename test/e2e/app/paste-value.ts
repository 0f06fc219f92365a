import { copyText } from './copy-text';
import type { PreflightApp } from './launch';

/** Pastes a text into a value's field by its paste button, as after copying it in a console. */
export async function pasteValue(app: PreflightApp, name: string, text: string): Promise<void> {
  await copyText(app, text);
  await app.window.getByRole('button', { name: `Paste ${name}`, exact: true }).click();
}
