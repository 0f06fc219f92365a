import { assertNever } from '../result';
import {
  addRule,
  approveMapping,
  assign,
  createEntityByAdmin,
  deleteEntity,
  rejectMapping,
  removeRule,
  renameEntity,
  resolveConflict,
  setRole,
} from './apply-admin';
import { applyGroupEvent } from './apply-group';
import { applyGeneric, deactivateUser, pushUser } from './apply-user';
import type { Effect } from './effect';
import type { GenericEvent, VendorEvent } from './event';
import type { GroupEvent } from './held-pushes';
import { holdGroup } from './hold-push';
import type { Organisation } from './organisation';
import type { Refusal } from './refusal';
import { type Run, startRun } from './run';
import { syncAll } from './sync';
import { recheckWithheld } from './withheld-mapping';

export interface Applied {
  readonly effects: readonly Effect[];
  /** Empty when the vendor took the event; a `sync` may be refused in part, every other event as a whole or not at all. */
  readonly refusals: readonly Refusal[];
}

/**
 * Applies one event to the organisation, in place. `index` is the event's place in the run; effects carry it. A refused event
 * changes nothing. This is the one function behind preview, command line and SCIM server.
 */
export function apply(org: Organisation, event: VendorEvent | GenericEvent, index: number): Applied {
  if (org.children > 0) throw new Error('an organisation with forks in use must not change');
  const run = startRun(org, index);
  const answer = dispatch(run, event);
  const refusals = answer === null ? [] : Array.isArray(answer) ? (answer as readonly Refusal[]) : [answer as Refusal];
  if (run.recheck.size > 0) recheckWithheld(run);
  return { effects: run.effects, refusals };
}

function dispatch(run: Run, event: VendorEvent | GenericEvent): Refusal | readonly Refusal[] | null {
  switch (event.type) {
    case 'pushUser':
      return pushUser(run, event);
    case 'deactivateUser':
      return deactivateUser(run, event.userName);
    case 'pushGroup':
    case 'renameGroup':
    case 'addMembers':
    case 'removeMembers':
    case 'setMembers':
    case 'setGroupRoles':
    case 'deleteGroup':
      return pushedGroup(run, event);
    case 'sync':
      return syncAll(run);
    case 'createEntity':
      return createEntityByAdmin(run, event.entity);
    case 'deleteEntity':
      return deleteEntity(run, event.entity);
    case 'renameEntity':
      return renameEntity(run, event.entity, event.to);
    case 'approveMapping':
      return approveMapping(run, event.displayName, event.entity);
    case 'rejectMapping':
      return rejectMapping(run, event.displayName, event.entity);
    case 'addRule':
      return addRule(run, event.rule);
    case 'removeRule':
      return removeRule(run, event.rule);
    case 'resolveConflict':
      return resolveConflict(run, event);
    case 'assign':
    case 'unassign':
      return assign(run, event);
    case 'setRole':
      return setRole(run, event);
    case 'setGroupProvisioning':
      return setGroupProvisioning(run, event.on);
    case 'replaceUser':
    case 'deleteUser':
    case 'createUser':
    case 'forgetDeletedGroup':
      return applyGeneric(run, event);
    default:
      return assertNever(event);
  }
}

function pushedGroup(run: Run, event: GroupEvent): Refusal | null {
  const refusal = applyGroupEvent(run, event);
  holdGroup(run.org, event, refusal);
  return refusal;
}

function setGroupProvisioning(run: Run, on: boolean): null {
  if (run.org.groupProvisioning !== on) {
    run.org.groupProvisioning = on;
    run.org.writes += 1;
    run.effects.push({ kind: 'group-provisioning', event: run.event, on, assumptions: [] });
  }
  return null;
}
