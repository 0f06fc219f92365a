import { beforeEach, expect, test } from 'vitest';
import { isAllowedLink, openExternalLink } from '../../../../electron/shell/external-links';
import { resetElectron, shell } from '../../../fakes/electron';

beforeEach(resetElectron);

test.each([
  'https://console.jumpcloud.com/login/admin',
  'https://auth.lambdatest.com/',
  'https://www.testmuai.com/support/docs/jumpcloud-scim/',
  'https://CONSOLE.jumpcloud.com:443/#/sso',
])('%s may be opened', (address) => {
  expect(isAllowedLink(address)).toBe(true);
});

test.each([
  'http://console.jumpcloud.com/',
  'https://console.jumpcloud.com:8443/',
  'https://console.jumpcloud.com.evil.example/',
  'https://evil-jumpcloud.com/',
  'https://user@console.jumpcloud.com/',
  'https://console.jumpcloud.com@evil.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'console.jumpcloud.com',
  '',
])('%s may not', (address) => {
  expect(isAllowedLink(address)).toBe(false);
});

test('an allowed link goes to the system’s browser as it was parsed', async () => {
  expect(await openExternalLink('https://console.jumpcloud.com/a b')).toBe(true);
  expect(shell.opened).toEqual(['https://console.jumpcloud.com/a%20b']);
});

test('a link that is not allowed opens nothing, and says so', async () => {
  expect(await openExternalLink('https://example.com/')).toBe(false);
  expect(shell.opened).toEqual([]);
});
