import type { EntityType } from '../vendor/event';
import type { Group, Person } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, groupById, isApproved, type Organisation } from '../vendor/organisation';
import { matchingRule } from '../vendor/rules';
import { entityTypeWords } from './explain-rule';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

/** Places that were there before any group and now follow one (I4), with the people in them before. */
export function entityWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const { baseline, outcome } = planned;
  const takenOver = new Map<number, string>();
  const renamed = new Map<number, string>();
  for (const effect of planned.widerEffects) {
    if (effect.kind === 'entity-taken-over' && entityById(baseline, effect.entityId) !== undefined)
      takenOver.set(effect.entityId, effect.group);
    if (effect.kind === 'entity-renamed' && effect.by === 'group' && effect.group !== null) renamed.set(effect.entityId, effect.group);
  }
  if (takenOver.size + renamed.size === 0) return [];
  const inside = peopleInside(planned, of, new Set([...takenOver.keys(), ...renamed.keys()]));
  const warnings: PlanWarning[] = [];
  for (const [id, group] of renamed) {
    const was = entityById(baseline, id);
    const is = entityById(outcome, id);
    if (was === undefined || is === undefined || is.deleted || was.name === is.name) continue;
    warnings.push({
      code: 'entity-renamed',
      group,
      people: inside.get(id) ?? [],
      why: `${entityTypeWords[was.type]} ${was.name} is renamed to ${is.name}, because its group is${takenOver.has(id) ? '; it was there before the group' : ''}`,
    });
  }
  for (const [id, group] of takenOver) {
    const was = entityById(baseline, id);
    if (was === undefined) continue;
    warnings.push({
      code: 'entity-taken-over',
      group,
      people: inside.get(id) ?? [],
      why: `${entityTypeWords[was.type]} ${was.name} was there before; group ${group} now decides who is in it${was.type === 'SubOrganization' ? '' : ' and what it is called'}`,
    });
  }
  return warnings.sort((a, b) => compareText(a.group ?? '', b.group ?? '') || compareText(a.why, b.why));
}

/** Who is in these places in the baseline, by entity id. */
function peopleInside({ baseline }: Planned, of: PlanPeople, entityIds: ReadonlySet<number>): ReadonlyMap<number, readonly string[]> {
  const inside = new Map<number, string[]>();
  for (const id of entityIds) inside.set(id, []);
  for (const person of baseline.people.values())
    for (const place of placesOf(person)) if (entityIds.has(place)) inside.get(place)?.push(of.userName(person.id));
  for (const names of inside.values()) names.sort(compareText);
  return inside;
}

const placesOf = (person: Person): readonly number[] => [
  ...person.placement.teams,
  person.placement.concurrencyGroup,
  person.placement.subOrganization,
];

const keepsManualMapping = (org: Organisation, group: Group): boolean =>
  org.settings.A1 === 'default' &&
  group.state === 'active' &&
  group.mappings.some((mapping) => isApproved(mapping) && mapping.origin === 'admin') &&
  matchingRule(org.rules, group.displayName) !== undefined;

/** What the vendor leaves out or keeps as it was, once for each that it concerns. */
export function noticeWarnings(planned: Planned): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  for (const effect of planned.widerEffects) {
    switch (effect.kind) {
      case 'name-kept':
        warnings.push({
          code: 'name-kept',
          group: effect.group,
          why: `${entityTypeWords[effect.type satisfies EntityType]} ${effect.name} keeps its name: ${effect.wanted} is taken`,
          assumptions: effect.assumptions,
        });
        break;
      case 'unknown-members-ignored':
        warnings.push({
          code: 'unknown-members-ignored',
          group: effect.group,
          people: effect.members,
          why: `group ${effect.group} names members that do not exist`,
          assumptions: effect.assumptions,
        });
        break;
      case 'attribute-ignored':
        warnings.push({
          code: 'attribute-ignored',
          userName: effect.userName,
          why: `no concurrency group ${effect.concurrencyGroup}`,
          assumptions: effect.assumptions,
        });
        break;
      case 'name-ignored':
        warnings.push({
          code: 'name-ignored',
          userName: effect.userName,
          why: 'the name that was pushed differs from the one that is there',
        });
        break;
      case 'group-renamed': {
        const group = groupById(planned.outcome, effect.groupId);
        if (group !== undefined && keepsManualMapping(planned.outcome, group))
          warnings.push({
            code: 'manual-mapping-stays',
            group: group.displayName,
            why: `group ${effect.from} was mapped by hand; a rule matches its new name ${effect.displayName}`,
            assumptions: ['A1'],
          });
        break;
      }
      case 'group-created':
      case 'group-restored': {
        const group = groupById(planned.outcome, effect.groupId);
        if (group !== undefined && group.state === 'active' && group.members.size === 0)
          warnings.push({ code: 'empty-group', group: group.displayName, why: `nobody is in group ${group.displayName}` });
        break;
      }
      default:
        break;
    }
  }
  return warnings;
}
