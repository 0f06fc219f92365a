import type { OrganisationCounts } from '../../../shared/mirror/replay-view';
import { groups, type Organisation, people } from '../../../shared/vendor/organisation';

export function countOrganisation(org: Organisation): OrganisationCounts {
  const counts = { users: 0, activeUsers: 0, admins: 0, groups: 0, memberships: 0, teams: 0, concurrencyGroups: 0, subOrganisations: 0 };
  for (const person of people(org)) {
    counts.users += 1;
    if (person.active) counts.activeUsers += 1;
    if (person.role === 'Admin') counts.admins += 1;
  }
  for (const group of groups(org)) {
    if (group.state !== 'active') continue;
    counts.groups += 1;
    counts.memberships += group.members.size;
  }
  for (const entity of org.entities.values()) {
    if (entity.deleted) continue;
    if (entity.type === 'Team') counts.teams += 1;
    else if (entity.type === 'ConcurrencyGroup') counts.concurrencyGroups += 1;
    else counts.subOrganisations += 1;
  }
  return { ...counts, groupProvisioning: org.groupProvisioning };
}
