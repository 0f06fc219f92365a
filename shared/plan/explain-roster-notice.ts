import type { RosterNotice } from '../jumpcloud/roster-events';
import { assertNever } from '../result';
import { nameList } from './explain-refusal';

/** What JumpCloud leaves out of a roster, and why, in words. */
export function explainRosterNotice(notice: RosterNotice): string {
  switch (notice.kind) {
    case 'staged-not-pushed':
      return `not provisioned because their state is STAGED (${notice.fact}): ${nameList(notice.people)}`;
    case 'nameless-not-pushed':
      return `not provisioned because a first or last name is missing (${notice.fact}): ${nameList(notice.people)}`;
    case 'other-organisation-not-member':
      return `in another organisation, so that no group can list them (${notice.fact}): ${nameList(notice.people)}`;
    case 'unbound-not-pushed':
      return `not provisioned because none of their groups is bound to the application (${notice.fact}): ${nameList(notice.people)}`;
    case 'empty-group-not-created':
      return `groups that hold nobody are not created (${notice.fact}): ${nameList(notice.groups)}`;
    case 'empty-group-taken-over':
      return `groups that are there and hold nobody in JumpCloud are emptied (${notice.fact}): ${nameList(notice.groups)}`;
    default:
      return assertNever(notice);
  }
}
