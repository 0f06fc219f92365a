import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../../../electron/node/scim-server/desk';
import { Mirror } from '../../../../../electron/node/scim-server/mirror';
import { groupResource } from '../../../../../electron/node/scim-server/render-group';
import { userResource } from '../../../../../electron/node/scim-server/render-user';
import { groupView, userView } from '../../../../../electron/node/scim-server/resource-views';
import type { JsonObject } from '../../../../../shared/scim/json';
import { profileNames, profiles } from '../../../../../shared/scim/profile';
import { commonAttributes } from '../../../../../shared/scim/schema/common-attributes';
import type { ResourceShape } from '../../../../../shared/scim/schema/resource-shape';
import { enterpriseUserUrn } from '../../../../../shared/scim/urns';
import { defaultAssumptions } from '../../../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../../../shared/vendor/load-organisation';
import { groups, must, people } from '../../../../../shared/vendor/organisation';

const at = Date.UTC(2026, 0, 31, 12);

function openMirror(): Mirror {
  const loaded = loadOrganisation(
    {
      users: [
        { userName: 'ann@acme.example', givenName: 'Ann', familyName: 'Archer', role: 'Admin', concurrencyGroup: 'Fast' },
        { userName: 'bob@acme.example' },
        { userName: 'cy@acme.example', givenName: 'Cy', active: false },
      ],
      groups: [
        { displayName: 'Eng', members: ['ann@acme.example', 'cy@acme.example'], roles: ['Guest'] },
        { displayName: 'Empty', members: [] },
      ],
    },
    defaultAssumptions,
  );
  if (!loaded.ok) throw new Error(loaded.error.message);
  const mirror = new Mirror(loaded.value, at);
  const attributes = { name: { middleName: 'M' }, nickName: 'Andy', emails: [{ value: 'a@x.example', primary: true }], externalId: 'e1' };
  mirror.perform(
    {
      events: [{ type: 'deactivateUser', userName: 'ann@acme.example' }],
      attributes: [
        { resource: 'User', name: 'ann@acme.example', attributes: { ...attributes, [enterpriseUserUrn]: { department: 'R&D' } } },
        { resource: 'Group', name: 'Eng', attributes: { externalId: 'g1' } },
      ],
    },
    at + 5000,
  );
  return mirror;
}

/** Everything that a path of a filter can lead to. */
const namesIn = ({ core, extensions }: ResourceShape): readonly string[] => [
  ...core.attributes.map(({ name }) => name),
  ...commonAttributes.map(({ name }) => name),
  ...extensions.map(({ id }) => id),
];

function compare(view: JsonObject, resource: JsonObject, names: readonly string[]): void {
  expect(names).toEqual(expect.arrayContaining(Object.keys(resource)));
  for (const name of names) {
    const seen = view[name];
    expect([name, seen === undefined ? undefined : JSON.parse(JSON.stringify(seen))]).toEqual([
      name,
      resource[name] === undefined ? undefined : JSON.parse(JSON.stringify(resource[name])),
    ]);
  }
}

describe.each(profileNames)('what a filter sees of a record is what an answer shows of it (%s)', (profileName) => {
  const desk: Desk = { mirror: openMirror(), profile: profiles[profileName], baseUrl: 'http://127.0.0.1:1/scim/v2' };
  const { organisation } = desk.mirror;

  test('Users', () => {
    const view = userView(desk);
    for (const person of people(organisation)) compare(view(person.id), userResource(desk, person), namesIn(desk.profile.user));
    const again = must([...people(organisation)][0]);
    compare(view(again.id), userResource(desk, again), namesIn(desk.profile.user));
  });

  test('Groups', () => {
    const view = groupView(desk);
    for (const group of groups(organisation)) compare(view(group.id), groupResource(desk, group, true), namesIn(desk.profile.group));
  });
});
