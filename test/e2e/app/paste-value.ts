import type { PreflightApp } from './launch';

/**
 * Pastes a text into a value's field by its paste button, as after copying it in a console. The text is put in front of this app alone:
 * tests that run at once share the display's clipboard, and would take it from each other.
 */
export async function pasteValue({ electron, window }: PreflightApp, name: string, text: string): Promise<void> {
  await electron.evaluate(({ clipboard }, copied) => {
    clipboard.readText = async () => copied;
  }, text);
  await window.getByRole('button', { name: `Paste ${name}`, exact: true }).click();
}
