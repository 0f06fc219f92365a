import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../../../shared/bundle/pseudonyms';
import { redactBody } from '../../../../shared/bundle/redact-body';

const redact = (body: unknown, kind: 'User' | 'Group' | null = null) =>
  JSON.parse(redactBody(JSON.stringify(body), kind, createPseudonyms()));

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
    const text = redactBody('{"userName":"ann@acme.example","name":{"givenName":"Ann","familyName":"Le', null, createPseudonyms());
    for (const name of ['Ann', 'ann@', '"Le']) expect(text).not.toContain(name);
    expect(text).toContain('person-1@domain-1.example');
  });

  it('takes the displayName of a person for a name, and keeps that of a group, whoever says which it is', () => {
    const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
    const group = 'urn:ietf:params:scim:schemas:core:2.0:Group';
    expect(redact({ schemas: [user], displayName: 'Ann Lee' })).toEqual({ schemas: [user], displayName: 'Name 1' });
    expect(redact({ schemas: [group], displayName: 'eng' })).toEqual({ schemas: [group], displayName: 'eng' });
    const patch = { Operations: [{ op: 'Replace', path: 'displayName', value: 'Ann Lee' }] };
    expect(redact(patch, 'User').Operations[0].value).toBe('Name 1');
    expect(redact(patch, 'Group').Operations[0].value).toBe('Ann Lee');
    expect(redact({ Operations: [{ method: 'POST', path: '/Groups', data: { displayName: 'eng' } }] }).Operations[0].data).toEqual({
      displayName: 'eng',
    });
    expect(redact({ Resources: [{ displayName: 'Ann Lee' }] }).Resources[0].displayName).toBe('Name 1');
  });

  it('knows the other places in which a person is named, and keeps the names of their groups', () => {
    expect(
      redact(
        {
          emails: [{ value: 'ann@acme.example', display: 'Ann Lee' }],
          groups: [{ value: '7', display: 'eng' }],
          members: [{ value: '23123', display: 'Bob Ray' }],
          'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '7011', manager: { displayName: 'Carol Ring' } },
        },
        'User',
      ),
    ).toEqual({
      emails: [{ value: 'person-1@domain-1.example', display: 'Name 1' }],
      groups: [{ value: '7', display: 'eng' }],
      members: [{ value: '23123', display: 'Name 2' }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: 'Name 3', manager: { displayName: 'Name 4' } },
    });
  });

  it('replaces a userName that is no e-mail where a message quotes it', () => {
    const pseudonyms = createPseudonyms();
    redactBody('{"userName":"ann.lee"}', 'User', pseudonyms);
    expect(redactBody('{"detail":"userName: a user named \\"Ann.Lee\\" exists"}', 'User', pseudonyms)).toBe(
      '{"detail":"userName: a user named \\"name-1\\" exists"}',
    );
  });

  it.each(['{"userName":"ann', '{"emails":[{"value":"ann', '{"displayName":"Ann Lee","members":[{"display":"Ann'])(
    'leaves out the text at which %s was cut off',
    (body) => {
      expect(redactBody(body, 'User', createPseudonyms())).not.toMatch(/ann/i);
    },
  );
});
