import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../../../shared/bundle/pseudonyms';
import { redactBody } from '../../../../shared/bundle/redact-body';

const redact = (body: unknown) => JSON.parse(redactBody(JSON.stringify(body), createPseudonyms()));

describe('the body of a request without names', () => {
  it('replaces userName, names and e-mails, and keeps everything that explains a failure', () => {
    expect(
      redact({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'ann@acme.example',
        name: { givenName: 'Ann', familyName: 'Lee', formatted: 'Ann Lee' },
        emails: [{ value: 'ann@acme.example', primary: true }],
        externalId: 'ann.lee',
        active: 'False',
      }),
    ).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'person-1@domain-1.example',
      name: { givenName: 'Name 1', familyName: 'Name 2', formatted: 'Name 3' },
      emails: [{ value: 'person-1@domain-1.example', primary: true }],
      externalId: 'Name 4',
      active: 'False',
    });
  });

  it('knows the attribute of a PATCH operation by its path', () => {
    expect(
      redact({
        Operations: [
          { op: 'Replace', path: 'name.givenName', value: 'Ann' },
          { op: 'Add', path: 'members', value: [{ value: '23123', display: 'ann@acme.example' }] },
        ],
      }),
    ).toEqual({
      Operations: [
        { op: 'Replace', path: 'name.givenName', value: 'Name 1' },
        { op: 'Add', path: 'members', value: [{ value: '23123', display: 'person-1@domain-1.example' }] },
      ],
    });
  });

  it('of a body that is cut off tells no name either', () => {
    const text = redactBody('{"userName":"ann@acme.example","name":{"givenName":"Ann","familyName":"Le', createPseudonyms());
    for (const name of ['Ann', 'ann@', '"Le']) expect(text).not.toContain(name);
    expect(text).toContain('person-1@domain-1.example');
  });
});
