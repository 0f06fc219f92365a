import { undoManualStand } from './apply-admin';
import { applyGroupEvent } from './apply-group';
import { putUser } from './apply-user';
import { causeOf, recomputeRole } from './effective-role';
import type { GroupEvent, HeldGroup } from './held-pushes';
import { heldKey } from './hold-push';
import { changeMapping } from './mapping';
import { none, type Person } from './model';
import { findGroup, findPerson, must } from './organisation';
import type { Refusal } from './refusal';
import type { Run } from './run';
import { nextSeq } from './run';

/**
 * The provider pushes again all users and groups that it holds: what was refused is tried again, what it sent before is sent
 * once more, manual changes against it are undone, roles are recomputed (sections 6 and 7, A14). While group provisioning is
 * off the groups are refused and stay as they are. Refusals come back as a list: each request is answered for itself.
 */
export function syncAll(run: Run): readonly Refusal[] {
  const { org } = run;
  org.syncSeqs = [...org.syncSeqs, nextSeq(org)];
  const refusals: Refusal[] = [];
  for (const [key, push] of [...org.held.users]) {
    const refusal = putUser(run, push);
    if (refusal === null) org.held.setUser(key, null);
    else refusals.push(refusal);
  }
  for (const person of org.people.values()) {
    const refusal = resend(run, person);
    if (refusal !== null) refusals.push(refusal);
  }
  const waiting = [...org.held.groups.values()];
  if (!org.groupProvisioning) {
    let groups = waiting.length;
    for (const group of org.groups.values()) if (group.state === 'active') groups += 1;
    if (groups > 0) refusals.push({ status: 403, kind: 'group-provisioning-off', groups });
    return refusals;
  }
  for (const held of waiting) sendHeld(run, held, refusals);
  for (const group of org.groups.values()) {
    if (group.state !== 'active') continue;
    for (const mapping of group.mappings) {
      if (mapping.targetDeleted && mapping.status !== 'Pending' && mapping.status !== 'Rejected')
        changeMapping(
          run,
          group.id,
          mapping,
          { status: 'Pending', reason: { kind: 'target-deleted' }, approvedSeq: none, withheld: false },
          ['A14'],
        );
    }
  }
  for (const person of org.people.values()) {
    if (org.memberships.count(person.id) === 0) continue;
    undoManualStand(run, person.id);
    // A manual role is overwritten if a group has roles (section 6); where none has, it stays.
    if (!person.roleSetByHand || causeOf(org, person).kind === 'groups') recomputeRole(run, person.id);
  }
  return refusals;
}

/** POST of an existing person with what was last sent: role, active and `LambdatestGroup` are updated (section 2). */
function resend(run: Run, person: Person): Refusal | null {
  if (person.sentRole === null && person.sentActive === null && person.sentConcurrencyGroup === null) return null;
  return putUser(run, {
    type: 'pushUser',
    userName: person.userName,
    role: person.sentRole ?? undefined,
    active: person.sentActive ?? undefined,
    concurrencyGroup: person.sentConcurrencyGroup ?? undefined,
  });
}

/** One group that the vendor lacks, or has not as the provider has it: POST, or a rename and a PUT, or DELETE. */
function sendHeld(run: Run, held: HeldGroup, refusals: Refusal[]): void {
  const { org } = run;
  const send = (event: GroupEvent): boolean => {
    const refusal = applyGroupEvent(run, event);
    if (refusal !== null) refusals.push(refusal);
    return refusal === null;
  };
  const key = heldKey(org, held);
  const { name, vendorName, members, roles } = held;
  if (held.gone) {
    send({ type: 'deleteGroup', displayName: vendorName ?? name });
    org.held.setGroup(key, null);
    return;
  }
  let displayName = vendorName ?? name;
  let complete = true;
  if (vendorName === null) complete = send({ type: 'pushGroup', displayName, members, roles });
  else {
    if (name !== vendorName) {
      complete = send({ type: 'renameGroup', displayName, to: name });
      if (complete) displayName = name;
    }
    const taken = send({ type: 'setMembers', displayName, members });
    if (taken && roles !== undefined) send({ type: 'setGroupRoles', displayName, roles });
    complete = complete && taken;
  }
  const now = vendorName === null && !complete ? null : displayName;
  if (complete && hasAll(run, displayName, members)) org.held.setGroup(key, null);
  else if (now !== vendorName) org.held.setGroup(key, { ...held, vendorName: now });
}

/** A8 = other: a member that the vendor took no notice of is sent again. */
function hasAll(run: Run, displayName: string, userNames: readonly string[]): boolean {
  const { org } = run;
  if (org.settings.A8 === 'default') return true;
  const group = must(findGroup(org, displayName));
  return userNames.every((userName) => {
    const person = findPerson(org, userName);
    return person !== undefined && group.members.has(person.id);
  });
}
