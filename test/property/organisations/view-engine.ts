import { isDefaultGroup } from '../../../shared/vendor/mapping';
import type { ConflictSide, Mapping } from '../../../shared/vendor/model';
import { none } from '../../../shared/vendor/model';
import { entities, entityById, groupById, groups, type Organisation, people, personById } from '../../../shared/vendor/organisation';
import { viewPerson } from '../../../shared/vendor/view-person';
import type { View } from '../../reference/view-facts';

const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

/** The engine's organisation in the words in which the reference is compared with it. */
export function viewEngine(org: Organisation): View {
  const group = (id: number): string => (id === none ? 'LambdatestGroup' : groupById(org, id)!.displayName);
  const side = ({ groupId, entityId }: ConflictSide): string => `${group(groupId)}=${entityById(org, entityId)!.name}`;
  const mappingName = (mapping: Mapping, displayName: string): string => {
    const entity = entityById(org, mapping.entityId);
    return entity === undefined || entity.deleted ? displayName : entity.name;
  };
  return {
    people: [...people(org)]
      .map((person) => ({ userName: person.userName, ...viewPerson(org, person) }))
      .map(({ teams, ...view }) => ({ ...view, teams: sorted(teams) }))
      .sort((a, b) => (a.userName < b.userName ? -1 : 1)),
    groups: [...groups(org)].map((each) => ({
      displayName: each.displayName,
      state: each.state,
      roles: each.roles,
      members: sorted([...each.members].map((id) => personById(org, id)!.userName)),
      mappings: each.mappings.map(
        (mapping) =>
          `${mapping.type} ${mappingName(mapping, each.displayName)} ${mapping.status}${mapping.targetDeleted ? ' target deleted' : ''}`,
      ),
    })),
    entities: sorted(
      [...entities(org)]
        .filter((entity) => !entity.deleted && !isDefaultGroup(org, entity))
        .map((entity) => `${entity.type} ${entity.name}`),
    ),
    conflicts: sorted(
      [...people(org)].flatMap((person) =>
        person.conflicts
          .filter((conflict) => conflict.status === 'open')
          .map(
            (conflict) =>
              `${person.userName} ${conflict.type}: ${side(conflict.current)} [${sorted(new Set(conflict.blockers.slice(1).map((blocker) => group(blocker.groupId)))).join(', ')}] → ${side(conflict.incoming)}`,
          ),
      ),
    ),
  };
}
