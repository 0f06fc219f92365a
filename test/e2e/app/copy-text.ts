import type { PreflightApp } from './launch';

/** Puts a text on the clipboard, as an admin does in a browser. */
export const copyText = ({ electron }: PreflightApp, text: string): Promise<void> =>
  electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);

export const clipboardText = ({ electron }: PreflightApp): Promise<string> => electron.evaluate(({ clipboard }) => clipboard.readText());
