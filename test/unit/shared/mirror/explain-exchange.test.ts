import { expect, test } from 'vitest';
import { explainExchange } from '../../../../shared/mirror/explain-exchange';
import { sampleExchange } from '../../../fixtures/scim/sample-exchange';

const ann = ['ann@acme.example'];

test.each([
  [{ method: 'GET', path: '/Users', query: 'filter=userName%20eq%20%22ann%40acme.example%22' }, 'Looked up ann@acme.example'],
  [{ method: 'GET', path: '/Users', query: 'filter=active+eq+true' }, 'Listed users'],
  [{ method: 'GET', path: '/Groups', query: 'filter=displayName%20eq%20%22a%20%5C%22b%5C%22%22' }, 'Looked up group a "b"'],
  [{ method: 'GET', path: '/Groups', query: '' }, 'Listed groups'],
  [{ method: 'POST', path: '/Users', people: ann, status: 201 }, 'Created ann@acme.example'],
  [{ method: 'POST', path: '/Users', people: ann, status: 200 }, 'Updated ann@acme.example, who was there'],
  [{ method: 'PATCH', path: '/Users/1', people: ann }, 'Changed ann@acme.example'],
  [{ method: 'PATCH', path: '/Users/1', people: ann, effectCount: 0, eventCount: 0 }, 'Changed ann@acme.example: nothing changed'],
  [{ method: 'DELETE', path: '/Users/1', people: ann, status: 204 }, 'Deleted ann@acme.example'],
  [{ method: 'POST', path: '/Groups', group: 'eng', people: ['a', 'b'], status: 201 }, 'Created group eng, 2 people'],
  [{ method: 'PATCH', path: '/Groups/9', group: 'eng', people: ann }, 'Changed group eng, ann@acme.example'],
  [{ method: 'POST', path: '/Groups', group: 'eng', people: [], status: 403 }, 'Create group eng: refused, group provisioning is off'],
  [
    { method: 'POST', path: '/Groups', group: 'eng', people: [], status: 409, scimType: 'uniqueness' },
    'Create group eng: refused, the name is taken',
  ],
  [{ method: 'GET', path: '/Users/77', people: [], status: 404 }, 'Read user 77: not found'],
  [{ method: 'GET', path: '/Users', people: [], status: 400, scimType: 'invalidFilter' }, 'List users: refused, the filter cannot be read'],
  [{ method: 'GET', path: '/ServiceProviderConfig' }, 'Asked what the service can do (ServiceProviderConfig)'],
  [{ method: 'GET', path: '/Users', query: 'filter=%E0%A4%A' }, 'Listed users'],
])('%j', (parts, words) => {
  expect(explainExchange(sampleExchange(parts))).toBe(words);
});
