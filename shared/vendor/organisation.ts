import { type AssumptionSettings, defaultAssumptions } from './assumptions';
import type { EntityType, Role } from './event';
import { entityTypes } from './event';
import { GroupMarks, groupMark } from './group-marks';
import { WritableMembers } from './group-members';
import { HeldPushes } from './held-pushes';
import { type ExpectedWrites, LayeredIndex, LayeredTable } from './layered';
import { LayeredNames } from './layered-names';
import { Memberships } from './memberships';
import type { Entity, Group, Mapping, Person } from './model';
import { none } from './model';
import { entityKey, nameKey, userKey } from './names';
import type { Rule } from './rules';

/**
 * One organisation at the simulated vendor. It has one owner: `apply` changes it in place, so that an event costs what it
 * touches. `fork` gives a child that starts equal and keeps its own changes; the parent is then frozen, which is how a
 * preview is proven to write nothing.
 */
export interface Organisation {
  readonly name: string;
  readonly defaultConcurrencyGroup: string;
  readonly enabledTypes: ReadonlySet<EntityType>;
  readonly settings: AssumptionSettings;
  readonly inOtherOrganisations: ReadonlySet<string>;
  readonly parent: Organisation | null;
  readonly people: LayeredTable<Person>;
  readonly memberships: Memberships;
  readonly groups: LayeredTable<Group>;
  /** What groups give, as numbers; kept by `addGroup`, `setMappings` and `setRoles`. */
  readonly groupMarks: GroupMarks;
  readonly entities: LayeredTable<Entity>;
  readonly personIndex: LayeredNames;
  /** Active groups by name, and the last deleted one of a name. */
  readonly groupIndex: LayeredIndex;
  readonly deletedGroupIndex: LayeredIndex;
  readonly entityIndex: LayeredIndex;
  /** By priority, highest first. */
  rules: readonly Rule[];
  groupProvisioning: boolean;
  /** An admin has set somebody's role by hand at some time; until then no record has to be read to know that its role was not. */
  rolesSetByHand: boolean;
  /** Counts operations; gives memberships and approvals their order. */
  seq: number;
  /** `seq` at each `sync`: what lies between two belongs to one sync (A5). */
  syncSeqs: readonly number[];
  nextMappingId: number;
  /** What the provider holds but the vendor refused: pushed again at `sync`. */
  held: HeldPushes;
  /** Records written since this layer began. */
  writes: number;
  /** Forks that still read through this organisation; while there are any, it must not change. */
  children: number;
}

export interface OrganisationBasics {
  readonly name?: string;
  readonly defaultConcurrencyGroup?: string;
  readonly enabledTypes?: readonly EntityType[];
  readonly settings?: AssumptionSettings;
  readonly inOtherOrganisations?: Iterable<string>;
  readonly groupProvisioning?: boolean;
}

export function emptyOrganisation(basics: OrganisationBasics = {}): Organisation {
  return {
    name: basics.name ?? 'Organization',
    defaultConcurrencyGroup: basics.defaultConcurrencyGroup ?? 'Default',
    enabledTypes: new Set(basics.enabledTypes ?? entityTypes),
    settings: basics.settings ?? defaultAssumptions,
    inOtherOrganisations: new Set([...(basics.inOtherOrganisations ?? [])].map(userKey)),
    parent: null,
    people: new LayeredTable(),
    memberships: new Memberships(),
    groups: new LayeredTable(),
    groupMarks: new GroupMarks(),
    entities: new LayeredTable(),
    personIndex: new LayeredNames(),
    groupIndex: new LayeredIndex(),
    deletedGroupIndex: new LayeredIndex(),
    entityIndex: new LayeredIndex(),
    rules: [],
    groupProvisioning: basics.groupProvisioning ?? true,
    rolesSetByHand: false,
    seq: 0,
    syncSeqs: [],
    nextMappingId: 0,
    held: new HeldPushes(),
    writes: 0,
    children: 0,
  };
}

/** A child that starts equal to `parent` and writes only to itself. Release it with `release` before the parent may change again. */
export function fork(parent: Organisation, writes: ExpectedWrites = 'many'): Organisation {
  parent.children += 1;
  return {
    ...parent,
    parent,
    people: new LayeredTable(parent.people, writes),
    memberships: new Memberships(parent.memberships, parent.people.size, writes),
    groups: new LayeredTable(parent.groups, writes),
    groupMarks: parent.groupMarks.fork(),
    entities: new LayeredTable(parent.entities, writes),
    personIndex: new LayeredNames(parent.personIndex),
    groupIndex: new LayeredIndex(parent.groupIndex),
    deletedGroupIndex: new LayeredIndex(parent.deletedGroupIndex),
    entityIndex: new LayeredIndex(parent.entityIndex),
    held: parent.held.fork(),
    writes: 0,
    children: 0,
  };
}

