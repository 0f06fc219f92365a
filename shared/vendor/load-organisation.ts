import type { AppError } from '../app-error';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AssumptionSettings } from './assumptions';
import { claimsOf } from './claims';
import { roleOf } from './effective-role';
import type { EntityType } from './event';
import { WritableMembers } from './group-members';
import type { Entity, ManualPlaces, Mapping } from './model';
import { noManualPlaces, none, nothing, nowhere } from './model';
import { entityKey, nameKey } from './names';
import type { Organisation } from './organisation';
import { addGroup, emptyOrganisation, findEntity, findGroup, findPerson, isApproved, must, writeEntity, writePerson } from './organisation';
import { byPriority, compileRule, type Rule } from './rules';
import { startRun } from './run';
import type { OrganisationSpec } from './scenario';
import { settle } from './settle';
import { shownValue } from './shown-value';
import { recheckWithheld } from './withheld-mapping';

type Spec<K extends keyof OrganisationSpec> = NonNullable<OrganisationSpec[K]>;

class Refused extends Error {
  constructor(readonly appError: AppError) {
    super(appError.message);
  }
}

const refuse = (path: string, message: string, fix: string): never => {
  throw new Refused({ code: 'invalid-organisation', path: `organisation.${path}`, message, fix });
};

/**
 * The organisation of a scenario, taken as given (formats.md section 1): an assignment that no approved mapping explains is a
 * manual one, and one that a mapping asks for but nobody has was taken away by hand. Errors name the JSON path.
 */
export function loadOrganisation(spec: OrganisationSpec, settings: AssumptionSettings): Result<Organisation, AppError> {
  try {
    return ok(load(spec, settings));
  } catch (error) {
    if (error instanceof Refused) return err(error.appError);
    throw error;
  }
}

function load(spec: OrganisationSpec, settings: AssumptionSettings): Organisation {
  const org = emptyOrganisation({
    settings,
    ...(spec.name === undefined ? {} : { name: spec.name }),
    ...(spec.defaultConcurrencyGroup === undefined ? {} : { defaultConcurrencyGroup: spec.defaultConcurrencyGroup }),
    ...(spec.enabledTypes === undefined ? {} : { enabledTypes: spec.enabledTypes }),
    ...(spec.groupProvisioning === undefined ? {} : { groupProvisioning: spec.groupProvisioning }),
    inOtherOrganisations: spec.usersInOtherOrganisations ?? [],
  });
  org.rules = loadRules(spec.rules ?? []);
  for (const [at, entity] of (spec.entities ?? []).entries()) {
    const same = findEntity(org, entity.type, entity.name);
    if (same !== undefined)
      refuse(
        `entities[${at}].name`,
        `${entity.type} ${shownValue(same.name)} is there already`,
        'Names are compared without case unless assumption A10 is "other"; remove or rename one.',
      );
    addEntity(org, entity.type, entity.name);
  }
  for (const [at, user] of (spec.users ?? []).entries()) loadUser(org, user, at);
  for (const [at, group] of (spec.groups ?? []).entries()) loadGroup(org, group, at);
  for (const [at, user] of (spec.users ?? []).entries()) loadPlaces(org, user, at);
  if (settings.A13 === 'other') withholdAtLoad(org);
  org.syncSeqs = [org.seq];
  org.writes = 0;
  return org;
}

/** A13 = other: what somebody's conflict withholds from everybody is withheld to begin with. */
function withholdAtLoad(org: Organisation): void {
  const run = startRun(org, none);
  for (const person of org.people.values())
    for (const conflict of person.conflicts)
      if (conflict.type === 'crossType' && conflict.status === 'open') run.recheck.add(conflict.incoming.groupId);
  recheckWithheld(run);
}

const loadRules = (specs: Spec<'rules'>): readonly Rule[] =>
  byPriority(
    specs.map((rule, at): Rule => {
      const compiled = compileRule(rule);
      if (compiled.ok) return compiled.value;
      return refuse(
        `rules[${at}].pattern`,
        `expected a regular expression of RE2 syntax, found ${shownValue('pattern' in rule ? rule.pattern : '')}: ${compiled.error.slice(0, 200)}`,
        'Correct the pattern; look-around and back-references are not part of RE2.',
      );
    }),
  );

function addEntity(org: Organisation, type: EntityType, name: string): Entity {
  const entity: Entity = { id: org.entities.size, type, name, ownerId: none, created: false, deleted: false };
  org.entities.add(entity);
  org.entityIndex.set(entityKey(org.settings, type, name), entity.id);
  return entity;
}

const findOrAdd = (org: Organisation, type: EntityType, name: string): Entity => findEntity(org, type, name) ?? addEntity(org, type, name);

function loadUser(org: Organisation, user: Spec<'users'>[number], at: number): void {
  if (org.personIndex.get(user.userName) !== undefined)
    refuse(
      `users[${at}].userName`,
      `${shownValue(user.userName)} is there already`,
      'userName is compared without case; remove one of the two.',
    );
  const role = user.role ?? 'User';
  const id = org.people.add({
    id: org.people.size,
    userName: user.userName,
    givenName: user.givenName ?? '',
    familyName: user.familyName ?? '',
    active: user.active ?? true,
    ownRole: role,
    role,
    roleSetByHand: false,
    manual: null,
    placement: nowhere,
    conflicts: nothing,
    waiting: null,
    decisions: nothing,
    sentRole: null,
    sentActive: null,
    sentConcurrencyGroup: null,
  });
  org.personIndex.set(user.userName, id);
}

