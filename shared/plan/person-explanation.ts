import type { AssumptionId } from '../vendor/assumptions';
import type { RoleCause } from '../vendor/effect';
import { causeOf, groupRole, roleAssumptions } from '../vendor/effective-role';
import type { EntityRef, Role } from '../vendor/event';
import type { Group, Mapping, Person } from '../vendor/model';
import { none } from '../vendor/model';
import { userKey } from '../vendor/names';
import {
  entityById,
  findPerson,
  groupById,
  isApproved,
  isInOtherOrganisation,
  must,
  type Organisation,
  type PersonView,
} from '../vendor/organisation';
import { viewConflict } from '../vendor/placement';
import type { Refusal } from '../vendor/refusal';
import { viewPerson } from '../vendor/view-person';
import { type MappingExplanation, mappingExplanation, type RuleTrial, ruleTrials } from './group-explanation';
import type { PlanConflict } from './plan';
import type { Planned } from './planned';

/** What one link person → group → mapping comes to. */
export type PlaceOutcome =
  | { readonly kind: 'given' }
  /** The group has no mapping: nothing to give but its role. */
  | { readonly kind: 'no-mapping' }
  /** Pending or Rejected: the mapping's own reason says why. */
  | { readonly kind: 'not-approved' }
  | { readonly kind: 'target-deleted' }
  | { readonly kind: 'conflict'; readonly conflict: PlanConflict }
  /** A13 = other: withheld from everybody while somebody's conflict is open. */
  | { readonly kind: 'withheld' }
  /** Places in the parent are invalid while the person is in this sub-organisation (section 4, A15). */
  | { readonly kind: 'in-sub-organisation'; readonly subOrganization: string }
  /** An admin took the person out or put them elsewhere by hand; the next sync undoes it (section 7). */
  | { readonly kind: 'manual-stands' }
  /** A6 = other: a deactivated person has no assignments. */
  | { readonly kind: 'inactive' };

export interface PlaceLink {
  readonly group: string;
  readonly members: number;
  /** null for a group without a mapping. */
  readonly mapping: MappingExplanation | null;
  /** For a group without a mapping: what each rule said to its name. */
  readonly trials: readonly RuleTrial[];
  readonly outcome: PlaceOutcome;
  readonly assumptions: readonly AssumptionId[];
}

export interface ManualLink {
  readonly entity: EntityRef;
  readonly by: 'admin' | 'attribute';
  /** Whether it is what the person has now; otherwise a mapping stands above it. */
  readonly counts: boolean;
}

export interface RoleLink {
  readonly group: string;
  readonly roles: readonly Role[];
  readonly gives: Role | null;
  readonly decides: boolean;
}

export interface RoleExplanation {
  readonly role: Role;
  readonly ownRole: Role;
  readonly cause: RoleCause;
  readonly setByHand: boolean;
  readonly groups: readonly RoleLink[];
  readonly assumptions: readonly AssumptionId[];
}

/** An event that would have reached the person and was refused. */
export interface RefusedLink {
  readonly event: number;
  readonly group: string | null;
  readonly refusal: Refusal;
}

export interface PersonExplanation {
  readonly userName: string;
  readonly before: PersonView | null;
  /** null where the person is not there: refused, or of another organisation. */
  readonly after: PersonView | null;
  readonly role: RoleExplanation | null;
  readonly places: readonly PlaceLink[];
  readonly manual: readonly ManualLink[];
  readonly conflicts: readonly PlanConflict[];
  readonly refused: readonly RefusedLink[];
  readonly inOtherOrganisation: boolean;
}

/** All that puts one person where they would be, and all that does not; null where nothing is known of the name. */
export function personExplanation(planned: Planned, userName: string): PersonExplanation | null {
  const { baseline, outcome } = planned;
  const was = findPerson(baseline, userName);
  const is = findPerson(outcome, userName);
  const refused = refusedFor(planned, userName);
  const inOtherOrganisation = isInOtherOrganisation(outcome, userName);
  if (was === undefined && is === undefined && refused.length === 0 && !inOtherOrganisation) return null;
  const shared = {
    userName: is?.userName ?? was?.userName ?? userName,
    before: was === undefined ? null : viewPerson(baseline, was),
    refused,
    inOtherOrganisation,
  };
  if (is === undefined) return { ...shared, after: null, role: null, places: [], manual: [], conflicts: [] };
  return {
    ...shared,
    after: viewPerson(outcome, is),
    role: roleExplanation(outcome, is),
    places: outcome.memberships.groupIds(is.id).flatMap((id) => placeLinks(outcome, is, must(groupById(outcome, id)))),
    manual: manualLinks(outcome, is),
    conflicts: conflictsOf(outcome, is),
  };
}

function roleExplanation(org: Organisation, person: Person): RoleExplanation {
  const cause: RoleCause = person.roleSetByHand ? { kind: 'by-admin' } : causeOf(org, person);
  return {
    role: person.role,
    ownRole: person.ownRole,
    cause,
    setByHand: person.roleSetByHand,
    groups: org.memberships.groupIds(person.id).map((id): RoleLink => {
      const group = must(groupById(org, id));
      const gives = groupRole(org, group);
      return { group: group.displayName, roles: group.roles, gives, decides: cause.kind === 'groups' && gives === person.role };
    }),
    assumptions: roleAssumptions(org, person, cause),
  };
}

