import { assertNever } from '../result';
import type { EntityRef } from '../vendor/event';
import type { MirrorEvent } from './mirror-exchange';

const countOf = (members: readonly string[] | undefined): string =>
  members === undefined || members.length === 0
    ? 'nobody'
    : members.length === 1
      ? (members[0] ?? '')
      : `${members.length.toLocaleString('en-GB')} people`;
const entityOf = ({ type, name }: EntityRef): string => `${type} ${name}`;

/** One event in a few words, for the history of a person and for replays. */
export function explainEvent(event: MirrorEvent): string {
  switch (event.type) {
    case 'pushUser':
      return `pushed user ${event.userName}`;
    case 'deactivateUser':
      return `deactivated ${event.userName}`;
    case 'pushGroup':
      return `pushed group ${event.displayName} with ${countOf(event.members)}`;
    case 'renameGroup':
      return `renamed group ${event.displayName} to ${event.to}`;
    case 'addMembers':
      return `added ${countOf(event.members)} to group ${event.displayName}`;
    case 'removeMembers':
      return `removed ${countOf(event.members)} from group ${event.displayName}`;
    case 'setMembers':
      return `set the members of group ${event.displayName} to ${countOf(event.members)}`;
    case 'setGroupRoles':
      return `set the roles of group ${event.displayName} to ${event.roles.join(', ') || 'none'}`;
    case 'deleteGroup':
      return `deleted group ${event.displayName}`;
    case 'sync':
      return 'pushed everything again';
    case 'createEntity':
      return `admin created ${entityOf(event.entity)}`;
    case 'deleteEntity':
      return `admin deleted ${entityOf(event.entity)}`;
    case 'renameEntity':
      return `admin renamed ${entityOf(event.entity)} to ${event.to}`;
    case 'approveMapping':
      return `admin approved ${event.displayName} → ${entityOf(event.entity)}`;
    case 'rejectMapping':
      return `admin rejected ${event.displayName} → ${entityOf(event.entity)}`;
    case 'addRule':
      return 'admin added a rule';
    case 'removeRule':
      return 'admin removed a rule';
    case 'resolveConflict':
      return `admin decided ${event.use} for ${event.userName}`;
    case 'assign':
      return `admin assigned ${event.userName} to ${entityOf(event.entity)}`;
    case 'unassign':
      return `admin took ${event.userName} out of ${entityOf(event.entity)}`;
    case 'setRole':
      return `admin set ${event.userName} to ${event.role}`;
    case 'setGroupProvisioning':
      return `admin switched group provisioning ${event.on ? 'on' : 'off'}`;
    case 'replaceUser':
      return `changed user ${event.userName}`;
    case 'createUser':
      return `created user ${event.userName}`;
    case 'forgetDeletedGroup':
      return `forgot the deleted group ${event.displayName}`;
    case 'deleteUser':
      return `deleted user ${event.userName}`;
    default:
      return assertNever(event);
  }
}
