import type { VendorEvent } from '../vendor/event';
import { groupById, must, type Organisation } from '../vendor/organisation';
import { byPriority, matchingRule, type Rule, sameRule } from '../vendor/rules';
import type { Planned } from './planned';
import type { WhatIfAction } from './what-if-action';

/** Groups that were pushed in this run and for which another rule would have fired. Others keep their mapping (section 5). */
export function affectedGroups(planned: Planned, now: Organisation, rules: readonly Rule[]): readonly number[] {
  const asked = byPriority(rules);
  const found = new Set<number>();
  for (const effect of planned.widerEffects) {
    if (effect.kind !== 'group-created' && effect.kind !== 'group-restored') continue;
    const group = must(groupById(now, effect.groupId));
    if (group.state === 'deleted' || group.mappings.some((mapping) => mapping.rule === null)) continue;
    const was = group.mappings[0]?.rule ?? null;
    const is = matchingRule(asked, group.displayName)?.spec ?? null;
    if (was === null ? is !== null : is === null || !sameRule(was, is)) found.add(group.id);
  }
  return [...found];
}

/** Pushes of people and of members who stay leave no trace that another rule could have changed; anything else may. */
const plainEvents: ReadonlySet<VendorEvent['type']> = new Set([
  'pushUser',
  'deactivateUser',
  'pushGroup',
  'addMembers',
  'removeMembers',
  'setMembers',
  'setGroupRoles',
  'setRole',
] as const);

export function isExact(planned: Planned, earlier: readonly WhatIfAction[], now: Organisation, groupIds: readonly number[]): boolean {
  if (groupIds.length === 0) return true;
  if (!planned.events.every((event) => plainEvents.has(event.type) && !('concurrencyGroup' in event))) return false;
  if (planned.widerEffects.some((effect) => effect.kind === 'members' && effect.removed > 0)) return false;
  if (!earlier.every((action) => action.kind === 'change-rules')) return false;
  // The mapping's age decides (A5 = other), or assignments went with activity (A6 = other).
  return now.settings.A5 === 'default' && now.settings.A6 === 'default';
}
