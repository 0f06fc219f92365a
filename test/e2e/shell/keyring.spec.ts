import { expect, test } from '../app/fixtures';
import { useKeyring } from '../app/use-keyring';

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
