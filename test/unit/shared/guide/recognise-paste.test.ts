import { describe, expect, it } from 'vitest';
import { recognisePaste } from '../../../../shared/guide/recognise-paste';

const read = (text: string) => Object.fromEntries(recognisePaste(text).map(({ value, text: found }) => [value, found]));

describe('a panel that was copied as a whole', () => {
  it('gives the five SSO details of step 9 by the labels of the console, whatever their order', () => {
    const panel = [
      'SSO details',
      'ACS URL: https://auth.lambdatest.com/login/callback?connection=acme',
      'IdP Entity ID: https://sso.jumpcloud.com/saml2/testmu-ai',
      'SP Entity ID: urn:auth0:lambdatest:Acme',
      'Subject Name: email',
      'Login URL: https://accounts.lambdatest.com/login',
    ].join('\r\n');
    expect(read(panel)).toEqual({
      'acs-url': 'https://auth.lambdatest.com/login/callback?connection=acme',
      'idp-entity-id': 'https://sso.jumpcloud.com/saml2/testmu-ai',
      'sp-entity-id': 'urn:auth0:lambdatest:Acme',
      'name-id': 'email',
      'login-url': 'https://accounts.lambdatest.com/login',
    });
  });

  it.each([
    ['a label over its value', 'SCIM Base URL\n\nhttps://auth.lambdatest.com/api/scim\nBearer Token\nq7Zx0123456789abcdef0123'],
    ['a table', 'SCIM Base URL\thttps://auth.lambdatest.com/api/scim\nBearer Token\tq7Zx0123456789abcdef0123'],
    ['Markdown', '| SCIM Base URL | https://auth.lambdatest.com/api/scim |\n| Bearer Token | q7Zx0123456789abcdef0123 |'],
    ['a list', '- Base URL: https://auth.lambdatest.com/api/scim\n- Token Key = q7Zx0123456789abcdef0123'],
    ['no labels at all', 'https://auth.lambdatest.com/api/scim\nq7Zx0123456789abcdef0123'],
  ])('is read where it is %s', (_how, text) => {
    expect(read(text)).toEqual({ 'scim-base-url': 'https://auth.lambdatest.com/api/scim', 'bearer-token': 'q7Zx0123456789abcdef0123' });
  });

  it('keeps the text as it stands, so that the checks can say what is wrong with it', () => {
    expect(read('Base URL: http://auth.lambdatest.com/api/scim/Users/')).toEqual({
      'scim-base-url': 'http://auth.lambdatest.com/api/scim/Users/',
    });
  });

  it('takes the first of two values under one label', () => {
    expect(read('ACS URL: https://a.example/acs\nACS URL: https://b.example/acs')).toEqual({ 'acs-url': 'https://a.example/acs' });
  });
});

describe('what is not taken', () => {
  it.each([
    ['prose', 'Go to the settings, then copy the SCIM Base URL and Bearer Token option.'],
    ['an address that may be anything', 'https://www.example.com/page'],
    ['a URN without a label, which may be either side’s entity ID', 'urn:auth0:lambdatest:acme'],
    ['two of one shape', 'https://a.example/scim\nhttps://b.example/scim'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(recognisePaste(text)).toEqual([]);
  });
});

describe('a hostile paste', () => {
  it.each([
    ['one endless line of spaces', `a${' '.repeat(200_000)}b`],
    ['a hundred thousand lines', 'Base URL:\n'.repeat(100_000)],
    ['separators only', '|'.repeat(100_000)],
  ])('of %s is answered with nothing', (_what, text) => {
    expect(recognisePaste(text)).toEqual([]);
  });
});
