import { conflictTypes, roles } from './event';
import { Fingerprint } from './fingerprint';
import type { Conflict, ConflictSide, Group, ManualPlaces, Person } from './model';
import { conflictStatuses } from './model';
import { entityKey, nameKey } from './names';
import type { Organisation } from './organisation';

/**
 * A fingerprint of everything in an organisation that can make a difference to what follows: all that `snapshot` keeps. Two that
 * have the same give the same plan for any further events; the same before and after shows that a baseline is untouched.
 */
export function stateHash(org: Organisation): string {
  const steps = stateHashSteps(org);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Some milliseconds of work. */
const peoplePerStep = 5000;

/** The same in steps; the organisation must not change between them. */
export function* stateHashSteps(org: Organisation): Generator<void, string, void> {
  const sum = new Fingerprint();
  sumFrame(sum, org);
  sum.number(org.entities.size);
  for (const entity of org.entities.values()) {
    sum.value(entity);
    sum.flag(org.entityIndex.get(entityKey(org.settings, entity.type, entity.name)) === entity.id);
  }
  sum.number(org.groups.size);
  for (const group of org.groups.values()) sumGroup(sum, org, group);
  sum.number(org.people.size);
  // Whoever has a record is found by name: what takes a name away takes the record away.
  for (let id = 0; id < org.people.size; id += 1) {
    if (id % peoplePerStep === peoplePerStep - 1) yield;
    const person = org.people.get(id);
    if (person !== undefined) sumPerson(sum, org, person);
  }
  return sum.digits();
}

function sumFrame(sum: Fingerprint, org: Organisation): void {
  sum.text(org.name);
  sum.text(org.defaultConcurrencyGroup);
  sum.value([...org.enabledTypes]);
  sum.value(org.settings);
  sum.value([...org.inOtherOrganisations]);
  sum.flag(org.groupProvisioning);
  sum.value(org.rules.map((rule) => rule.spec));
  sum.number(org.seq);
  sum.value(org.syncSeqs);
  sum.number(org.nextMappingId);
  sum.value([...org.held.users.values()]);
  sum.value([...org.held.groups.values()]);
}

function sumGroup(sum: Fingerprint, org: Organisation, group: Group): void {
  const { members, mappings, ...rest } = group;
  sum.value(rest);
  for (const mapping of mappings) sum.value(mapping);
  sum.number(mappings.length);
  sum.numbers(members.ids());
  const key = nameKey(org.settings, group.displayName);
  sum.flag(org.groupIndex.get(key) === group.id);
  sum.flag(org.deletedGroupIndex.get(key) === group.id);
}

/** Field by field, and what is short in one number, for there are many of them. */
function sumPerson(sum: Fingerprint, org: Organisation, person: Person): void {
  const { manual, placement, conflicts, waiting, decisions, sentRole, sentActive, sentConcurrencyGroup } = person;
  sum.number(person.id);
  sum.text(person.userName);
  sum.text(person.givenName);
  sum.text(person.familyName);
  sum.number(
    Number(person.active) |
      (Number(person.roleSetByHand) << 1) |
      (Number(manual !== null) << 2) |
      (Number(waiting !== null) << 3) |
      (Number(sentConcurrencyGroup !== null) << 4) |
      ((sentActive === null ? 2 : Number(sentActive)) << 5) |
      (numberIn(roles, person.ownRole) << 8) |
      (numberIn(roles, person.role) << 12) |
      ((sentRole === null ? 15 : numberIn(roles, sentRole)) << 16),
  );
  org.memberships.sum(sum, person.id);
  sum.numbers(placement.teams);
  sum.number(placement.concurrencyGroup);
  sum.number(placement.subOrganization);
  if (manual !== null) sumManual(sum, manual);
  sum.number(conflicts.length);
  for (const conflict of conflicts) sumConflict(sum, conflict);
  if (waiting !== null) sumSides(sum, waiting);
  sum.number(decisions.length);
  if (decisions.length > 0) sum.value(decisions);
  if (sentConcurrencyGroup !== null) sum.text(sentConcurrencyGroup);
}

/** Its place in a list, and a number of its own for what is not in it. */
const numberIn = (list: readonly string[], text: string): number => list.indexOf(text) + 1;

function sumManual(sum: Fingerprint, manual: ManualPlaces): void {
  sum.numbers(manual.teams);
  sum.numbers(manual.hiddenTeams);
  sum.number(manual.concurrencyGroup);
  sum.number(manual.subOrganization);
  sum.number(manual.attributeSeq);
  sum.number(manual.attributeAge);
  sum.number(
    Number(manual.concurrencyGroupHolds) |
      (Number(manual.subOrganizationHolds) << 1) |
      (Number(manual.concurrencyGroupOverridden) << 2) |
      (Number(manual.subOrganizationOverridden) << 3),
  );
}

function sumConflict(sum: Fingerprint, { type, status, current, incoming, blockers }: Conflict): void {
  sum.number(numberIn(conflictTypes, type) | (numberIn(conflictStatuses, status) << 4));
  sumSide(sum, current);
  sumSide(sum, incoming);
  sumSides(sum, blockers);
}

function sumSides(sum: Fingerprint, sides: readonly ConflictSide[]): void {
  sum.number(sides.length);
  for (const side of sides) sumSide(sum, side);
}

function sumSide(sum: Fingerprint, { groupId, entityId }: ConflictSide): void {
  sum.number(groupId);
  sum.number(entityId);
}
