import type { PreflightApp } from './launch';

/** Gives the page of the window this many pixels, and waits until it has them. */
export async function setContentSize({ electron, window }: PreflightApp, size: { readonly width: number; readonly height: number }) {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size);
  await window.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
