import { z } from 'zod';
import type { AppError } from '../app-error';
import { err, ok, type Result } from '../result';
import { type AssumptionSettings, assumptionIds } from './assumptions';
import { earlierSnapshotFormat, upgradePerson } from './earlier-snapshot';
import { type EntityType, entityTypes, type RuleSpec } from './event';
import { WritableMembers } from './group-members';
import type { HeldGroup, PushUser } from './held-pushes';
import { heldKey } from './hold-push';
import type { LayeredTable } from './layered';
import type { Entity, Group, Person, Placement, StoredPerson } from './model';
import { none, nothing, nowhere } from './model';
import { entityKey, nameKey, userKey } from './names';
import { emptyOrganisation, markGroup, type Organisation } from './organisation';
import { compileRule } from './rules';
import { ruleSchema } from './scenario';

export const snapshotFormat = 'scim-preflight/organisation-snapshot@2';

type StoredGroup = Omit<Group, 'members'> & { readonly members: readonly number[] };

/** Everything an organisation holds, as plain JSON: what comes back from it goes on exactly as the original would. */
export interface OrganisationSnapshot {
  readonly format: typeof snapshotFormat | typeof earlierSnapshotFormat;
  readonly name: string;
  readonly defaultConcurrencyGroup: string;
  readonly enabledTypes: readonly EntityType[];
  readonly settings: AssumptionSettings;
  readonly inOtherOrganisations: readonly string[];
  readonly groupProvisioning: boolean;
  readonly seq: number;
  readonly syncSeqs: readonly number[];
  readonly nextMappingId: number;
  readonly rules: readonly RuleSpec[];
  /** What the provider holds and the vendor refused, oldest first. */
  readonly heldUsers: readonly PushUser[];
  readonly heldGroups: readonly HeldGroup[];
  /** By id; null where the record was removed. */
  readonly people: readonly (StoredPerson | null)[];
  readonly groups: readonly (StoredGroup | null)[];
  readonly entities: readonly (Entity | null)[];
  /** Ids that the index of their name leads to: of two deleted groups of one name only the last is restored. */
  readonly indexedPeople: readonly number[] | 'all';
  readonly indexedGroups: readonly number[];
  readonly restorableGroups: readonly number[];
  readonly indexedEntities: readonly number[];
}

/** The records are shared with the organisation, not copied: write the snapshot down before the organisation changes again. */
export function snapshot(org: Organisation): OrganisationSnapshot {
  const people = records(org.people);
  const indexedPeople = indexed(people, org.personIndex, (person) => person.userName);
  const groups = records(org.groups);
  const groupKey = (group: Group): string => nameKey(org.settings, group.displayName);
  const entities = records(org.entities);
  return {
    format: snapshotFormat,
    name: org.name,
    defaultConcurrencyGroup: org.defaultConcurrencyGroup,
    enabledTypes: [...org.enabledTypes],
    settings: org.settings,
    inOtherOrganisations: [...org.inOtherOrganisations],
    groupProvisioning: org.groupProvisioning,
    seq: org.seq,
    syncSeqs: org.syncSeqs,
    nextMappingId: org.nextMappingId,
    rules: org.rules.map((rule) => rule.spec),
    heldUsers: [...org.held.users.values()],
    heldGroups: [...org.held.groups.values()],
    people: people.map((person) => (person === null ? null : storePerson(org, person))),
    groups: groups.map((group) => (group === null ? null : { ...group, members: [...group.members] })),
    entities,
    indexedPeople: indexedPeople.length === people.length ? 'all' : indexedPeople,
    indexedGroups: indexed(groups, org.groupIndex, groupKey),
    restorableGroups: indexed(groups, org.deletedGroupIndex, groupKey),
    indexedEntities: indexed(entities, org.entityIndex, (entity) => entityKey(org.settings, entity.type, entity.name)),
  };
}

/** A LayeredIndex, or LayeredNames. */
interface Index {
  readonly get: (key: string) => number | undefined;
  readonly set: (key: string, id: number) => void;
}

function records<T extends object>(table: LayeredTable<T>): (T | null)[] {
  const all: (T | null)[] = new Array(table.size);
  for (let id = 0; id < table.size; id += 1) all[id] = table.get(id) ?? null;
  return all;
}

function indexed<T>(all: readonly (T | null)[], index: Index, keyOf: (record: T) => string): number[] {
  const ids: number[] = [];
  for (const [id, record] of all.entries()) if (record !== null && index.get(keyOf(record)) === id) ids.push(id);
  return ids;
}

/**
 * The organisation again, from what `snapshot` gave, as it is or read back from JSON; the records become the organisation's
 * own. The frame is checked, the records are trusted: whoever keeps a snapshot keeps a checksum with it.
 */
