import { expect, test } from 'vitest';
import { describeChange } from '../../../../shared/mirror/describe-change';
import type { PersonView } from '../../../../shared/vendor/organisation';

const view = (parts: Partial<PersonView> = {}): PersonView => ({
  active: true,
  role: 'User',
  teams: ['a'],
  concurrencyGroup: 'Default',
  subOrganization: null,
  ...parts,
});

test.each<[PersonView | null, PersonView | null, readonly string[]]>([
  [null, view(), ['created, active User, team a, concurrency group Default']],
  [view(), null, ['deleted']],
  [view(), view(), []],
  [view(), view({ active: false, role: 'Admin' }), ['deactivated', 'role User → Admin']],
  [view(), view({ teams: ['b', 'c'] }), ['joined team b', 'joined team c', 'left team a']],
  [view(), view({ concurrencyGroup: 'QA', subOrganization: 'EU' }), ['concurrency group Default → QA', 'sub-organisation root → EU']],
])('%#: from %j to %j', (before, after, words) => {
  expect(describeChange({ before, after })).toEqual(words);
});
