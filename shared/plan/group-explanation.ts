import type { AssumptionId } from '../vendor/assumptions';
import type { EntityType, Role, RuleSpec } from '../vendor/event';
import type { Group, Mapping } from '../vendor/model';
import { nameKey } from '../vendor/names';
import { entityById, findDeletedGroup, findEntity, findGroup, type Organisation } from '../vendor/organisation';
import type { Refusal } from '../vendor/refusal';
import { type NearMiss, nearMiss } from './near-miss';
import type { PlanMapping } from './plan';
import { planMapping } from './plan-groups';
import type { Planned } from './planned';

/** What one rule says to a group's name, in the order in which rules are asked. */
export type RuleTrial =
  | { readonly kind: 'fires'; readonly rule: RuleSpec }
  /** It matches, but one asked before it matched first. */
  | { readonly kind: 'lost'; readonly rule: RuleSpec; readonly to: RuleSpec }
  | { readonly kind: 'no-match'; readonly rule: RuleSpec; readonly nearMiss: NearMiss | null };

/** One mapping of a group, or the lack of one, with all that decides it. */
export interface MappingExplanation {
  readonly mapping: PlanMapping;
  /** The rule that made it; null where an admin did, or where it was there before. */
  readonly rule: RuleSpec | null;
  readonly madeBy: 'rule' | 'admin' | 'given';
  /** Another group that owns the entity: an entity is mapped from one group only (section 4). */
  readonly ownedBy: string | null;
  readonly withheld: boolean;
  readonly targetExists: boolean;
}

export interface GroupExplanation {
  readonly displayName: string;
  readonly state: 'active' | 'deleted';
  readonly members: number;
  readonly roles: readonly Role[];
  readonly mappings: readonly MappingExplanation[];
  /** What the rules of the outcome say to the name now; a mapping that is there already is not overwritten (section 5). */
  readonly trials: readonly RuleTrial[];
  readonly notes: readonly GroupNote[];
}

export type GroupNote =
  /** Nobody is in it: JumpCloud does not create it (J11), so a rule never fires (I5). */
  | { readonly kind: 'empty' }
  | { readonly kind: 'provisioning-off' }
  /** The vendor refused an event on it. */
  | { readonly kind: 'refused'; readonly event: number; readonly refusal: Refusal }
  /** An entity of the rule's type with the group's name is there already and would be taken over (I4). */
  | { readonly kind: 'takes-over'; readonly type: EntityType; readonly name: string; readonly assumptions: readonly AssumptionId[] }
  | { readonly kind: 'type-not-enabled'; readonly type: EntityType };

/** Why a group is mapped as it is, and why it is not mapped otherwise; null where no such group is known or was refused. */
export function groupExplanation(planned: Planned, displayName: string): GroupExplanation | null {
  const { outcome } = planned;
  const refusals = refusalsOf(planned, displayName);
  const group = findGroup(outcome, displayName) ?? findDeletedGroup(outcome, displayName);
  if (group === undefined) {
    if (refusals.length === 0) return null;
    return {
      displayName,
      state: 'deleted',
      members: 0,
      roles: [],
      mappings: [],
      trials: ruleTrials(outcome, displayName),
      notes: [...refusals, ...provisioningNote(outcome)],
    };
  }
  const trials = ruleTrials(outcome, group.displayName);
  return {
    displayName: group.displayName,
    state: group.state,
    members: group.members.size,
    roles: group.roles,
    mappings: group.mappings.map((mapping) => mappingExplanation(outcome, group, mapping)),
    trials,
    notes: [
      ...(group.members.size === 0 && group.state === 'active' ? [{ kind: 'empty' } as const] : []),
      ...provisioningNote(outcome),
      ...refusals,
      ...ruleNotes(outcome, group, trials),
    ],
  };
}

/** Rules as they are asked for a name: highest priority first, the first match fires. */
export function ruleTrials(org: Pick<Organisation, 'rules'>, displayName: string): readonly RuleTrial[] {
  let winner: RuleSpec | null = null;
  return org.rules.map((rule): RuleTrial => {
    if (!rule.matches(displayName)) return { kind: 'no-match', rule: rule.spec, nearMiss: nearMiss(rule.spec, displayName) };
    if (winner !== null) return { kind: 'lost', rule: rule.spec, to: winner };
    winner = rule.spec;
    return { kind: 'fires', rule: rule.spec };
  });
}

export function mappingExplanation(org: Organisation, group: Group, mapping: Mapping): MappingExplanation {
  const entity = entityById(org, mapping.entityId);
  const exists = entity !== undefined && !entity.deleted;
  return {
    mapping: planMapping(org, group, mapping),
    rule: mapping.rule,
    madeBy: mapping.rule !== null ? 'rule' : mapping.reason.kind === 'given' ? 'given' : mapping.origin,
    ownedBy: mapping.reason.kind === 'owned' ? mapping.reason.owner : null,
    withheld: mapping.withheld,
    targetExists: exists,
  };
}

const provisioningNote = (org: Organisation): readonly GroupNote[] => (org.groupProvisioning ? [] : [{ kind: 'provisioning-off' }]);

function refusalsOf(planned: Planned, displayName: string): readonly GroupNote[] {
  const key = nameKey(planned.outcome.settings, displayName);
  return planned.refusals
    .filter(({ event }) => {
      const played = planned.events[event];
      return played !== undefined && 'displayName' in played && nameKey(planned.outcome.settings, played.displayName) === key;
    })
    .map(({ event, refusal }) => ({ kind: 'refused', event, refusal }));
}

function ruleNotes(org: Organisation, group: Group, trials: readonly RuleTrial[]): readonly GroupNote[] {
  const fires = trials.find((trial) => trial.kind === 'fires');
  if (fires === undefined) return [];
  const type = fires.rule.target;
  const notes: GroupNote[] = [];
  if (!org.enabledTypes.has(type)) notes.push({ kind: 'type-not-enabled', type });
  const entity = findEntity(org, type, group.displayName);
  if (entity !== undefined && !entity.created && entity.ownerId === group.id)
    notes.push({ kind: 'takes-over', type, name: entity.name, assumptions: entity.name === group.displayName ? [] : ['A10'] });
  return notes;
}
