import type { GroupEvent, HeldGroup, PushUser } from './held-pushes';
import { nameKey, userKey } from './names';
import { findGroup, findPerson, must, type Organisation } from './organisation';
import type { Refusal } from './refusal';

/**
 * A person whom the vendor refuses stays with the provider, with every field as last sent. Answers what was held before, where
 * the vendor has taken the person now.
 */
export function holdUser(org: Organisation, event: PushUser, refusal: Refusal | null): PushUser | undefined {
  if (refusal === null && org.held.users.size === 0) return undefined;
  const key = userKey(event.userName);
  const before = org.held.users.get(key);
  if (refusal === null) {
    if (before !== undefined) org.held.setUser(key, null);
    return before;
  }
  org.held.setUser(key, mergePush(org, before, event));
  return undefined;
}

function mergePush(org: Organisation, before: PushUser | undefined, event: PushUser): PushUser {
  if (before === undefined) return event;
  const sent = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as unknown as PushUser;
  // A19 = other: a push without `active` activates, and so does its repetition.
  const { active, ...rest } = before;
  return org.settings.A19 === 'other' || active === undefined ? { ...rest, ...sent } : { ...rest, active, ...sent };
}

/** Deactivated before the vendor ever took them: pushed again, they are inactive. */
export function holdDeactivation(org: Organisation, userName: string): void {
  const key = userKey(userName);
  const before = org.held.users.get(key);
  if (before !== undefined) org.held.setUser(key, { ...before, active: false });
}

export const heldKey = (org: Organisation, group: HeldGroup): string =>
  group.gone ? `gone\n${nameKey(org.settings, group.vendorName ?? '')}` : `held\n${nameKey(org.settings, group.name)}`;

/**
 * Keeps the provider's side of a group after an event: from the first refusal that may pass (403, an unknown member) until the
 * vendor has all of it. A 404 or 409 is the sender's mistake and is not repeated.
 */
export function holdGroup(org: Organisation, event: GroupEvent, refusal: Refusal | null): void {
  if (refusal === null && org.held.groups.size === 0 && !ignoresMembers(org, event)) return;
  // The provider's names are unique: what the vendor took under a name stands for it.
  const taken = refusal === null && event.type === 'renameGroup' ? nameKey(org.settings, event.to) : null;
  if (taken !== null && taken !== nameKey(org.settings, event.displayName) && org.held.groups.has(`held\n${taken}`))
    org.held.setGroup(`held\n${taken}`, null);
  const key = `held\n${nameKey(org.settings, event.displayName)}`;
  if (refusal === null && event.type === 'deleteGroup') {
    const waits = `gone\n${nameKey(org.settings, event.displayName)}`;
    if (org.held.groups.has(waits)) org.held.setGroup(waits, null);
  }
  const known = org.held.groups.get(key);
  const begins = refusal === null ? ignoresMembers(org, event) : refusal.status === 403 || refusal.kind === 'unknown-members';
  if (known === undefined && !begins) return;
  const before = known ?? beginHolding(org, event, refusal === null);
  if (before === null) return;
  if (event.type === 'deleteGroup') {
    const gone: HeldGroup = { ...before, gone: true };
    if (refusal === null || gone.vendorName === null) org.held.setGroup(key, null);
    else org.held.setGroup(heldKey(org, gone), gone, known === undefined ? heldKey(org, gone) : key);
    return;
  }
  const after = event.type === 'renameGroup' && refusal === null ? { ...before, name: event.to } : changed(org, before, event);
  const there = refusal === null && (event.type === 'pushGroup' || event.type === 'renameGroup');
  org.held.setGroup(
    heldKey(org, after),
    there ? { ...after, vendorName: after.name } : after,
    known === undefined ? heldKey(org, after) : key,
  );
}

/** A8 = other: members that the vendor took no notice of are still held. */
function ignoresMembers(org: Organisation, event: GroupEvent): boolean {
  if (org.settings.A8 === 'default' || event.type === 'removeMembers' || !('members' in event)) return false;
  return event.members?.some((userName) => findPerson(org, userName) === undefined) ?? false;
}

function beginHolding(org: Organisation, event: GroupEvent, taken: boolean): HeldGroup | null {
  // An accepted rename or push has already changed the name at the vendor.
  const group = findGroup(org, event.displayName);
  const deleted = org.held.groups.has(`gone\n${nameKey(org.settings, event.displayName)}`);
  const elsewhere = [...org.held.groups.values()].some(
    (held) => !held.gone && held.vendorName !== null && nameKey(org.settings, held.vendorName) === nameKey(org.settings, event.displayName),
  );
  if (group !== undefined && !deleted && (!elsewhere || taken))
    return {
      name: group.displayName,
      vendorName: group.displayName,
      members: [...group.members].map((id) => must(org.people.get(id)).userName),
      roles: undefined,
      gone: false,
    };
  return event.type === 'pushGroup' ? { name: event.displayName, vendorName: null, members: [], roles: undefined, gone: false } : null;
}

function changed(org: Organisation, held: HeldGroup, event: Exclude<GroupEvent, { type: 'deleteGroup' }>): HeldGroup {
  switch (event.type) {
    case 'pushGroup':
      return { ...held, name: event.displayName, members: event.members ?? [], roles: event.roles ?? [] };
    case 'renameGroup':
      return isHeld(org, held, event.to) ? held : { ...held, name: event.to };
    case 'addMembers':
      return { ...held, members: [...held.members, ...event.members] };
    case 'removeMembers': {
      const leaving = new Set(event.members.map(userKey));
      return { ...held, members: held.members.filter((userName) => !leaving.has(userKey(userName))) };
    }
    case 'setMembers':
      return { ...held, members: event.members };
    case 'setGroupRoles':
      return { ...held, roles: event.roles };
  }
}

/** The provider has another group of that name, at the vendor already or not. */
function isHeld(org: Organisation, self: HeldGroup, name: string): boolean {
  const key = nameKey(org.settings, name);
  const other = org.held.groups.get(`held\n${key}`);
  if (other !== undefined) return other !== self;
  const group = findGroup(org, name);
  if (group === undefined || org.held.groups.has(`gone\n${key}`)) return false;
  if (self.vendorName !== null && nameKey(org.settings, self.vendorName) === key) return false;
  // A group that goes by another name at the provider leaves this one free.
  return ![...org.held.groups.values()].some((held) => held.vendorName !== null && nameKey(org.settings, held.vendorName) === key);
}
