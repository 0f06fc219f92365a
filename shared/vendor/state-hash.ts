import { Fingerprint } from './fingerprint';
import type { Conflict, ConflictSide, Group, Person } from './model';
import { none } from './model';
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
  let people = 0;
  for (const person of org.people.values()) {
    people += 1;
    if (people % peoplePerStep === 0) yield;
    sumPerson(sum, org, person);
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
  sum.numbers([...members]);
  const key = nameKey(org.settings, group.displayName);
  sum.flag(org.groupIndex.get(key) === group.id);
  sum.flag(org.deletedGroupIndex.get(key) === group.id);
}

/** Field by field, for there are many of them. */
function sumPerson(sum: Fingerprint, org: Organisation, person: Person): void {
  sum.number(person.id);
  sum.text(person.userName);
  sum.text(person.givenName);
  sum.text(person.familyName);
  sum.flag(person.active);
  sum.text(person.ownRole);
  sum.text(person.role);
  sum.flag(person.roleSetByHand);
  sumMemberships(sum, org, person.id);
  sum.numbers(person.placement.teams);
  sum.number(person.placement.concurrencyGroup);
  sum.number(person.placement.subOrganization);
  sumUnlessNull(sum, person.manual);
  sum.number(person.conflicts.length);
  for (const conflict of person.conflicts) sumConflict(sum, conflict);
  if (person.waiting === null) sum.number(none);
  else sumSides(sum, person.waiting);
  sum.number(person.decisions.length);
  if (person.decisions.length > 0) sum.value(person.decisions);
  sum.text(person.sentRole ?? '');
  sum.number(person.sentActive === null ? none : Number(person.sentActive));
  sumUnlessNull(sum, person.sentConcurrencyGroup);
}

function sumMemberships(sum: Fingerprint, { memberships }: Organisation, personId: number): void {
  const count = memberships.count(personId);
  sum.number(count);
  for (let at = 0; at < count; at += 1) {
    sum.number(memberships.groupAt(personId, at));
    sum.number(memberships.seqAt(personId, at));
  }
}

function sumConflict(sum: Fingerprint, { type, status, current, incoming, blockers }: Conflict): void {
  sum.text(type);
  sum.text(status);
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

/** What most people have costs one step. */
function sumUnlessNull(sum: Fingerprint, value: unknown): void {
  if (value === null) sum.number(0);
  else {
    sum.number(1);
    sum.value(value);
  }
}
