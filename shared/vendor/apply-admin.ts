import { setEffectiveRole } from './effective-role';
import type { AdminEvent, ConflictType, EntityRef, RuleSpec } from './event';
import { changeMapping, createEntity, defaultGroup, findMapping, isDefaultGroup, putMapping } from './mapping';
import { endManualStand, replaceMembers } from './membership';
import type { Conflict, ConflictSide, Decision, ManualPlaces, Mapping, Person } from './model';
import { noManualPlaces, none } from './model';
import { entityKey } from './names';
import type { Organisation } from './organisation';
import { entityById, findEntity, findGroup, findPerson, isApproved, must, writePerson } from './organisation';
import { replace } from './placement';
import type { Refusal } from './refusal';
import { renameEntityTo } from './rename-group';
import { byPriority, compileRule, sameRule } from './rules';
import type { Run } from './run';

type Of<T extends AdminEvent['type']> = Extract<AdminEvent, { type: T }>;

export function createEntityByAdmin(run: Run, entity: EntityRef): Refusal | null {
  if (findEntity(run.org, entity.type, entity.name) !== undefined || isDefaultGroup(run.org, entity))
    return { status: 409, kind: 'entity-exists', entity };
  createEntity(run, entity.type, entity.name, 'admin');
  return null;
}

export function renameEntity(run: Run, entity: EntityRef, to: string): Refusal | null {
  const { org } = run;
  if (isDefaultGroup(org, entity)) return { status: 400, kind: 'default-concurrency-group', name: entity.name };
  const found = findEntity(org, entity.type, entity.name);
  if (found === undefined) return { status: 404, kind: 'unknown-entity', entity };
  const other = findEntity(org, entity.type, to);
  if ((other !== undefined && other.id !== found.id) || isDefaultGroup(org, { type: entity.type, name: to }))
    return { status: 409, kind: 'entity-exists', entity: { type: entity.type, name: to } };
  if (found.name !== to) renameEntityTo(run, found.id, to, none);
  return null;
}

/** `target_deleted`, back to Pending, and no rule makes a replacement (section 4, A14). */
export function deleteEntity(run: Run, entity: EntityRef): Refusal | null {
  const { org } = run;
  if (isDefaultGroup(run.org, entity)) return { status: 400, kind: 'default-concurrency-group', name: entity.name };
  const found = findEntity(org, entity.type, entity.name);
  if (found === undefined) return { status: 404, kind: 'unknown-entity', entity };
  org.entityIndex.remove(entityKey(org.settings, found.type, found.name));
  org.entities.set(found.id, { ...found, deleted: true, ownerId: none });
  org.writes += 1;
  run.effects.push({ kind: 'entity-deleted', event: run.event, entityId: found.id, type: found.type, name: found.name, assumptions: [] });
  // Whom a mapping asked for there is settled anew, placed there or not: it may have held something else back.
  const asked = new Set<number>();
  for (const group of org.groups.values()) {
    for (const mapping of group.mappings) {
      if (mapping.entityId !== found.id) continue;
      if (isApproved(mapping)) for (const personId of group.members) asked.add(personId);
      if (mapping.status === 'Rejected') {
        changeMapping(run, group.id, mapping, { entityId: none, name: found.name }, []);
        continue;
      }
      const atOnce = org.settings.A14 === 'default';
      const pending = { status: 'Pending', reason: { kind: 'target-deleted' }, approvedSeq: none, withheld: false } as const;
      changeMapping(
        run,
        group.id,
        mapping,
        { entityId: none, name: found.name, targetDeleted: true, ...(atOnce || !isApproved(mapping) ? pending : {}) },
        ['A14'],
      );
    }
  }
  for (const person of org.people.values()) if (asked.has(person.id) || isAt(person, found.id)) forget(run, person, found.id);
  return null;
}

/** Placed there, or set there by hand. */
const isAt = ({ placement, manual }: Person, entityId: number): boolean =>
  placement.concurrencyGroup === entityId ||
  placement.subOrganization === entityId ||
  placement.teams.includes(entityId) ||
  (manual !== null && (manual.concurrencyGroup === entityId || manual.subOrganization === entityId || manual.teams.includes(entityId)));

function forget(run: Run, person: Person, entityId: number): void {
  const entity = must(run.org.entities.get(entityId));
  if (person.manual !== null) {
    const manual = person.manual;
    const group = manual.concurrencyGroup === entityId;
    const sub = manual.subOrganization === entityId;
    const next: ManualPlaces = {
      ...manual,
      teams: manual.teams.filter((team) => team !== entityId),
      hiddenTeams: manual.hiddenTeams.filter((team) => team !== entityId),
      ...(group
        ? {
            concurrencyGroup: none,
            concurrencyGroupHolds: false,
            concurrencyGroupOverridden: false,
            attributeSeq: none,
            attributeAge: none,
          }
        : {}),
      ...(sub ? { subOrganization: none, subOrganizationHolds: false, subOrganizationOverridden: false } : {}),
    };
    writePerson(run.org, person.id).manual = next;
  }
  replace(run, person.id, { kind: 'entity-deleted', entity: { type: entity.type, name: entity.name } });
}

