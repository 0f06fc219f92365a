import type { groupStatuses } from '../../../shared/ipc/preview';
import type { Group } from '../../../shared/vendor/model';

/** What the group list is filtered by: a group stands under each status that one of its mappings has. */
export function groupStatus(group: Group): readonly (typeof groupStatuses)[number][] {
  if (group.state === 'deleted') return ['deleted'];
  return group.mappings.length === 0 ? ['unmapped'] : group.mappings.map((mapping) => mapping.status);
}
