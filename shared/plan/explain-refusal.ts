import { assertNever } from '../result';
import type { EntityRef } from '../vendor/event';
import type { Refusal } from '../vendor/refusal';
import { entityTypeWords } from './explain-rule';

const shown = (entity: EntityRef): string => `${entityTypeWords[entity.type]} ${entity.name}`;

/** At most so many names are listed before the rest is counted. */
const listed = 5;

export const nameList = (names: readonly string[]): string =>
  names.length <= listed ? names.join(', ') : `${names.slice(0, listed).join(', ')} and ${names.length - listed} more`;

/** Why the vendor refuses, in words (vendor-behaviour.md section 7). */
export function explainRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'in-other-organisation':
      return `${refusal.userName} is in another organisation`;
    case 'unknown-members':
      return `invalidValue: group ${refusal.displayName} names members that do not exist: ${nameList(refusal.members)} (A8)`;
    case 'unknown-concurrency-group':
      return `invalidValue: LambdatestGroup ${refusal.concurrencyGroup} of ${refusal.userName} does not exist (A17)`;
    case 'user-name-not-email':
      return `invalidValue: userName ${refusal.userName} is not an e-mail address`;
    case 'invalid-rule':
      return `the rule's pattern is not a valid regular expression: ${refusal.message}`;
    case 'default-concurrency-group':
      return `${refusal.name} is the default concurrency group and cannot be deleted`;
    case 'group-provisioning-off':
      return refusal.groups === 1 ? 'group provisioning is off' : `group provisioning is off: ${refusal.groups} groups were refused`;
    case 'type-not-enabled':
      return `${entityTypeWords[refusal.entity.type]}s are not enabled for this organisation (A16)`;
    case 'unknown-user':
      return `no user ${refusal.userName}`;
    case 'unknown-group':
      return `no active group named ${refusal.displayName}`;
    case 'unknown-entity':
      return `no ${shown(refusal.entity)}`;
    case 'unknown-mapping':
      return `group ${refusal.displayName} has no mapping to ${shown(refusal.entity)}`;
    case 'unknown-rule':
      return 'no such rule';
    case 'no-conflict':
      return `${refusal.userName} has no open conflict${refusal.type === null ? '' : ` of type ${refusal.type}`}`;
    case 'several-conflicts':
      return `${refusal.userName} has open conflicts of several types: say which with conflictType`;
    case 'group-exists':
      return `a group named ${refusal.existing} exists${refusal.existing === refusal.displayName ? '' : ' (A10)'}`;
    case 'user-exists':
      return `a user ${refusal.userName} exists`;
    case 'entity-exists':
      return `a ${shown(refusal.entity)} exists`;
    case 'entity-owned':
      return `${shown(refusal.entity)} is mapped from group ${refusal.owner}: an entity is mapped from one group only`;
    default:
      return assertNever(refusal);
  }
}

/** What to do about it. */
export function refusalFix(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'in-other-organisation':
      return 'Invite the person through team invite first.';
    case 'unknown-members':
      return 'Push the person first, or leave them out of the group.';
    case 'unknown-concurrency-group':
      return 'Create the concurrency group, or correct its name.';
    case 'user-name-not-email':
      return 'In JumpCloud, map userName to the e-mail (I9).';
    case 'invalid-rule':
      return 'Correct the pattern (RE2 syntax).';
    case 'default-concurrency-group':
      return 'Choose another default first.';
    case 'group-provisioning-off':
      return 'Switch SCIM Group Provisioning on, or ask support to.';
    case 'type-not-enabled':
      return 'Ask support to enable this type for the organisation.';
    case 'unknown-user':
    case 'unknown-group':
    case 'unknown-entity':
    case 'unknown-mapping':
    case 'unknown-rule':
      return 'Look it up in the list; the name may be misspelt or gone.';
    case 'no-conflict':
    case 'several-conflicts':
      return 'Open the list of conflicts and choose one.';
    case 'group-exists':
      return 'Rename or delete the other group.';
    case 'user-exists':
      return 'Choose another userName.';
    case 'entity-exists':
      return 'Choose another name.';
    case 'entity-owned':
      return 'Reject the other mapping first, or map to another entity.';
    default:
      return assertNever(refusal);
  }
}
