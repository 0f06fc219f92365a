import { describe, expect, it } from 'vitest';
import { remainingEmails } from '../../../../shared/bundle/email-in-text';
import { createPseudonyms } from '../../../../shared/bundle/pseudonyms';
import { redactPath } from '../../../../shared/bundle/redact-filter';

describe('the address of a request without names', () => {
  it.each([
    // As JumpCloud asks for a user before it creates one (jumpcloud-behaviour.md), and as axios and a browser encode it.
    ['/Users?filter=userName%20eq%20%22ann%40acme.example%22', '/Users?filter=userName%20eq%20%22person-1%40domain-1.example%22'],
    [
      '/Users?filter=userName+eq+%22ann%40acme.example%22&count=1',
      '/Users?filter=userName%20eq%20%22person-1%40domain-1.example%22&count=1',
    ],
    ['/Users?filter=userName%20eq%20"Ann@acme.example"', '/Users?filter=userName%20eq%20%22person-1%40domain-1.example%22'],
    ['/Users?filter=userName eq "ann.lee"', '/Users?filter=userName%20eq%20%22name-1%22'],
    ['/Users?filter=name.familyName%20sw%20%22Le%22', '/Users?filter=name.familyName%20sw%20%22Name%201%22'],
    [
      '/Users?filter=displayName%20eq%20%22Ann%22%20and%20active%20eq%20true',
      '/Users?filter=displayName%20eq%20%22Name%201%22%20and%20active%20eq%20true',
    ],
    ['/Users/ann%40acme.example', '/Users/person-1%40domain-1.example'],
    ['/Users?filter=%E0%A4%A', '/Users?filter=…'],
  ])('%s becomes %s', (target, expected) => {
    expect(redactPath(target, createPseudonyms())).toBe(expected);
  });

  it.each(['/Groups?filter=displayName%20eq%20%22eng-web%22&attributes=id', '/Users?startIndex=101&count=100', '/Users/20000'])(
    '%s stays as it is',
    (target) => {
      expect(redactPath(target, createPseudonyms())).toBe(target);
    },
  );

  it('begins an encoded address where it begins, not within the quote before it', () => {
    expect(createPseudonyms().text('see userName%20eq%20%22ann%40acme.example%22')).toBe(
      'see userName%20eq%20%22person-1%40domain-1.example%22',
    );
  });

  it('gives a person the same name in every spelling of the address', () => {
    const pseudonyms = createPseudonyms();
    expect(redactPath('/Users?filter=userName%20eq%20%22Ann%2Bx%40acme.example%22', pseudonyms)).toContain('person-1%40domain-1.example');
    expect(pseudonyms.text('see /Users/ann%2bx%40ACME.example and "ann+x@acme.example"')).toBe(
      'see /Users/person-1%40domain-1.example and "person-1@domain-1.example"',
    );
  });
});

describe('what is left of e-mails', () => {
  it('is found in both spellings, and pseudonyms are not among it', () => {
    expect(
      remainingEmails('{"displayName":"ops@acme.example","path":"/Users/ann%40acme.example","userName":"person-7@domain-2.example"}'),
    ).toEqual(['ops@acme.example', 'ann@acme.example']);
    expect(
      remainingEmails('{"format":"scim-preflight/plan@1","path":"?filter=userName%20eq%20%22person-1%40domain-1.example%22"}'),
    ).toEqual([]);
  });
});