/** Approves a Pending mapping, or maps by hand. A second mapping to one entity is rejected (section 4). */
export function approveMapping(run: Run, displayName: string, entity: EntityRef): Refusal | null {
  const { org } = run;
  const group = findGroup(org, displayName);
  if (group === undefined) return { status: 404, kind: 'unknown-group', displayName };
  if (!org.enabledTypes.has(entity.type) && org.settings.A16 === 'default') return { status: 403, kind: 'type-not-enabled', entity };
  const named = findMapping(org, group, entity);
  if (named !== undefined && isApproved(named) && named.entityId !== none) return null;
  const found = isDefaultGroup(org, entity) ? defaultGroup(org) : findEntity(org, entity.type, entity.name);
  if (found !== undefined && found.ownerId !== none && found.ownerId !== group.id)
    return { status: 409, kind: 'entity-owned', entity, owner: must(org.groups.get(found.ownerId)).displayName };
  // A team or concurrency group that is not there yet is made, a sub-organisation never (section 4).
  if (found === undefined && entity.type === 'SubOrganization') return { status: 404, kind: 'unknown-entity', entity };
  const target = found ?? createEntity(run, entity.type, entity.name, 'admin');
  putMapping(
    run,
    group.id,
    {
      type: target.type,
      entityId: target.id,
      name: target.name,
      status: 'Approved',
      origin: 'admin',
      rule: null,
      reason: { kind: 'by-admin' },
    },
    org.enabledTypes.has(entity.type) ? [] : ['A16'],
    named ?? group.mappings.find((mapping) => mapping.type === entity.type && waits(mapping)),
  );
  replaceMembers(run, must(org.groups.get(group.id)), { kind: 'mapping-approved', group: group.displayName });
  return null;
}

/** Approved with another target than it had: a Pending mapping is the one that the admin decides on (section 4). */
const waits = (mapping: Mapping): boolean => mapping.status === 'Pending' || mapping.targetDeleted;

export function rejectMapping(run: Run, displayName: string, entity: EntityRef): Refusal | null {
  const { org } = run;
  const group = findGroup(org, displayName);
  if (group === undefined) return { status: 404, kind: 'unknown-group', displayName };
  const mapping = findMapping(org, group, entity);
  if (mapping === undefined) return { status: 404, kind: 'unknown-mapping', displayName, entity };
  if (mapping.status === 'Rejected') return null;
  changeMapping(
    run,
    group.id,
    mapping,
    { status: 'Rejected', reason: { kind: 'rejected-by-admin' }, approvedSeq: none, withheld: false },
    [],
  );
  replaceMembers(run, must(org.groups.get(group.id)), { kind: 'mapping-rejected', group: group.displayName });
  return null;
}

/** Rules are evaluated when a group is created, renamed or restored, not when they change (section 5). */
export function addRule(run: Run, spec: RuleSpec): Refusal | null {
  const rule = compileRule(spec);
  if (!rule.ok) return { status: 400, kind: 'invalid-rule', message: rule.error };
  run.org.rules = byPriority([...run.org.rules, rule.value]);
  run.effects.push({ kind: 'rules-changed', event: run.event, assumptions: [] });
  return null;
}

export function removeRule(run: Run, spec: RuleSpec): Refusal | null {
  const at = run.org.rules.findIndex((rule) => sameRule(rule.spec, spec));
  if (at === -1) return { status: 404, kind: 'unknown-rule' };
  run.org.rules = run.org.rules.filter((_, index) => index !== at);
  run.effects.push({ kind: 'rules-changed', event: run.event, assumptions: [] });
  return null;
}

/** Keep Current or Use Incoming; the answer is remembered for that combination (section 7, A11). */
export function resolveConflict(run: Run, event: Of<'resolveConflict'>): Refusal | null {
  const person = findPerson(run.org, event.userName);
  if (person === undefined) return { status: 404, kind: 'unknown-user', userName: event.userName };
  const open = person.conflicts.filter(
    (conflict) => conflict.status === 'open' && (event.conflictType === undefined || conflict.type === event.conflictType),
  );
  const first = open[0];
  if (first === undefined) return { status: 404, kind: 'no-conflict', userName: event.userName, type: event.conflictType ?? null };
  if (event.conflictType === undefined && open.some((conflict) => conflict.type !== first.type))
    return { status: 400, kind: 'several-conflicts', userName: event.userName };
  const use = event.use;
  const decided = first.blockers.map((blocker): Decision => {
    const [winner, loser] = use === 'incoming' ? [first.incoming, blocker] : [blocker, first.incoming];
    return { type: typeBetween(run.org, first, blocker), winner, loser, use };
  });
  writePerson(run.org, person.id).decisions = [...person.decisions, ...decided];
  replace(run, person.id, { kind: 'decided', use });
  return null;
}

