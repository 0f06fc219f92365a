import type { AssumptionId } from './assumptions';
import { causeOf, roleOf, setEffectiveRole } from './effective-role';
import type { GenericEvent, Role } from './event';
import type { PushUser } from './held-pushes';
import { holdDeactivation, holdUser } from './hold-push';
import { isDefaultGroup } from './mapping';
import { leaveGroup } from './membership';
import type { ManualPlaces, Person } from './model';
import { noManualPlaces, none, nothing, nowhere } from './model';
import { nameKey, userKey } from './names';
import type { Organisation } from './organisation';
import { findEntity, findPerson, isInOtherOrganisation, must, writePerson } from './organisation';
import { replace } from './placement';
import type { Refusal } from './refusal';
import type { Run } from './run';
import { nextSeq } from './run';

/**
 * `userName` must be an e-mail (vendor-behaviour.md section 2, I9): one @ between two non-empty parts, no spaces.
 * Less than shared/email.ts asks for, on purpose: the vendor's own check is not documented, and a refusal that is foretold must be certain.
 */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/**
 * POST /Users: creates an unknown person, updates role and active of a known one (not a duplicate), refuses one of another
 * organisation with 400. A new name for a known person is ignored (vendor-behaviour.md section 2).
 */
export function pushUser(run: Run, event: PushUser): Refusal | null {
  const refusal = putUser(run, event);
  const before = holdUser(run.org, event, refusal);
  if (before !== undefined) keepWhatWasSent(run, event, before);
  return refusal;
}

/** Fields of earlier, refused pushes that this one did not repeat: the provider still has them. */
function keepWhatWasSent(run: Run, event: PushUser, before: PushUser): void {
  const person = writePerson(run.org, must(findPerson(run.org, event.userName)).id);
  if (event.role === undefined) person.sentRole = before.role ?? person.sentRole;
  if (event.active === undefined && run.org.settings.A19 === 'default') person.sentActive = before.active ?? person.sentActive;
  if (event.concurrencyGroup === undefined) person.sentConcurrencyGroup = before.concurrencyGroup ?? person.sentConcurrencyGroup;
}

/** The push itself, whatever the provider remembers of it. */
export function putUser(run: Run, event: PushUser): Refusal | null {
  const { org } = run;
  if (isInOtherOrganisation(org, event.userName)) return { status: 400, kind: 'in-other-organisation', userName: event.userName };
  const known = findPerson(org, event.userName);
  if (known === undefined && !isEmail(event.userName)) return { status: 400, kind: 'user-name-not-email', userName: event.userName };
  const wanted = event.concurrencyGroup;
  if (wanted !== undefined && !hasConcurrencyGroup(run, wanted) && org.settings.A17 === 'other')
    return { status: 400, kind: 'unknown-concurrency-group', userName: event.userName, concurrencyGroup: wanted };
  const wasActive = known?.active;
  const id = known === undefined ? createPerson(run, event) : updatePerson(run, known, event);
  if (wanted !== undefined) {
    if (must(org.people.get(id)).sentConcurrencyGroup !== wanted) writePerson(org, id).sentConcurrencyGroup = wanted;
    setConcurrencyGroupAttribute(run, id, wanted);
  }
  // One request is one change: who comes back does so with the attribute that was sent along.
  if (wasActive !== undefined && wasActive !== must(org.people.get(id)).active) placeByActivity(run, id);
  return null;
}

function createPerson(run: Run, event: PushUser): number {
  const { org } = run;
  const role = event.role ?? 'User';
  const active = event.active ?? true;
  const id = org.people.add({
    id: org.people.size,
    userName: event.userName,
    givenName: event.givenName ?? '',
    familyName: event.familyName ?? '',
    active,
    ownRole: role,
    role,
    roleSetByHand: false,
    manual: null,
    placement: nowhere,
    conflicts: nothing,
    waiting: null,
    decisions: nothing,
    sentRole: event.role ?? null,
    sentActive: active,
    sentConcurrencyGroup: null,
  });
  org.writes += 1;
  org.personIndex.set(event.userName, id);
  run.effects.push({ kind: 'person-created', personId: id, event: run.event, role, active, assumptions: nothing });
  return id;
}

function updatePerson(run: Run, known: Person, event: PushUser): number {
  const { org } = run;
  const renamed =
    (event.givenName !== undefined && event.givenName !== known.givenName) ||
    (event.familyName !== undefined && event.familyName !== known.familyName);
  if (renamed) run.effects.push({ kind: 'name-ignored', event: run.event, userName: known.userName, assumptions: [] });
  const active = event.active ?? (org.settings.A19 === 'other' ? true : known.active);
  const sentActive = event.active ?? (org.settings.A19 === 'other' ? true : known.sentActive);
  const sentRole = event.role ?? known.sentRole;
  if (sentActive !== known.sentActive || sentRole !== known.sentRole) {
    const person = writePerson(org, known.id);
    person.sentActive = sentActive;
    person.sentRole = sentRole;
  }
  if (active !== known.active) setActive(run, known.id, active, 'pushed', event.active === undefined ? ['A19'] : []);
  if (event.role !== undefined) setOwnRole(run, known.id, event.role);
  return known.id;
}

/** `OrganizationRole`: a group's role stands above it (section 6); a person in no group takes it as it is. */
function setOwnRole(run: Run, personId: number, role: Role): void {
  const { org } = run;
  const known = must(org.people.get(personId));
  if (known.ownRole !== role || known.roleSetByHand) {
    const written = writePerson(org, personId);
    written.ownRole = role;
    written.roleSetByHand = false;
  }
  const person = must(org.people.get(personId));
  if (org.memberships.count(personId) === 0) setEffectiveRole(run, person, role, { kind: 'pushed' });
  else setEffectiveRole(run, person, roleOf(org, person), causeOf(org, person));
}

