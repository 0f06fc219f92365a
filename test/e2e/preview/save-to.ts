import type { PreflightApp } from '../app/launch';

/** The next save dialogs answer this path, as if the admin had chosen it. */
export async function saveTo({ electron }: PreflightApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}
