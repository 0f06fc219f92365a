import { undoManualStand } from './apply-admin';
import { applyGroupEvent } from './apply-group';
import { hasConcurrencyGroup, pushUser, setActive, setConcurrencyGroupAttribute, setOwnRole } from './apply-user';
import { causeOf, recomputeRole } from './effective-role';
import type { ProviderEvent } from './event';
import { changeMapping } from './mapping';
import { none } from './model';
import { must } from './organisation';
import type { Refusal } from './refusal';
import type { Run } from './run';
import { nextSeq, rememberRefused, takeRefused } from './run';

/**
 * The provider pushes again all users and groups that it holds: refused pushes are tried again, what it sent before is sent
 * once more, manual changes against it are undone, roles are recomputed (sections 6 and 7, A14). While group provisioning is
 * off the groups are refused and stay as they are. Refusals come back as a list: each request is answered for itself.
 */
export function syncAll(run: Run): readonly Refusal[] {
  const { org } = run;
  org.syncSeqs = [...org.syncSeqs, nextSeq(org)];
  const retried = takeRefused(org);
  const refusals: Refusal[] = [];
  const retry = (event: ProviderEvent): void => {
    const refusal = event.type === 'pushUser' ? pushUser(run, event) : 'displayName' in event ? applyGroupEvent(run, event) : null;
    if (refusal === null) return;
    rememberRefused(org, event);
    if (refusal.status !== 403) refusals.push(refusal);
  };
  for (const event of retried) if (event.type === 'pushUser') retry(event);
  for (const person of org.people.values()) resend(run, person.id);
  for (const event of retried) if (event.type !== 'pushUser') retry(event);
  let held = 0;
  for (const group of org.groups.values()) if (group.state === 'active') held += 1;
  if (!org.groupProvisioning) {
    const waiting = retried.filter((event) => event.type !== 'pushUser').length;
    if (held + waiting > 0) refusals.push({ status: 403, kind: 'group-provisioning-off', groups: held + waiting });
    return refusals;
  }
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
    if (person.groupIds.length === 0) continue;
    undoManualStand(run, person.id);
    // A manual role is overwritten if a group has roles (section 6); where none has, it stays.
    if (!person.roleSetByHand || causeOf(org, person).kind === 'groups') recomputeRole(run, person.id);
  }
  return refusals;
}

/** POST of an existing person with what was last sent: role and active are updated (section 2). */
function resend(run: Run, personId: number): void {
  const { org } = run;
  const person = must(org.people.get(personId));
  if (person.sentActive !== null) setActive(run, personId, person.sentActive, 'pushed');
  if (person.sentRole !== null && person.sentRole !== person.ownRole) setOwnRole(run, personId, person.sentRole);
  if (person.sentConcurrencyGroup !== null && hasConcurrencyGroup(run, person.sentConcurrencyGroup))
    setConcurrencyGroupAttribute(run, personId, person.sentConcurrencyGroup);
}