function setActive(
  run: Run,
  personId: number,
  active: boolean,
  cause: 'pushed' | 'deactivated',
  assumptions: readonly AssumptionId[] = [],
): void {
  const person = must(run.org.people.get(personId));
  if (person.active === active) return;
  writePerson(run.org, personId).active = active;
  run.effects.push({
    kind: 'active',
    personId,
    event: run.event,
    active,
    cause,
    assumptions: run.org.memberships.count(personId) === 0 && person.placement === nowhere ? assumptions : [...assumptions, 'A6'],
  });
  // A6 = other: the assignments are removed; what an admin gave by hand does not come back by itself.
  if (run.org.settings.A6 === 'other' && !active && person.manual !== null) writePerson(run.org, personId).manual = null;
}

/** A6 = other: assignments go with activity and come back with it. */
function placeByActivity(run: Run, personId: number): void {
  if (run.org.settings.A6 === 'other') replace(run, personId, { kind: 'activity' });
}

/** DELETE /Users/{id}, or `active` false: only deactivates, the record stays (section 2). */
export function deactivateUser(run: Run, userName: string): Refusal | null {
  holdDeactivation(run.org, userName);
  if (isInOtherOrganisation(run.org, userName)) return { status: 400, kind: 'in-other-organisation', userName };
  const person = findPerson(run.org, userName);
  if (person === undefined) return { status: 404, kind: 'unknown-user', userName };
  if (person.sentActive !== false) writePerson(run.org, person.id).sentActive = false;
  setActive(run, person.id, false, 'deactivated');
  placeByActivity(run, person.id);
  return null;
}

const hasConcurrencyGroup = (run: Run, name: string): boolean =>
  findEntity(run.org, 'ConcurrencyGroup', name) !== undefined || isDefaultGroup(run.org, { type: 'ConcurrencyGroup', name });

/** `LambdatestGroup`: an existing concurrency group by name, an assignment of no SCIM group (section 2, A17, A18). */
function setConcurrencyGroupAttribute(run: Run, personId: number, name: string): void {
  const { org } = run;
  const person = must(org.people.get(personId));
  if (!hasConcurrencyGroup(run, name)) {
    run.effects.push({
      kind: 'attribute-ignored',
      event: run.event,
      userName: person.userName,
      concurrencyGroup: name,
      assumptions: ['A17'],
    });
    return;
  }
  const isDefault = isDefaultGroup(org, { type: 'ConcurrencyGroup', name });
  const entityId = isDefault ? none : (findEntity(org, 'ConcurrencyGroup', name)?.id ?? none);
  const before = person.manual ?? noManualPlaces;
  // Sent again unchanged, it stays what it was: a mapping that stands above it still does.
  if (before.attributeSeq !== none && before.concurrencyGroup === entityId && !before.concurrencyGroupHolds && !mayComeBack(org, person))
    return;
  const manual: ManualPlaces = {
    ...before,
    concurrencyGroup: entityId,
    concurrencyGroupHolds: false,
    concurrencyGroupOverridden: false,
    attributeSeq: nextSeq(org),
    attributeAge: org.nextMappingId,
  };
  writePerson(org, personId).manual = manual;
  replace(run, personId, { kind: 'attribute' });
}

/** The mapping that overrode the attribute is gone, and A12 kept it away until it is sent again. As a claim (A18) it comes back by itself. */
const mayComeBack = (org: Organisation, person: Person): boolean =>
  org.settings.A18 === 'default' && person.manual?.concurrencyGroupOverridden === true && person.placement.concurrencyGroup === none;

/** Only for the generic profile: RFC 7644 lets PUT change `userName` and `name`, DELETE really deletes, POST creates or is refused. */
export function applyGeneric(run: Run, event: GenericEvent): Refusal | null {
  if (event.type === 'forgetDeletedGroup') {
    run.org.deletedGroupIndex.remove(nameKey(run.org.settings, event.displayName));
    return null;
  }
  if (event.type === 'createUser') {
    if (findPerson(run.org, event.userName) !== undefined) return { status: 409, kind: 'user-exists', userName: event.userName };
    const id = createPerson(run, { ...event, type: 'pushUser' });
    if (event.concurrencyGroup !== undefined) setConcurrencyGroupAttribute(run, id, event.concurrencyGroup);
    return null;
  }
  const person = findPerson(run.org, event.userName);
  if (person === undefined) return { status: 404, kind: 'unknown-user', userName: event.userName };
  if (event.type === 'deleteUser') {
    for (const groupId of run.org.memberships.groupIds(person.id))
      leaveGroup(run, [person.id], groupId, { kind: 'left', group: must(run.org.groups.get(groupId)).displayName });
    run.org.personIndex.remove(person.userName);
    run.org.people.remove(person.id);
    run.org.writes += 1;
    run.effects.push({ kind: 'person-deleted', personId: person.id, event: run.event, assumptions: [] });
    return null;
  }
  const to = event.to ?? person.userName;
  if (userKey(to) !== userKey(person.userName)) {
    if (findPerson(run.org, to) !== undefined) return { status: 409, kind: 'user-exists', userName: to };
    run.org.personIndex.remove(person.userName);
    run.org.personIndex.set(to, person.id);
  }
  const written = writePerson(run.org, person.id);
  if (to !== person.userName)
    run.effects.push({ kind: 'renamed', personId: person.id, event: run.event, from: person.userName, to, assumptions: [] });
  written.userName = to;
  if (event.givenName !== undefined) written.givenName = event.givenName;
  if (event.familyName !== undefined) written.familyName = event.familyName;
  return null;
}
