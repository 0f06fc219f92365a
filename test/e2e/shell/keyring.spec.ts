import { createWorkspace } from '../app/create-workspace';
import { filesWith } from '../app/files-with';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { pasteValue } from '../app/paste-value';
import { useKeyring } from '../app/use-keyring';

const token = 'planted0Token1That2Nobody3May4Find5WXYZ';

test('with a keyring, what is encrypted once is readable after a restart', async ({ start, userData }) => {
  const first = await start(useKeyring(userData));
  const encrypted = await first.electron.evaluate(({ safeStorage }) => safeStorage.encryptString('a token').toString('base64'));
  await first.electron.close();
  const second = await start(useKeyring(userData));
  const decrypted = await second.electron.evaluate(
    ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
    encrypted,
  );
  expect(decrypted).toBe('a token');
  const bytes = Buffer.from(encrypted, 'base64').toString('latin1');
  expect(bytes).not.toContain('a token');
  // Chromium marks what a keyring's key encrypted with v11 on Linux; v10 there is a key that everybody knows.
  expect(bytes.slice(0, 3)).toBe(process.platform === 'linux' ? 'v11' : 'v10');
});

test('with a keyring a token survives, and is in no file as it is', async ({ start, userData }) => {
  const first = await start(useKeyring(userData));
  await createWorkspace(first.window, 'Acme');
  await openScreen(first.window, 'guide/3');
  await pasteValue(first, 'Bearer token', token);
  await expect(first.window.getByText('ends in WXYZ').first()).toBeAttached();
  await first.electron.close();
  for (const spelling of [token, Buffer.from(token).toString('base64'), Buffer.from(token, 'utf16le').toString('latin1')]) {
    expect(filesWith(userData, spelling)).toEqual([]);
  }
  const second = await start(useKeyring(userData));
  await openScreen(second.window, 'guide/3');
  await expect(second.window.getByText('ends in WXYZ').first()).toBeAttached();
  await expect(second.window.getByText('Not held any more')).toHaveCount(0);
});

test('where the keyring refuses midway, the token works from memory and that is told', async ({ start, userData }) => {
  const app = await start(useKeyring(userData));
  const { window, electron } = app;
  await createWorkspace(window, 'Acme');
  await electron.evaluate(({ safeStorage }) => {
    safeStorage.encryptString = () => {
      throw new Error('planted: the keyring is locked');
    };
  });
  await openScreen(window, 'guide/3');
  await pasteValue(app, 'Bearer token', token);
  await expect(window.getByText('ends in WXYZ').first()).toBeAttached();
  await expect(window.getByText('in memory, until the app is closed').first()).toBeVisible();
  await openScreen(window, 'overview');
  await expect(window.getByRole('alert').filter({ hasText: 'did not encrypt a token: planted: the keyring is locked.' })).toBeVisible();
  expect(filesWith(userData, token)).toEqual([]);
});
