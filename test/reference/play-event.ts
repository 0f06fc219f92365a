import type { VendorEvent } from '../../shared/vendor/event';
import { mark } from './derive-places';
import { groupsOf } from './derive-role';
import { type Facts, findGroup, type HeldGroup, is, isApproved, sameName, sameUser } from './facts';
import { hold } from './hold';
import { changeMapping } from './match-rules';
import { playAdminEvent } from './play-admin-event';
import { playGroupEvent } from './play-group-event';
import { deactivateUser, pushUser } from './play-user-event';

export interface Played {
  readonly facts: Facts;
  /** Status codes of what was refused. */
  readonly refused: readonly number[];
}

type Single = Exclude<VendorEvent, { type: 'sync' }>;

export function playEvent(before: Facts, event: VendorEvent): Played {
  if (event.type === 'sync') return playSync(before);
  const { facts, refused } = attempt(before, event);
  hold(facts, event, refused[0] ?? null);
  return { facts, refused };
}

/** One request on a copy of the facts: what is refused leaves them as they were. */
function attempt(before: Facts, event: Single): Played {
  const facts = structuredClone(before);
  facts.now += 1;
  const refusal = play(facts, event);
  if (refusal !== null) return { facts: structuredClone(before), refused: [refusal] };
  mark(facts, false);
  return { facts, refused: [] };
}

/** Changes the facts, or says with which status the vendor refuses. */
function play(facts: Facts, event: Single): number | null {
  switch (event.type) {
    case 'pushUser':
      return pushUser(facts, event);
    case 'deactivateUser':
      return deactivateUser(facts, event.userName);
    case 'pushGroup':
    case 'renameGroup':
    case 'addMembers':
    case 'removeMembers':
    case 'setMembers':
    case 'setGroupRoles':
    case 'deleteGroup':
      return playGroupEvent(facts, event);
    default:
      return playAdminEvent(facts, event);
  }
}

/** `sync`: all users and groups that the provider holds are pushed again (formats.md section 1). */
function playSync(before: Facts): Played {
  let facts = structuredClone(before);
  facts.now += 1;
  facts.syncs.push(facts.now);
  const refused: number[] = [];
  const send = (event: Single): boolean => {
    const played = attempt(facts, event);
    facts = played.facts;
    refused.push(...played.refused);
    return played.refused.length === 0;
  };
  // Choice: first who was refused, in the order of the refusals.
  for (const user of inOrder(facts.held.users)) {
    const { refusedAt: _, ...sent } = user;
    const taken = send({ type: 'pushUser', ...sent });
    const held = facts.held.users.find((each) => sameUser(each.userName, user.userName))!;
    held.refusedAt = taken ? null : (held.refusedAt ?? facts.now);
  }
  const waiting = inOrder(facts.held.groups.filter((group) => group.refusedAt !== null));
  if (!facts.provisioning) {
    // Section 3: while off, groups are refused and what exists stays as it is. Choice: one refusal for all of them.
    const groups = facts.groups.filter((group) => !group.deleted).length + waiting.length;
    mark(facts, false);
    return { facts, refused: groups > 0 ? [...refused, 403] : refused };
  }
  for (const group of waiting) {
    const of = (): HeldGroup => facts.held.groups.find((each) => each.name === group.name && each.gone === group.gone)!;
    if (group.gone) {
      send({ type: 'deleteGroup', displayName: group.vendorName! });
      facts.held.groups = facts.held.groups.filter((each) => each !== of());
      continue;
    }
    let complete = true;
    if (group.vendorName === null) {
      complete = send({ type: 'pushGroup', displayName: group.name, members: group.members, roles: group.roles });
      if (complete) of().vendorName = group.name;
    } else {
      if (!sameName(facts, group.name, group.vendorName) || group.name !== group.vendorName) {
        complete = send({ type: 'renameGroup', displayName: group.vendorName, to: group.name });
        if (complete) of().vendorName = group.name;
      }
      const displayName = of().vendorName!;
      const members = send({ type: 'setMembers', displayName, members: group.members });
      if (members && group.roles !== undefined) send({ type: 'setGroupRoles', displayName, roles: group.roles });
      complete = complete && members;
    }
    if (complete && allMembersThere(facts, of())) of().refusedAt = null;
  }
  // A14 = other: the mapping to a deleted entity goes back to Pending only now.
  for (const group of facts.groups)
    for (const mapping of group.mappings)
      if (!group.deleted && mapping.targetDeleted && isApproved(mapping)) changeMapping(group, mapping, { status: 'Pending' });
  // Section 6: a manual role is overwritten if one of the person's groups has roles.
  for (const user of facts.users) if (groupsOf(facts, user).some((group) => group.roles.length > 0)) user.roleWritten = null;
  mark(facts, true);
  return { facts, refused };
}

/** Refused ones first, oldest refusal first; the rest as they came. */
const inOrder = <T extends { readonly refusedAt: number | null }>(all: readonly T[]): T[] => {
  const refused = all.filter((each) => each.refusedAt !== null).sort((a, b) => a.refusedAt! - b.refusedAt!);
  return [...refused, ...all.filter((each) => each.refusedAt === null)];
};

/** A8 = other: a member that was ignored is still held, and pushed again until the vendor knows the person. */
function allMembersThere(facts: Facts, held: HeldGroup): boolean {
  const group = findGroup(facts, held.name)!;
  return !is(facts, 'A8') || held.members.every((name) => group.members.some((member) => sameUser(member.userName, name)));
}
