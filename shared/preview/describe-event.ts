import { entityTypeWords } from '../plan/explain-rule';
import { assertNever } from '../result';
import type { EntityRef, VendorEvent } from '../vendor/event';

const shown = (entity: EntityRef): string => `${entityTypeWords[entity.type]} ${entity.name}`;

/** What an event is, in a few words: "push of group eng-backend". */
export function describeEvent(event: VendorEvent): string {
  switch (event.type) {
    case 'pushUser':
      return `push of ${event.userName}`;
    case 'deactivateUser':
      return `deactivation of ${event.userName}`;
    case 'pushGroup':
      return `push of group ${event.displayName}`;
    case 'renameGroup':
      return `renaming of group ${event.displayName} to ${event.to}`;
    case 'addMembers':
      return `new members of group ${event.displayName}`;
    case 'removeMembers':
      return `members removed from group ${event.displayName}`;
    case 'setMembers':
      return `members of group ${event.displayName} as JumpCloud has them`;
    case 'setGroupRoles':
      return `roles of group ${event.displayName}`;
    case 'deleteGroup':
      return `deletion of group ${event.displayName}`;
    case 'sync':
      return 'sync';
    case 'createEntity':
      return `creation of ${shown(event.entity)}`;
    case 'deleteEntity':
      return `deletion of ${shown(event.entity)}`;
    case 'renameEntity':
      return `renaming of ${shown(event.entity)} to ${event.to}`;
    case 'approveMapping':
      return `approval of ${event.displayName} → ${shown(event.entity)}`;
    case 'rejectMapping':
      return `rejection of ${event.displayName} → ${shown(event.entity)}`;
    case 'addRule':
      return 'a new rule';
    case 'removeRule':
      return 'removal of a rule';
    case 'resolveConflict':
      return `decision on the conflict of ${event.userName}: use ${event.use}`;
    case 'assign':
      return `assignment of ${event.userName} to ${shown(event.entity)}`;
    case 'unassign':
      return `removal of ${event.userName} from ${shown(event.entity)}`;
    case 'setRole':
      return `role ${event.role} for ${event.userName}`;
    case 'setGroupProvisioning':
      return `group provisioning switched ${event.on ? 'on' : 'off'}`;
    default:
      return assertNever(event);
  }
}
