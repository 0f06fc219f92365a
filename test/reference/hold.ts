import type { VendorEvent } from '../../shared/vendor/event';
import { type Facts, findUser, type HeldGroup, type HeldUser, is, sameName, sameUser } from './facts';

/**
 * What the identity provider holds, and what of it the vendor lacks. A refused push changes nothing at the vendor, yet the
 * provider has it and pushes it again at `sync` (formats.md section 1). Choice: only what it may be right to send again is
 * held, a 409 or a 404 is the sender's mistake.
 */
export function hold(facts: Facts, event: VendorEvent, refusal: number | null): void {
  facts.now += 1;
  if (event.type === 'pushUser' || event.type === 'deactivateUser') holdUser(facts, event, refusal);
  else if (isGroupEvent(event)) holdGroup(facts, event, refusal);
}

type UserEvent = Extract<VendorEvent, { type: 'pushUser' | 'deactivateUser' }>;
export type GroupEvent = Extract<
  VendorEvent,
  { type: 'pushGroup' | 'renameGroup' | 'addMembers' | 'removeMembers' | 'setMembers' | 'setGroupRoles' | 'deleteGroup' }
>;

const isGroupEvent = (event: VendorEvent): event is GroupEvent =>
  'displayName' in event && event.type !== 'approveMapping' && event.type !== 'rejectMapping';

function holdUser(facts: Facts, event: UserEvent, refusal: number | null): void {
  let held = facts.held.users.find((user) => sameUser(user.userName, event.userName));
  if (held === undefined) {
    if (event.type === 'deactivateUser' && refusal !== null) return;
    held = { userName: event.userName, refusedAt: null };
    facts.held.users.push(held);
  }
  const sent: HeldUser = held;
  if (event.type === 'deactivateUser') sent.active = false;
  else {
    if (event.role !== undefined) sent.role = event.role;
    if (event.concurrencyGroup !== undefined) sent.concurrencyGroup = event.concurrencyGroup;
    // A19 = other: a push without `active` activates, and so does its repetition.
    if (event.active !== undefined || is(facts, 'A19')) sent.active = event.active;
  }
  if (event.type === 'pushUser') sent.refusedAt = refusal === null ? null : (sent.refusedAt ?? facts.now);
}

function holdGroup(facts: Facts, event: GroupEvent, refusal: number | null): void {
  const groups = facts.held.groups;
  // Choice: the provider's names are unique; what the vendor took under a name stands for it.
  const renamed = refusal === null && event.type === 'renameGroup' && !sameName(facts, event.to, event.displayName);
  const other = renamed ? groups.find((group) => !group.gone && sameName(facts, group.name, event.to)) : undefined;
  if (other !== undefined) groups.splice(groups.indexOf(other), 1);
  if (refusal === null && event.type === 'deleteGroup') {
    const waits = groups.find((group) => group.gone && sameName(facts, group.vendorName!, event.displayName));
    if (waits !== undefined) groups.splice(groups.indexOf(waits), 1);
  }
  const found = groups.find((group) => !group.gone && sameName(facts, group.name, event.displayName));
  const mayBeSentAgain = refusal === null || refusal === 403 || refusal === 400 || (found !== undefined && found.refusedAt !== null);
  if (!mayBeSentAgain) return;
  const held: HeldGroup | undefined =
    found ??
    (event.type === 'pushGroup'
      ? { name: event.displayName, vendorName: null, members: [], roles: undefined, gone: false, refusedAt: null }
      : undefined);
  if (held === undefined) return;
  if (found === undefined) groups.push(held);
  // A8 = other: members that the vendor took no notice of are still held, and pushed again.
  const ignored =
    is(facts, 'A8') &&
    event.type !== 'removeMembers' &&
    'members' in event &&
    (event.members ?? []).some((name) => findUser(facts, name) === undefined);
  if (refusal !== null || ignored) held.refusedAt ??= facts.now;
  change(facts, held, event);
  // What the vendor has taken is so, whatever else the provider holds.
  if (refusal === null && event.type === 'renameGroup') held.name = event.to;
  // Deleted before the vendor ever had it: nobody holds it any more.
  if (held.gone && held.vendorName === null) groups.splice(groups.indexOf(held), 1);
  if (refusal !== null) return;
  if (event.type === 'pushGroup' || event.type === 'renameGroup') held.vendorName = held.name;
  else if (event.type === 'deleteGroup' && groups.includes(held)) groups.splice(groups.indexOf(held), 1);
}

function change(facts: Facts, held: HeldGroup, event: GroupEvent): void {
  const not = (names: readonly string[]): readonly string[] =>
    held.members.filter((member) => !names.some((name) => sameUser(name, member)));
  switch (event.type) {
    case 'pushGroup':
      held.name = event.displayName;
      held.members = event.members ?? [];
      held.roles = event.roles ?? [];
      return;
    case 'renameGroup':
      // Choice: two groups of one name cannot be held; the provider keeps the old name.
      if (!facts.held.groups.some((other) => other !== held && !other.gone && sameName(facts, other.name, event.to))) held.name = event.to;
      return;
    case 'addMembers':
      held.members = [...held.members, ...event.members];
      return;
    case 'removeMembers':
      held.members = not(event.members);
      return;
    case 'setMembers':
      held.members = event.members;
      return;
    case 'setGroupRoles':
      held.roles = event.roles;
      return;
    case 'deleteGroup':
      held.gone = true;
  }
}
