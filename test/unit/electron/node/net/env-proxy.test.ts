import { describe, expect, it } from 'vitest';
import { addressKind } from '../../../../../electron/node/net/address-rules';
import { envProxy } from '../../../../../electron/node/net/env-proxy';

describe('the proxy of the environment', () => {
  it.each([
    ['https://scim.example.com/x', { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['https://scim.example.com/x', { https_proxy: 'proxy:3128' }, 'http://proxy:3128/'],
    ['https://scim.example.com/x', { ALL_PROXY: 'http://all:1' }, 'http://all:1/'],
    ['https://scim.example.com/x', { HTTP_PROXY: 'http://proxy:3128' }, null],
    ['https://scim.example.com/x', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.example.com' }, null],
    ['https://scim.example.com/x', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'other.com, example.com:8443' }, 'http://proxy:3128/'],
    ['https://notexample.com/x', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'example.com' }, 'http://proxy:3128/'],
    ['http://127.0.0.1:9/x', { HTTP_PROXY: 'http://proxy:3128' }, null],
  ])('for %s with %j is %s', async (url, env, expected) => {
    expect((await envProxy(env)(new URL(url)))?.href ?? null).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.31.255.1', 'private'],
    ['172.32.0.1', 'public'],
    ['169.254.169.254', 'private'],
    ['::ffff:192.168.1.1', 'private'],
    ['fd12::1', 'private'],
    ['fe80::1', 'private'],
    ['0.0.0.0', 'private'],
    ['2606:4700::1', 'public'],
    ['8.8.8.8', 'public'],
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });
});