const conflictsOf = (org: Organisation, person: Person): readonly PlanConflict[] =>
  person.conflicts.map((conflict) => ({ userName: person.userName, ...withoutIds(viewConflict(org, conflict)) }));

const withoutIds = ({ type, current, incoming, status }: ReturnType<typeof viewConflict>): Omit<PlanConflict, 'userName'> => ({
  type,
  current: { displayName: current.displayName, entity: current.entity },
  incoming: { displayName: incoming.displayName, entity: incoming.entity },
  status,
});

export function placeLinks(org: Organisation, person: Person, group: Group): readonly PlaceLink[] {
  const base = { group: group.displayName, members: group.members.size };
  if (group.mappings.length === 0)
    return [
      {
        ...base,
        mapping: null,
        trials: ruleTrials(org, group.displayName),
        outcome: { kind: 'no-mapping' },
        assumptions: [],
      },
    ];
  return group.mappings.map((mapping) => ({
    ...base,
    mapping: mappingExplanation(org, group, mapping),
    trials: [],
    ...placeOutcome(org, person, group, mapping),
  }));
}

type Judged = Pick<PlaceLink, 'outcome' | 'assumptions'>;

function placeOutcome(org: Organisation, person: Person, group: Group, mapping: Mapping): Judged {
  const judged = (outcome: PlaceOutcome, assumptions: readonly AssumptionId[] = []): Judged => ({ outcome, assumptions });
  if (mapping.targetDeleted) return judged({ kind: 'target-deleted' }, ['A14']);
  if (!isApproved(mapping) || mapping.entityId === none) return judged({ kind: 'not-approved' }, pendingAssumptions(mapping));
  if (holds(person, mapping)) return judged({ kind: 'given' });
  if (!person.active && org.settings.A6 === 'other') return judged({ kind: 'inactive' }, ['A6']);
  if (mapping.withheld) return judged({ kind: 'withheld' }, ['A13']);
  const standing = person.conflicts.find(
    ({ status, current, incoming }) =>
      ((status === 'open' || status === 'keptCurrent') && incoming.groupId === group.id && incoming.entityId === mapping.entityId) ||
      (status === 'usedIncoming' && current.groupId === group.id && current.entityId === mapping.entityId),
  );
  if (standing !== undefined) {
    const conflict: PlanConflict = { userName: person.userName, ...withoutIds(viewConflict(org, standing)) };
    return judged({ kind: 'conflict', conflict }, standing.type === 'crossType' ? ['A13'] : standing.status === 'open' ? ['A5'] : ['A11']);
  }
  const subOrganization = entityById(org, person.placement.subOrganization);
  if (subOrganization !== undefined && mapping.type !== 'SubOrganization') {
    const sameGroup = subOrganization.ownerId === group.id;
    return judged({ kind: 'in-sub-organisation', subOrganization: subOrganization.name }, sameGroup ? ['A15'] : []);
  }
  return judged({ kind: 'manual-stands' });
}

function pendingAssumptions(mapping: Mapping): readonly AssumptionId[] {
  switch (mapping.reason.kind) {
    case 'owned':
      return ['A3'];
    case 'type-not-enabled':
      return ['A16'];
    default:
      return [];
  }
}

function holds({ placement }: Person, { type, entityId }: Mapping): boolean {
  switch (type) {
    case 'Team':
      return placement.teams.includes(entityId);
    case 'ConcurrencyGroup':
      return placement.concurrencyGroup === entityId;
    case 'SubOrganization':
      return placement.subOrganization === entityId;
  }
}

function manualLinks(org: Organisation, { manual, placement }: Person): readonly ManualLink[] {
  if (manual === null) return [];
  const links: ManualLink[] = [];
  const add = (entityId: number, by: ManualLink['by'], counts: boolean): void => {
    const entity = entityById(org, entityId);
    if (entity !== undefined) links.push({ entity: { type: entity.type, name: entity.name }, by, counts });
  };
  for (const team of manual.teams) add(team, 'admin', placement.teams.includes(team));
  add(
    manual.concurrencyGroup,
    manual.attributeSeq === none ? 'admin' : 'attribute',
    placement.concurrencyGroup === manual.concurrencyGroup && !manual.concurrencyGroupOverridden,
  );
  add(manual.subOrganization, 'admin', placement.subOrganization === manual.subOrganization && !manual.subOrganizationOverridden);
  return links;
}

function refusedFor(planned: Planned, userName: string): readonly RefusedLink[] {
  const key = userKey(userName);
  const links: RefusedLink[] = [];
  for (const { event, refusal } of planned.refusals) {
    const played = planned.events[event];
    if (played === undefined) continue;
    const named = 'userName' in played && userKey(played.userName) === key;
    const listed = 'members' in played && played.members?.some((member) => userKey(member) === key) === true;
    if (named || listed) links.push({ event, group: 'displayName' in played ? played.displayName : null, refusal });
  }
  return links;
}