export function restoreSnapshot(given: OrganisationSnapshot): Result<Organisation, AppError> {
  const frame = frameSchema.safeParse(given);
  if (!frame.success) {
    const issue = frame.error.issues[0];
    return err({
      code: 'invalid-snapshot',
      path: issue?.path.join('.') ?? '',
      message: `expected an organisation snapshot (${snapshotFormat}): ${issue?.message ?? 'unreadable'}`,
    });
  }
  const org = emptyOrganisation({
    name: given.name,
    defaultConcurrencyGroup: given.defaultConcurrencyGroup,
    enabledTypes: given.enabledTypes,
    settings: given.settings,
    inOtherOrganisations: given.inOtherOrganisations,
    groupProvisioning: given.groupProvisioning,
  });
  const rules = [];
  for (const [at, spec] of given.rules.entries()) {
    const rule = compileRule(spec);
    if (!rule.ok) return err({ code: 'invalid-snapshot', path: `rules.${at}.pattern`, message: rule.error });
    rules.push(rule.value);
  }
  org.rules = rules;
  org.seq = given.seq;
  org.syncSeqs = given.syncSeqs;
  org.nextMappingId = given.nextMappingId;
  for (const push of given.heldUsers) org.held.setUser(userKey(push.userName), push);
  for (const group of given.heldGroups) org.held.setGroup(heldKey(org, group), { ...group, roles: group.roles });
  const isEarlier = given.format === earlierSnapshotFormat;
  fill(org.people, given.people, (person) => readPerson(isEarlier ? upgradePerson(person) : person));
  for (const person of given.people) {
    if (person === null) continue;
    org.memberships.restore(person.id, person.groupIds, person.joinSeqs);
    if (person.roleSetByHand) org.rolesSetByHand = true;
  }
  fill(org.groups, given.groups, (group) => ({ ...group, members: new WritableMembers(group.members) }));
  for (const group of org.groups.values()) markGroup(org, group);
  fill(org.entities, given.entities, (entity) => ({ ...entity }));
  const peopleIds = given.indexedPeople === 'all' ? given.people.keys() : given.indexedPeople;
  for (const id of peopleIds) link(org.personIndex, org.people, id, (person) => person.userName);
  const groupKey = (group: Group): string => nameKey(org.settings, group.displayName);
  for (const id of given.indexedGroups) link(org.groupIndex, org.groups, id, groupKey);
  for (const id of given.restorableGroups) link(org.deletedGroupIndex, org.groups, id, groupKey);
  for (const id of given.indexedEntities)
    link(org.entityIndex, org.entities, id, (entity) => entityKey(org.settings, entity.type, entity.name));
  return ok(org);
}

const storePerson = (org: Organisation, person: Person): StoredPerson => ({
  ...person,
  groupIds: org.memberships.groupIds(person.id),
  joinSeqs: org.memberships.joinSeqs(person.id),
});

/** What is empty for most people is shared, as it was before. */
const readPerson = ({ groupIds: _, joinSeqs: __, ...person }: StoredPerson): Person => ({
  ...person,
  placement: placed(person.placement),
  conflicts: person.conflicts.length === 0 ? nothing : person.conflicts,
  decisions: person.decisions.length === 0 ? nothing : person.decisions,
});

/** Most people are nowhere: they share one record. */
const placed = (placement: Placement): Placement =>
  placement.teams.length === 0 && placement.concurrencyGroup === none && placement.subOrganization === none ? nowhere : placement;

function fill<S, T extends object>(table: LayeredTable<T>, stored: readonly (S | null)[], read: (record: S) => T): void {
  for (const record of stored) {
    // A removed record keeps its id: ids are never given twice.
    if (record === null) table.remove(table.add({} as T));
    else table.add(read(record));
  }
}

function link<T extends object>(index: Index, table: LayeredTable<T>, id: number, keyOf: (record: T) => string): void {
  const record = table.get(id);
  if (record !== undefined) index.set(keyOf(record), id);
}

const record = z.record(z.string(), z.unknown()).nullable();
const ids = z.array(z.number().int().nonnegative());

/** What a damaged or foreign file would get wrong first; records are looked at one level deep. */
const frameSchema = z.object({
  format: z.enum([snapshotFormat, earlierSnapshotFormat]),
  name: z.string(),
  defaultConcurrencyGroup: z.string(),
  enabledTypes: z.array(z.enum(entityTypes)),
  settings: z.object(Object.fromEntries(assumptionIds.map((id) => [id, z.enum(['default', 'other'])]))),
  inOtherOrganisations: z.array(z.string()),
  groupProvisioning: z.boolean(),
  seq: z.number(),
  syncSeqs: z.array(z.number()),
  nextMappingId: z.number(),
  rules: z.array(ruleSchema),
  heldUsers: z.array(z.record(z.string(), z.unknown())),
  heldGroups: z.array(z.record(z.string(), z.unknown())),
  people: z.array(record),
  groups: z.array(record),
  entities: z.array(record),
  indexedPeople: z.union([z.literal('all'), ids]),
  indexedGroups: ids,
  restorableGroups: ids,
  indexedEntities: ids,
});
