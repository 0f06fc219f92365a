import { app, type BrowserWindow } from 'electron';

const patienceMs = 60_000;

/** Waits in the page until it says that it is loaded, then asks main something through the bridge and looks for something to use. */
const becomeUsable = `new Promise((resolve, reject) => {
  const root = document.documentElement;
  const look = async () => {
    if (root.dataset.appState === 'error') return reject(new Error('the page shows an error: ' + document.body.innerText.slice(0, 300)));
    if (root.dataset.appState !== 'loaded') return;
    observer.disconnect();
    const answer = await window.preflight.invoke('app:versions', undefined);
    if (!answer.ok) return reject(new Error('the bridge answered: ' + answer.error.message));
    const usable = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled])')].filter((e) => e.getClientRects().length > 0);
    if (usable.length === 0) return reject(new Error('the page shows nothing that can be used'));
    resolve(usable.length);
  };
  const observer = new MutationObserver(() => void look());
  observer.observe(root, { attributes: true });
  void look();
})`;

/** `--smoke`: opens, waits until the window is usable, says so in one line and ends; a failure is an exit code of 1 and its reason. */
export async function runSmoke(window: BrowserWindow, startedAtMs: number): Promise<void> {
  try {
    const controls = await Promise.race([readyPage(window), patience()]);
    const { electron, chrome, node } = process.versions;
    const usableMs = Math.round(performance.timeOrigin + performance.now() - startedAtMs);
    process.stdout.write(
      `SCIM Preflight ${app.getVersion()}, Electron ${electron}, Chrome ${chrome}, Node ${node}: usable in ${usableMs} ms (${controls} controls)\n`,
      () => app.exit(0),
    );
  } catch (error) {
    process.stderr.write(`smoke: ${error instanceof Error ? error.message : String(error)}\n`, () => app.exit(1));
  }
}

async function readyPage(window: BrowserWindow): Promise<number> {
  const failed = new Promise<never>((_resolve, reject) => {
    window.webContents.once('did-fail-load', (_event, code, description) =>
      reject(new Error(`the page did not load: ${description} (${code})`)),
    );
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`the window's process ended: ${reason}`)));
  });
  const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
  await Promise.race([loaded, failed]);
  return Promise.race([window.webContents.executeJavaScript(becomeUsable) as Promise<number>, failed]);
}

const patience = (): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`the window was not usable within ${patienceMs / 1000} s`)), patienceMs),
  );
