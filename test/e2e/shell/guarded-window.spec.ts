import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';

test('the window opens, says that it is loaded and is clean for axe', async ({ app }) => {
  await expect(app.window).toHaveTitle(/SCIM Preflight/);
  expect(await findAxeViolations(app.window)).toEqual([]);
});

test('is clean for axe in the dark too', async ({ start }) => {
  const { window } = await start({ colorScheme: 'dark' });
  expect(await findAxeViolations(window)).toEqual([]);
});

test('puts two functions on the window and nothing of Node or Electron', async ({ app }) => {
  const found = await app.window.evaluate(() => ({
    preflight: Object.entries(window['preflight' as keyof Window] as object).map(([name, value]) => `${name}: ${typeof value}`),
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  }));
  expect(found).toEqual({ preflight: ['invoke: function', 'subscribe: function'], globals: [] });
});

test('runs sandboxed and isolated, without Node', async ({ app }) => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the content security policy blocks inline and evaluated scripts, foreign styles, frames and connections', async ({
  app,
  provoked,
}) => {
  provoked.push(/Content Security Policy/);
  await app.window.evaluate(() => {
    const seen = { violated: new Set<string>(), ran: [] as string[] };
    Object.assign(globalThis, { seen });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.violated.add(effectiveDirective));
    const add = (tag: string, properties: Record<string, string>) =>
      document.body.append(Object.assign(document.createElement(tag), properties));
    add('script', { textContent: "globalThis.seen.ran.push('inline script')" });
    add('style', { textContent: 'body { outline: 1px solid red }' });
    add('iframe', { src: 'https://example.com/' });
    fetch('https://example.com/').then(
      () => seen.ran.push('connection'),
      () => {},
    );
    // Later, since what a debugger evaluates itself may evaluate too.
    setTimeout(() => {
      try {
        new Function("globalThis.seen.ran.push('evaluated script')")();
      } catch {
        seen.ran.push('refusal to evaluate');
      }
    });
  });
  const seen = () =>
    app.window.evaluate(() => {
      const { violated, ran } = Reflect.get(globalThis, 'seen') as { violated: Set<string>; ran: string[] };
      return { violated: [...violated].sort(), ran };
    });
  await expect.poll(seen).toEqual({
    violated: ['connect-src', 'frame-src', 'script-src', 'script-src-elem', 'style-src-elem'],
    ran: ['refusal to evaluate'],
  });
});

test('opens no window, leaves its page for nothing, and hands only listed links to the system', async ({ app, provoked }) => {
  provoked.push(/Not allowed to load local resource/);
  const page = app.window;
  const address = page.url();
  await app.electron.evaluate(({ shell }) => {
    const links: string[] = [];
    Object.assign(globalThis, { openedLinks: links });
    shell.openExternal = async (url) => {
      links.push(url);
    };
  });
  const opened = await page.evaluate(() => {
    const windows = [
      'https://example.com/',
      'file:///etc/passwd',
      'https://console.jumpcloud.com:8443/',
      'https://console.jumpcloud.com/login/admin',
    ];
    const answers = windows.map((url) => open(url));
    location.href = 'https://example.com/';
    return answers;
  });
  await expect
    .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'openedLinks')))
    .toEqual(['https://console.jumpcloud.com/login/admin']);
  expect(opened).toEqual([null, null, null, null]);
  expect(page.url()).toBe(address);
  expect(app.electron.windows()).toHaveLength(1);
});

test('refuses an unknown request and an input that is not as agreed, and says where', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const { invoke } = (globalThis as unknown as { preflight: { invoke: (channel: string, input: unknown) => Promise<unknown> } })
      .preflight;
    return [
      await invoke('app:quit', undefined),
      await invoke('__proto__', undefined),
      await invoke('app:open-link', { url: 'not a link' }),
    ];
  });
  expect(answers).toEqual([
    { ok: false, error: { code: 'unknown-channel', message: expect.any(String) } },
    { ok: false, error: { code: 'unknown-channel', message: expect.any(String) } },
    { ok: false, error: { code: 'bad-input', message: expect.stringContaining('app:open-link'), path: 'url' } },
  ]);
});

test('answers nobody but its own window', async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${electronApp.getAppPath()}/dist/main/preload.cjs`, sandbox: true },
    });
    await foreign.loadURL('app://preflight/');
    const answered = await foreign.webContents.executeJavaScript("window.preflight.invoke('app:versions', undefined)");
    foreign.destroy();
    return answered;
  });
  expect(answer).toEqual({ ok: false, error: { code: 'untrusted-sender', message: expect.any(String) } });
});

test('grants the page no camera, place or notification', async ({ app }) => {
  const states = await app.window.evaluate(async () =>
    Promise.all(
      (['geolocation', 'notifications', 'camera'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied']);
});
