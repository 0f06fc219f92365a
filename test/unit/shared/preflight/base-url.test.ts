import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '../../../../shared/preflight/base-url';

describe('the shape of a base URL (J5)', () => {
  it.each([
    ['https://auth.lambdatest.com/api/scim', 'pass', 'https://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api/scim/', 'fail', 'https://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api/scim//', 'fail', 'https://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api/scim/Users', 'fail', 'https://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api/scim/Users?count=1', 'fail', 'https://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api/scim#top', 'fail', 'https://auth.lambdatest.com/api/scim'],
    [' https://auth.lambdatest.com/api/scim\n', 'fail', 'https://auth.lambdatest.com/api/scim'],
    ['http://auth.lambdatest.com/api/scim', 'fail', 'http://auth.lambdatest.com/api/scim'],
    ['https://auth.lambdatest.com/api', 'warn', 'https://auth.lambdatest.com/api'],
    ['http://127.0.0.1:8080/scim/v2', 'pass', 'http://127.0.0.1:8080/scim/v2'],
    ['http://[::1]:8080/scim/v2', 'pass', 'http://[::1]:8080/scim/v2'],
    ['auth.lambdatest.com/api/scim', 'fail', null],
    ['https://ann:secret@auth.lambdatest.com/api/scim', 'fail', null],
    ['', 'fail', null],
  ])('%s: %s', (text, result, usable) => {
    const reading = readBaseUrl(text);
    expect([reading.probe.result, reading.usable]).toEqual([result, usable]);
    if (result !== 'pass') expect(reading.probe.fix).toBeTruthy();
  });
});
