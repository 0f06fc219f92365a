import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerPageRequest, pagePath } from '../../../../electron/shell/page-files';
import { contentSecurityPolicy } from '../../../../electron/shell/page-policy';

describe('the path of a page file', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main-Bx_1.js', 'assets/main-Bx_1.js'],
  ])('%s is %s', (pathname, path) => {
    expect(pagePath(pathname)).toBe(path);
  });

  test.each([
    '/../package.json',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets%2fmain.js',
    '/assets\\main.js',
    '//etc/passwd.js',
    '/.env.js',
    '/assets/.hidden.js',
    '/assets/',
    '/main.exe',
    '/main',
    '/toString',
  ])('%s leads nowhere', (pathname) => {
    expect(pagePath(pathname)).toBeNull();
  });
});

describe('a request for a page file', () => {
  let folder: string;
  const ask = (path: string, method = 'GET') => answerPageRequest(folder, { url: `app://preflight${path}`, method });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    await writeFile(join(folder, 'index.html'), '<style nonce="__STYLE_NONCE__"></style><meta nonce="__STYLE_NONCE__">');
    await writeFile(join(folder, 'main.js'), 'const text = "__STYLE_NONCE__";');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is answered with its type, the policy and no caching', async () => {
    const answer = await ask('/main.js');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(await answer.text()).toBe('const text = "__STYLE_NONCE__";');
  });

  test('puts one fresh nonce into the page and its policy at each load', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await ask('/');
        const [first, second] = [...(await answer.text()).matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => String(nonce));
        expect(first).toBe(second);
        expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy(String(first)));
        return first;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    // 16 random bytes, so that it cannot be guessed.
    for (const nonce of nonces) expect(Buffer.from(String(nonce), 'base64')).toHaveLength(16);
  });

  test.each([
    ['a file that is not there', '/nothing.js', 'GET', 404],
    ['a way out of the folder', '/%2e%2e/x.js', 'GET', 404],
    ['another method', '/', 'POST', 405],
  ])('is refused for %s', async (_what, path, method, status) => {
    const answer = await ask(path, method);
    expect([answer.status, await answer.text()]).toEqual([status, '']);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  });
});

test('the policy allows no inline or evaluated script and nothing from elsewhere', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});
