import type { Organisation } from './organisation';

/**
 * A fingerprint of everything in the organisation that an event can change: two independent 32-bit FNV-1a sums over all
 * records in order, as 16 hexadecimal digits. It shows that a baseline is untouched; it is no protection against forgery.
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
  const sum = new Sum();
  sum.flag(org.groupProvisioning);
  for (const rule of org.rules) sum.text(JSON.stringify(rule.spec));
  for (const entity of org.entities.values()) {
    sum.text(entity.type);
    sum.text(entity.name);
    sum.number(entity.ownerId);
    sum.flag(entity.deleted);
  }
  for (const group of org.groups.values()) {
    sum.text(group.displayName);
    sum.text(group.state);
    for (const role of group.roles) sum.text(role);
    for (const mapping of group.mappings) {
      sum.text(mapping.type);
      sum.text(mapping.name);
      sum.text(mapping.status);
      sum.number(mapping.entityId);
      sum.flag(mapping.targetDeleted);
      sum.flag(mapping.withheld);
    }
    sum.number(group.members.size);
  }
  let people = 0;
  for (const person of org.people.values()) {
    people += 1;
    if (people % peoplePerStep === 0) yield;
    sum.text(person.userName);
    sum.text(person.givenName);
    sum.text(person.familyName);
    sum.text(person.role);
    sum.text(person.ownRole);
    sum.flag(person.active);
    for (const groupId of person.groupIds) sum.number(groupId);
    for (const team of person.placement.teams) sum.number(team);
    sum.number(person.placement.concurrencyGroup);
    sum.number(person.placement.subOrganization);
    for (const conflict of person.conflicts) {
      sum.text(conflict.status);
      sum.number(conflict.current.groupId);
      sum.number(conflict.incoming.groupId);
    }
    sum.number(person.decisions.length);
    if (person.manual !== null) sum.text(JSON.stringify(person.manual));
  }
  return sum.digits();
}

class Sum {
  private a = 0x811c9dc5;
  private b = 0x01234567;

  number(value: number): void {
    this.a = Math.imul(this.a ^ (value & 0xffff), 0x01000193);
    this.a = Math.imul(this.a ^ (value >>> 16), 0x01000193);
    this.b = Math.imul(this.b ^ value, 0x5bd1e995);
    this.b ^= this.b >>> 15;
  }

  flag(value: boolean): void {
    this.number(value ? 1 : 0);
  }

  text(value: string): void {
    this.number(value.length);
    for (let at = 0; at < value.length; at += 1) {
      const unit = value.charCodeAt(at);
      this.a = Math.imul(this.a ^ unit, 0x01000193);
      this.b = Math.imul(this.b ^ unit, 0x5bd1e995) ^ (this.b >>> 13);
    }
  }

  digits(): string {
    const half = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return half(this.a) + half(this.b);
  }
}