function loadGroup(org: Organisation, spec: Spec<'groups'>[number], at: number): void {
  const existing = findGroup(org, spec.displayName);
  if (existing !== undefined)
    refuse(
      `groups[${at}].displayName`,
      `a group named ${shownValue(existing.displayName)} is there already`,
      'Names are compared without case unless assumption A10 is "other"; remove or rename one.',
    );
  org.seq += 1;
  const members: number[] = [];
  for (const [index, userName] of (spec.members ?? []).entries()) {
    const person = findPerson(org, userName);
    if (person === undefined)
      refuse(
        `groups[${at}].members[${index}]`,
        `${shownValue(userName)} is not in organisation.users`,
        'Add the user, or remove the member.',
      );
    else members.push(person.id);
  }
  const id = org.groups.size;
  const mappings = (spec.mappings ?? []).map((mapping, index) => loadMapping(org, mapping, id, `groups[${at}].mappings[${index}]`));
  const newcomers = org.memberships.enter(members, id, org.seq);
  addGroup(org, {
    id,
    displayName: spec.displayName,
    state: 'active',
    roles: spec.roles ?? [],
    members: new WritableMembers(newcomers),
    mappings,
  });
  org.groupIndex.set(nameKey(org.settings, spec.displayName), id);
}

function loadMapping(
  org: Organisation,
  spec: NonNullable<Spec<'groups'>[number]['mappings']>[number],
  groupId: number,
  path: string,
): Mapping {
  const approved = spec.status === 'Approved' || spec.status === 'Auto-Approved';
  const deleted = spec.targetDeleted === true;
  const entity = deleted ? undefined : approved ? findOrAdd(org, spec.type, spec.name) : findEntity(org, spec.type, spec.name);
  if (approved && entity !== undefined) {
    if (entity.ownerId !== none)
      refuse(
        `${path}.name`,
        `${spec.type} ${shownValue(entity.name)} is mapped from another group already`,
        'An entity is mapped from one group only; make one of the two mappings Pending or Rejected.',
      );
    writeEntity(org, entity.id).ownerId = groupId;
  }
  org.nextMappingId += 1;
  return {
    id: org.nextMappingId - 1,
    type: spec.type,
    entityId: entity?.id ?? none,
    name: entity?.name ?? spec.name,
    status: spec.status,
    origin: spec.status === 'Auto-Approved' ? 'rule' : 'admin',
    rule: null,
    reason: deleted ? { kind: 'target-deleted' } : { kind: 'given' },
    targetDeleted: deleted,
    approvedSeq: approved ? 0 : none,
    withheld: false,
  };
}

/** Tells what groups explain from what an admin must have set by hand. */
function loadPlaces(org: Organisation, user: Spec<'users'>[number], at: number): void {
  const person = must(org.people.get(at));
  const teams = (user.teams ?? []).map((name) => findOrAdd(org, 'Team', name).id);
  const isDefault =
    user.concurrencyGroup == null || nameKey(org.settings, user.concurrencyGroup) === nameKey(org.settings, org.defaultConcurrencyGroup);
  const concurrencyGroup = isDefault ? none : findOrAdd(org, 'ConcurrencyGroup', user.concurrencyGroup as string).id;
  const subOrganization = user.subOrganization == null ? none : findOrAdd(org, 'SubOrganization', user.subOrganization).id;
  const inGroups = org.memberships.count(at) > 0;
  if (!inGroups && teams.length === 0 && concurrencyGroup === none && subOrganization === none) return;
  const record = writePerson(org, at);
  org.memberships.date(at, givenFirst(org, at, [...teams, concurrencyGroup, subOrganization]));
  if (inGroups) record.role = roleOf(org, person);
  // A6 = other: somebody deactivated has no assignments to begin with.
  if (!person.active && org.settings.A6 === 'other') return;
  const claims = claimsOf(org, must(org.people.get(at)));
  const settlement = settle(claims, [], org.settings);
  const isClaimed = (type: EntityType): boolean => claims.some((claim) => claim.type === type);
  const claimed = settlement.teams.map((claim) => claim.entityId);
  const manual: ManualPlaces = {
    ...noManualPlaces,
    teams: teams.filter((team) => !claimed.includes(team)),
    hiddenTeams: subOrganization === none ? claimed.filter((team) => !teams.includes(team)) : [],
    ...(subOrganization === none && concurrencyGroup !== (settlement.concurrencyGroup?.entityId ?? none)
      ? { concurrencyGroup, concurrencyGroupHolds: isClaimed('ConcurrencyGroup') }
      : {}),
    ...(subOrganization !== (settlement.subOrganization?.entityId ?? none)
      ? { subOrganization, subOrganizationHolds: isClaimed('SubOrganization') }
      : {}),
  };
  if (
    manual.teams.length + manual.hiddenTeams.length > 0 ||
    manual.concurrencyGroup !== none ||
    manual.subOrganization !== none ||
    manual.concurrencyGroupHolds ||
    manual.subOrganizationHolds
  )
    record.manual = manual;
  record.conflicts = settlement.conflicts;
  record.waiting = settlement.waiting;
  record.placement =
    subOrganization === none
      ? teams.length === 0 && concurrencyGroup === none
        ? nowhere
        : { teams: [...new Set(teams)], concurrencyGroup, subOrganization }
      : { teams: [], concurrencyGroup: none, subOrganization };
}

/** A group that explains a given place came first: what a person has is what stays. */
function givenFirst(org: Organisation, personId: number, places: readonly number[]): readonly number[] {
  return org.memberships.groupIds(personId).map((groupId, index) => {
    const holds = must(org.groups.get(groupId)).mappings.some(
      (mapping) => isApproved(mapping) && mapping.entityId !== none && places.includes(mapping.entityId),
    );
    return holds ? 0 : org.memberships.seqAt(personId, index);
  });
}
