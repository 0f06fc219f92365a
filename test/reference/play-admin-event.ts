import { assertNever } from '../../shared/result';
import type { AdminEvent, EntityRef } from '../../shared/vendor/event';
import { placesOf } from './derive-places';
import {
  entityById,
  type Facts,
  findEntity,
  findGroup,
  findMapping,
  findUser,
  is,
  isApproved,
  isDefaultGroup,
  ownerOf,
  sameName,
} from './facts';
import { clash } from './fold-claims';
import { addEntity, changeMapping, putMapping, ruleIsValid, sameRule } from './match-rules';
import { nameTaken } from './play-group-event';

/** What a vendor admin does. Choice: the dashboard works while group provisioning is off, only pushes are refused then. */
export function playAdminEvent(facts: Facts, event: AdminEvent): number | null {
  switch (event.type) {
    case 'createEntity':
      if (nameTaken(facts, event.entity.type, event.entity.name, null)) return 409;
      addEntity(facts, event.entity);
      return null;
    case 'deleteEntity':
      return deleteEntity(facts, event.entity);
    case 'renameEntity': {
      if (isDefaultGroup(facts, event.entity)) return 400;
      const entity = findEntity(facts, event.entity.type, event.entity.name);
      if (entity === undefined) return 404;
      if (nameTaken(facts, event.entity.type, event.to, entity)) return 409;
      entity.name = event.to;
      return null;
    }
    case 'approveMapping':
      return approveMapping(facts, event.displayName, event.entity);
    case 'rejectMapping': {
      const group = findGroup(facts, event.displayName);
      const mapping = group && findMapping(facts, group, event.entity);
      if (group === undefined || mapping === undefined) return 404;
      if (mapping.status !== 'Rejected') changeMapping(group, mapping, { status: 'Rejected' });
      return null;
    }
    case 'addRule':
      if (!ruleIsValid(event.rule)) return 400;
      facts.rules.push(event.rule);
      return null;
    case 'removeRule': {
      const at = facts.rules.findIndex((rule) => sameRule(rule, event.rule));
      if (at < 0) return 404;
      facts.rules.splice(at, 1);
      return null;
    }
    case 'resolveConflict':
      return resolveConflict(facts, event);
    case 'assign':
    case 'unassign':
      return assign(facts, event);
    case 'setRole': {
      const user = findUser(facts, event.userName);
      if (user === undefined) return 404;
      user.ownRole = event.role;
      user.roleWritten = event.role;
      return null;
    }
    case 'setGroupProvisioning':
      facts.provisioning = event.on;
      return null;
    default:
      return assertNever(event);
  }
}

/** Section 4: `target_deleted`, back to Pending at once or at the next sync (A14). */
function deleteEntity(facts: Facts, ref: EntityRef): number | null {
  if (isDefaultGroup(facts, ref)) return 400;
  const entity = findEntity(facts, ref.type, ref.name);
  if (entity === undefined) return 404;
  entity.deleted = true;
  for (const group of facts.groups)
    for (const mapping of group.mappings) {
      if (mapping.entity !== entity.id || mapping.status === 'Rejected') continue;
      const status = is(facts, 'A14') && isApproved(mapping) ? mapping.status : 'Pending';
      changeMapping(group, mapping, { targetDeleted: true, status });
    }
  return null;
}

/** Section 4: by an admin. Teams and concurrency groups are created where they are missing, sub-organisations never. */
function approveMapping(facts: Facts, name: string, ref: EntityRef): number | null {
  const group = findGroup(facts, name);
  if (group === undefined) return 404;
  // A16.
  if (!facts.enabledTypes.includes(ref.type) && !is(facts, 'A16')) return 403;
  const found = findEntity(facts, ref.type, ref.name);
  if (found === undefined && ref.type === 'SubOrganization') return 404;
  const owner = found === undefined ? undefined : ownerOf(facts, found.id);
  if (owner !== undefined && owner !== group) return 409;
  if (owner === group) return null;
  const entity = found?.id ?? addEntity(facts, ref);
  const approved = {
    type: ref.type,
    entity,
    status: 'Approved',
    targetDeleted: false,
    createdAt: facts.now,
    approvedAt: facts.now,
    madeBy: 'admin',
    groupDeleted: false,
  } as const;
  const named = findMapping(facts, group, ref);
  // "Click a Pending group, select target type and entity, approve"; "re-approve the mapping with a new target".
  const waiting = group.mappings.find(
    (each) => each.type === ref.type && (each.status === 'Pending' || (each.targetDeleted && isApproved(each))),
  );
  const old = named ?? waiting;
  if (old === undefined) putMapping(facts, group, approved);
  else changeMapping(group, old, { ...approved, createdAt: old.createdAt });
  return null;
}

/** Section 7: a manual change, which stands until the next sync where SCIM says otherwise. */
function assign(facts: Facts, event: Extract<AdminEvent, { type: 'assign' | 'unassign' }>): number | null {
  const { type, name } = event.entity;
  const user = findUser(facts, event.userName);
  const entity = findEntity(facts, type, name);
  if (user === undefined || entity === undefined) return 404;
  const id = isDefaultGroup(facts, event.entity) ? null : entity.id;
  const places = placesOf(facts, user);
  const isThere =
    type === 'Team' || (type === 'ConcurrencyGroup' ? orDefault(facts, places.concurrencyGroup) : places.subOrganization) === id;
  // Taken out of a place where the person is not: nothing to do.
  if (event.type === 'unassign' && !isThere) return null;
  user.manual.push({ at: facts.now, kind: 'hand', act: event.type, type, entity: event.type === 'assign' || type === 'Team' ? id : null });
  return null;
}

const orDefault = (facts: Facts, group: number | null): number | null =>
  group !== null && sameName(facts, entityById(facts, group).name, facts.defaultConcurrencyGroup) ? null : group;

/** Section 7: Keep Current or Use Incoming, remembered. */
function resolveConflict(facts: Facts, event: Extract<AdminEvent, { type: 'resolveConflict' }>): number | null {
  const user = findUser(facts, event.userName);
  if (user === undefined) return 404;
  const cards = facts.history
    .at(-1)!
    .folds.get(user.userName)!
    .cards.filter((card) => event.conflictType === undefined || card.type === event.conflictType);
  const card = cards[0];
  if (card === undefined) return 404;
  // `type` is needed where the person has several (formats.md section 1).
  if (cards.some((each) => each.type !== card.type)) return 400;
  for (const current of [card.current, ...card.others]) {
    const [winner, loser] = event.use === 'current' ? [current, card.incoming] : [card.incoming, current];
    facts.decisions.push({ userName: user.userName, type: clash(facts, current, card.incoming)!, winner, loser, use: event.use });
  }
  return null;
}
