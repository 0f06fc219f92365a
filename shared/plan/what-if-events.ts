import { assertNever } from '../result';
import type { VendorEvent } from '../vendor/event';
import { nameKey, userKey } from '../vendor/names';
import { findDeletedGroup, findGroup, groupById, must, type Organisation, personById } from '../vendor/organisation';
import type { Planned } from './planned';
import type { WhatIfAction } from './what-if-action';

export type PlayedAction = Exclude<WhatIfAction, { kind: 'change-rules' }>;

/** The events that an action comes to, in the organisation as it is by now. */
export function eventsOfAction(
  planned: Planned,
  now: Organisation,
  unticked: ReadonlySet<number>,
  action: PlayedAction,
): readonly VendorEvent[] {
  switch (action.kind) {
    case 'rename-group':
      return [{ type: 'renameGroup', displayName: action.displayName, to: action.to }];
    case 'untick-group':
      return deactivations(now, unticked, action.displayName);
    case 'delete-group':
      return [{ type: 'deleteGroup', displayName: action.displayName }];
    case 'restore-group':
      return [restoration(planned, now, action.displayName, action.members)];
    case 'move-person': {
      const members = [action.userName];
      const out: VendorEvent[] = action.from === null ? [] : [{ type: 'removeMembers', displayName: action.from, members }];
      return action.to === null ? out : [...out, { type: 'addMembers', displayName: action.to, members }];
    }
    case 'resolve-conflict': {
      const { userName, use, conflictType } = action;
      return [{ type: 'resolveConflict', userName, use, ...(conflictType === undefined ? {} : { conflictType }) }];
    }
    case 'events':
      return action.events;
    default:
      return assertNever(action);
  }
}

/** J12: members are deactivated unless another group that is bound to the application holds them. */
function deactivations(now: Organisation, unticked: ReadonlySet<number>, displayName: string): readonly VendorEvent[] {
  const group = findGroup(now, displayName);
  if (group === undefined) return [];
  const events: VendorEvent[] = [];
  for (const personId of group.members) {
    const person = must(personById(now, personId));
    const heldBy = now.memberships
      .groupIds(personId)
      .find((id) => id !== group.id && !unticked.has(id) && groupById(now, id)?.state === 'active');
    if (person.active && heldBy === undefined) events.push({ type: 'deactivateUser', userName: person.userName });
  }
  return events;
}

function restoration(planned: Planned, now: Organisation, displayName: string, given: readonly string[] | undefined): VendorEvent {
  const group = findDeletedGroup(now, displayName);
  const roles = group?.roles ?? [];
  const members = given ?? (group === undefined ? [] : lastMembers(planned, now, group.id, displayName));
  return { type: 'pushGroup', displayName: group?.displayName ?? displayName, members, ...(roles.length === 0 ? {} : { roles }) };
}

/** Who was in a group before it was deleted: an earlier layer still knows, or the events tell. */
function lastMembers(planned: Planned, now: Organisation, groupId: number, displayName: string): readonly string[] {
  for (let layer: Organisation | null = now; layer !== null; layer = layer.parent) {
    const group = groupById(layer, groupId);
    if (group?.state === 'active') return [...group.members].flatMap((id) => personById(now, id)?.userName ?? []);
  }
  return membersFromEvents(planned, displayName);
}

function membersFromEvents(planned: Planned, displayName: string): readonly string[] {
  const { settings } = planned.outcome;
  const key = nameKey(settings, displayName);
  const members = new Map<string, string>();
  const set = (names: readonly string[], there: boolean): void => {
    for (const userName of names)
      if (there) members.set(userKey(userName), userName);
      else members.delete(userKey(userName));
  };
  const refused = new Set(planned.refusals.map(({ event }) => event));
  planned.events.forEach((event, at) => {
    if (refused.has(at) || !('displayName' in event) || nameKey(settings, event.displayName) !== key) return;
    if (event.type === 'pushGroup' || event.type === 'setMembers') {
      members.clear();
      set(event.members ?? [], true);
    }
    if (event.type === 'addMembers') set(event.members, true);
    if (event.type === 'removeMembers') set(event.members, false);
  });
  return [...members.values()];
}