/** Says that a fork is no longer read. */
export function release(child: Organisation): void {
  if (child.parent !== null) child.parent.children -= 1;
}

export const findPerson = (org: Organisation, userName: string): Person | undefined => {
  const id = org.personIndex.get(userName);
  return id === undefined ? undefined : org.people.get(id);
};

export const personById = (org: Organisation, id: number): Person | undefined => org.people.get(id);
export const groupById = (org: Organisation, id: number): Group | undefined => org.groups.get(id);
export const entityById = (org: Organisation, id: number): Entity | undefined => (id === none ? undefined : org.entities.get(id));

/** The active group of that name (A10). */
export const findGroup = (org: Organisation, displayName: string): Group | undefined => {
  const id = org.groupIndex.get(nameKey(org.settings, displayName));
  return id === undefined ? undefined : org.groups.get(id);
};

/** The soft-deleted group that a push of that name would restore. */
export const findDeletedGroup = (org: Organisation, displayName: string): Group | undefined => {
  const id = org.deletedGroupIndex.get(nameKey(org.settings, displayName));
  return id === undefined ? undefined : org.groups.get(id);
};

export const findEntity = (org: Organisation, type: EntityType, name: string): Entity | undefined => {
  const id = org.entityIndex.get(entityKey(org.settings, type, name));
  return id === undefined ? undefined : org.entities.get(id);
};

/** In order of creation. */
export const people = (org: Organisation): Iterable<Person> => org.people.values();
export const groups = (org: Organisation): Iterable<Group> => org.groups.values();
export const entities = (org: Organisation): Iterable<Entity> => org.entities.values();

export const isInOtherOrganisation = (org: Organisation, userName: string): boolean => org.inOtherOrganisations.has(userKey(userName));

export const isApproved = (mapping: Mapping): boolean => mapping.status === 'Approved' || mapping.status === 'Auto-Approved';

/** An approved mapping whose target is gone claims nothing. */
export const claimsPlace = (mapping: Mapping): boolean => isApproved(mapping) && mapping.entityId !== none;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type WritablePerson = Mutable<Person>;

/** The person's record, this layer's own, to be changed in place by `apply` alone. */
export function writePerson(org: Organisation, id: number): WritablePerson {
  org.writes += 1;
  if (!org.people.owns(id)) org.people.set(id, { ...must(org.people.get(id)) });
  return must(org.people.get(id)) as WritablePerson;
}

/** Roles and mappings have setters of their own. */
export type WritableGroup = Omit<Mutable<Group>, 'members' | 'roles' | 'mappings'> &
  Pick<Group, 'roles' | 'mappings'> & { members: WritableMembers };

export function addGroup(org: Organisation, group: Group): number {
  const id = org.groups.add(group);
  markGroup(org, group);
  return id;
}

/** To be called whenever a group's roles or mappings have been set. */
export function markGroup(org: Organisation, { id, roles, mappings }: Group): void {
  const claims = mappings.some(claimsPlace) ? groupMark.claims : 0;
  const role = roles.length > 0 ? groupMark.role : 0;
  const different = roles.some((each) => each !== roles[0]) ? groupMark.differentRoles : 0;
  org.groupMarks.set(id, claims | role | different);
}

export function writeGroup(org: Organisation, id: number): WritableGroup {
  org.writes += 1;
  if (!org.groups.owns(id)) {
    const group = must(org.groups.get(id));
    org.groups.set(id, { ...group, members: new WritableMembers(group.members.ids()) });
  }
  return must(org.groups.get(id)) as WritableGroup;
}

export function setMappings(org: Organisation, groupId: number, mappings: readonly Mapping[]): void {
  const group = writeGroup(org, groupId) as Mutable<Group>;
  group.mappings = mappings;
  markGroup(org, group);
}

export function setRoles(org: Organisation, groupId: number, roles: readonly Role[]): void {
  const group = writeGroup(org, groupId) as Mutable<Group>;
  group.roles = roles;
  markGroup(org, group);
}

export function writeEntity(org: Organisation, id: number): Mutable<Entity> {
  org.writes += 1;
  if (!org.entities.owns(id)) org.entities.set(id, { ...must(org.entities.get(id)) });
  return must(org.entities.get(id)) as Mutable<Entity>;
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a record that an index names is missing');
  return value;
}

/** What a person has, in the words of a plan. */
export interface PersonView {
  readonly active: boolean;
  readonly role: Person['role'];
  readonly teams: readonly string[];
  readonly concurrencyGroup: string;
  readonly subOrganization: string | null;
}
