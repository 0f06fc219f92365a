import { placesOf } from './derive-places';
import { roleOf } from './derive-role';
import { entityById, type Facts, isDefaultGroup, mappingName, type Side } from './facts';

/** What the reference and the engine are compared by: names only, in a fixed order. */
export interface View {
  readonly people: readonly {
    readonly userName: string;
    readonly active: boolean;
    readonly role: string;
    readonly teams: readonly string[];
    readonly concurrencyGroup: string;
    readonly subOrganization: string | null;
  }[];
  readonly groups: readonly {
    readonly displayName: string;
    readonly state: 'active' | 'deleted';
    readonly roles: readonly string[];
    readonly members: readonly string[];
    readonly mappings: readonly string[];
  }[];
  readonly entities: readonly string[];
  /** Open conflicts: `who type: current [further groups that hold it back] → incoming`. */
  readonly conflicts: readonly string[];
}

const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

export function viewFacts(facts: Facts): View {
  const name = (id: number): string => entityById(facts, id).name;
  const side = ({ group, entity }: Side): string =>
    `${group === null ? 'LambdatestGroup' : facts.groups[group]!.displayName}=${name(entity)}`;
  return {
    people: [...facts.users]
      .map((user) => {
        const places = placesOf(facts, user);
        return {
          userName: user.userName,
          active: user.active,
          role: roleOf(facts, user),
          teams: sorted(places.teams.map(name)),
          concurrencyGroup: places.concurrencyGroup === null ? facts.defaultConcurrencyGroup : name(places.concurrencyGroup),
          subOrganization: places.subOrganization === null ? null : name(places.subOrganization),
        };
      })
      .sort((a, b) => (a.userName < b.userName ? -1 : 1)),
    groups: facts.groups.map((group) => ({
      displayName: group.displayName,
      state: group.deleted ? 'deleted' : 'active',
      roles: group.roles,
      members: sorted(group.members.map((member) => member.userName)),
      mappings: group.mappings.map(
        (mapping) =>
          `${mapping.type} ${mappingName(facts, group, mapping)} ${mapping.status}${mapping.targetDeleted ? ' target deleted' : ''}`,
      ),
    })),
    entities: sorted(
      facts.entities.filter((entity) => !entity.deleted && !isDefaultGroup(facts, entity)).map((entity) => `${entity.type} ${entity.name}`),
    ),
    conflicts: sorted(
      [...facts.history.at(-1)!.folds].flatMap(([userName, fold]) =>
        fold.cards.map((card) => {
          const others = sorted(new Set(card.others.map((each) => side(each).split('=')[0]!)));
          return `${userName} ${card.type}: ${side(card.current)} [${others.join(', ')}] → ${side(card.incoming)}`;
        }),
      ),
    ),
  };
}