/** What holds an incoming place back may be of more than one type. */
function typeBetween(org: Organisation, conflict: Conflict, blocker: ConflictSide): ConflictType {
  const [a, b] = [entityById(org, blocker.entityId)?.type, entityById(org, conflict.incoming.entityId)?.type];
  if (a === undefined) return conflict.type;
  if (a !== b) return 'crossType';
  return a === 'SubOrganization' ? 'exclusiveSubOrg' : 'exclusiveGroup';
}

/** A manual change at the dashboard: it stands until the next sync where SCIM says otherwise (section 7). */
export function assign(run: Run, event: Of<'assign' | 'unassign'>): Refusal | null {
  const { org } = run;
  const person = findPerson(org, event.userName);
  if (person === undefined) return { status: 404, kind: 'unknown-user', userName: event.userName };
  const found = findEntity(org, event.entity.type, event.entity.name);
  if (found === undefined && !isDefaultGroup(run.org, event.entity)) return { status: 404, kind: 'unknown-entity', entity: event.entity };
  const entityId = isDefaultGroup(org, event.entity) ? none : (found?.id ?? none);
  const before = person.manual ?? noManualPlaces;
  writePerson(org, person.id).manual =
    event.type === 'assign' ? withPlace(before, event.entity, entityId) : withoutPlace(before, person, event.entity, entityId);
  replace(run, person.id, { kind: 'by-admin' });
  return null;
}

function withPlace(manual: ManualPlaces, entity: EntityRef, id: number): ManualPlaces {
  switch (entity.type) {
    case 'Team':
      return manual.hiddenTeams.includes(id)
        ? { ...manual, hiddenTeams: manual.hiddenTeams.filter((team) => team !== id) }
        : { ...manual, teams: manual.teams.includes(id) ? manual.teams : [...manual.teams, id] };
    case 'ConcurrencyGroup':
      return {
        ...manual,
        concurrencyGroup: id,
        concurrencyGroupHolds: true,
        concurrencyGroupOverridden: false,
        attributeSeq: none,
        attributeAge: none,
      };
    case 'SubOrganization':
      return { ...manual, subOrganization: id, subOrganizationHolds: true, subOrganizationOverridden: false };
  }
}

function withoutPlace(manual: ManualPlaces, person: Person, entity: EntityRef, id: number): ManualPlaces {
  switch (entity.type) {
    case 'Team': {
      // What a mapping gives beside the hand (A20 = other) is hidden; where no mapping gives it, hiding is forgotten at once.
      if (!person.placement.teams.includes(id)) return { ...manual, teams: manual.teams.filter((team) => team !== id) };
      return { ...manual, teams: manual.teams.filter((team) => team !== id), hiddenTeams: [...manual.hiddenTeams, id] };
    }
    case 'ConcurrencyGroup':
      if (person.placement.concurrencyGroup !== id) return manual;
      return {
        ...manual,
        concurrencyGroup: none,
        concurrencyGroupHolds: true,
        concurrencyGroupOverridden: false,
        attributeSeq: none,
        attributeAge: none,
      };
    case 'SubOrganization':
      if (person.placement.subOrganization !== id) return manual;
      return { ...manual, subOrganization: none, subOrganizationHolds: true, subOrganizationOverridden: false };
  }
}

/** Overwritten at the next sync if a group has roles (section 6). */
export function setRole(run: Run, event: Of<'setRole'>): Refusal | null {
  const person = findPerson(run.org, event.userName);
  if (person === undefined) return { status: 404, kind: 'unknown-user', userName: event.userName };
  if (person.ownRole !== event.role) writePerson(run.org, person.id).ownRole = event.role;
  setEffectiveRole(run, must(run.org.people.get(person.id)), event.role, { kind: 'by-admin' });
  if (!person.roleSetByHand) writePerson(run.org, person.id).roleSetByHand = true;
  run.org.rolesSetByHand = true;
  return null;
}

/** What an admin changed by hand gives way to what the groups say. */
export function undoManualStand(run: Run, personId: number): void {
  endManualStand(run.org, personId, 'ConcurrencyGroup');
  endManualStand(run.org, personId, 'SubOrganization');
  const manual = must(run.org.people.get(personId)).manual;
  if (manual !== null && manual.hiddenTeams.length > 0) writePerson(run.org, personId).manual = { ...manual, hiddenTeams: [] };
  replace(run, personId, { kind: 'sync' });
}
