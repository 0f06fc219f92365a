import type { OrganisationEdit } from '../ipc/organisation';
import { assertNever } from '../result';
import type { EntityRef } from '../vendor/event';
import { userKey } from '../vendor/names';
import type { OrganisationSpec } from '../vendor/scenario';

export interface EditedOrganisation {
  readonly spec: OrganisationSpec;
  /** What was done, for "Undo: …". */
  readonly label: string;
}

const count = (number: number, one: string, many: string): string => (number === 1 ? one : `${number.toLocaleString('en-GB')} ${many}`);

/** One edit of the vendor's side. Whether the result is an organisation is checked afterwards, as for a scenario file. */
export function editOrganisation(spec: OrganisationSpec, edit: OrganisationEdit): EditedOrganisation {
  switch (edit.kind) {
    case 'basics': {
      const { name, groupProvisioning, defaultConcurrencyGroup, enabledTypes } = edit;
      return { spec: { ...spec, name, groupProvisioning, defaultConcurrencyGroup, enabledTypes }, label: 'Change the organisation' };
    }
    case 'rules':
      return { spec: { ...spec, rules: edit.rules }, label: edit.label };
    case 'add-entities': {
      const known = new Set((spec.entities ?? []).map(entityId));
      const added = edit.entities.filter((entity) => !known.has(entityId(entity)));
      return {
        spec: { ...spec, entities: [...(spec.entities ?? []), ...added] },
        label: `Add ${count(added.length, added[0]?.name ?? 'entity', 'entities')}`,
      };
    }
    case 'remove-entity':
      return {
        spec: { ...spec, entities: (spec.entities ?? []).filter((entity) => entityId(entity) !== entityId(edit.entity)) },
        label: `Remove ${edit.entity.name}`,
      };
    case 'put-users': {
      const put = new Map(edit.users.map((user) => [userKey(user.userName), user]));
      const kept = (spec.users ?? []).map((user) => {
        const key = userKey(user.userName);
        const replacement = put.get(key);
        put.delete(key);
        return replacement ?? user;
      });
      return {
        spec: { ...spec, users: [...kept, ...put.values()] },
        label: `Put ${count(edit.users.length, edit.users[0]?.userName ?? 'person', 'people')}`,
      };
    }
    case 'remove-user': {
      const gone = userKey(edit.userName);
      return {
        spec: {
          ...spec,
          users: (spec.users ?? []).filter((user) => userKey(user.userName) !== gone),
          groups: (spec.groups ?? []).map((group) =>
            group.members?.some((member) => userKey(member) === gone) === true
              ? { ...group, members: group.members.filter((member) => userKey(member) !== gone) }
              : group,
          ),
        },
        label: `Remove ${edit.userName}`,
      };
    }
    case 'add-elsewhere': {
      const known = new Set((spec.usersInOtherOrganisations ?? []).map(userKey));
      const added = edit.userNames.filter((userName) => !known.has(userKey(userName)));
      return {
        spec: { ...spec, usersInOtherOrganisations: [...(spec.usersInOtherOrganisations ?? []), ...added] },
        label: `Add ${count(added.length, added[0] ?? 'person', 'people')} of other organisations`,
      };
    }
    case 'remove-elsewhere': {
      const gone = userKey(edit.userName);
      return {
        spec: {
          ...spec,
          usersInOtherOrganisations: (spec.usersInOtherOrganisations ?? []).filter((userName) => userKey(userName) !== gone),
        },
        label: `Remove ${edit.userName} from the other organisations`,
      };
    }
    case 'remove-group':
      return {
        spec: { ...spec, groups: (spec.groups ?? []).filter((group) => group.displayName !== edit.displayName) },
        label: `Remove group ${edit.displayName}`,
      };
    default:
      return assertNever(edit);
  }
}

const entityId = (entity: EntityRef): string => `${entity.type}\n${entity.name}`;
