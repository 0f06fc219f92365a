import type { Steps } from '../steps';
import { compareText } from '../vendor/names';
import type { Concerned } from './concerned';
import { type OrderPairs, orderPairs, orderPairsOver } from './order-dependence';
import type { PlanWarning } from './plan';
import { allIds, type PlanPeople } from './plan-people';
import type { Planned } from './planned';
import { replaceInSorted } from './replace-in-sorted';
import { entityWarnings, noticeWarnings } from './warn-entities';
import { orderWarnings } from './warn-order';
import {
  adminWarnings,
  inactivityWarnings,
  lastAdminWarnings,
  placeWarnings,
  type RoleGivers,
  restsOnOwnRole,
  roleGivers,
  roleWarnings,
  staysInactive,
} from './warn-people';
import { ruleWarnings, sameRuleWarnings } from './warn-rules';
import { warningCodes } from './warning-kinds';

/** Warnings with what they are made of, so that those of a what-if can be made from those of the plan below. */
export interface FoundWarnings {
  readonly warnings: readonly PlanWarning[];
  readonly parts: WarningParts;
}

interface WarningParts {
  /** About one person each; all of one kind by name. */
  readonly personal: readonly PlanWarning[];
  readonly givers: RoleGivers;
  readonly resting: readonly string[];
  readonly inactive: readonly string[];
  readonly pairs: OrderPairs;
  readonly order: readonly PlanWarning[];
  readonly rules: readonly PlanWarning[];
}

/** What a nervous admin must see before anything is switched on: worst kind first, then by name. */
export function* searchWarnings(planned: Planned, of: PlanPeople): Steps<FoundWarnings> {
  const pairs = yield* orderPairs(planned, of);
  const personal = yield* personalWarnings(planned, of, of.changed);
  const givers = yield* roleGivers(planned, of, of.changed);
  const resting = restsOnOwnRole(planned, of, allIds(planned.outcome));
  yield;
  const inactive = staysInactive(planned, () => true);
  yield;
  const order = orderWarnings(planned, of, pairs);
  yield;
  const rules = ruleWarnings(planned);
  yield;
  return inOrder(planned, of, { personal, givers, resting, inactive, pairs, order, rules });
}

export interface WarningsBelow {
  readonly planned: Planned;
  readonly people: PlanPeople;
  readonly found: FoundWarnings;
  readonly concerned: Concerned;
}

/** The same as a search of the whole plan; only the people whom the what-if concerns are looked at. */
export function* searchWarningsOver(planned: Planned, of: PlanPeople, below: WarningsBelow): Steps<FoundWarnings> {
  const { concerned } = below;
  const { parts } = below.found;
  const goes = (userName: string): boolean => concerned.userNames.has(userName);
  const pairs = yield* orderPairsOver(planned, of, { ...below, pairs: parts.pairs });
  const changed = of.changed.filter((id) => concerned.people.has(id));
  const changedBelow = below.people.changed.filter((id) => concerned.people.has(id));
  return inOrder(planned, of, {
    personal: mergePersonal(parts.personal, yield* personalWarnings(planned, of, changed), goes),
    givers: mergeGivers(
      parts.givers,
      yield* roleGivers(below.planned, below.people, changedBelow),
      yield* roleGivers(planned, of, changed),
      goes,
    ),
    resting: replaceInSorted(parts.resting, goes, restsOnOwnRole(planned, of, concerned.people), compareText),
    inactive: replaceInSorted(
      parts.inactive,
      goes,
      staysInactive(planned, (id) => concerned.people.has(id)),
      compareText,
    ),
    pairs,
    order: pairs === parts.pairs ? parts.order : orderWarnings(planned, of, pairs),
    rules: sameRuleWarnings(planned, below.planned, concerned.groups) ? parts.rules : ruleWarnings(planned),
  });
}

function inOrder(planned: Planned, of: PlanPeople, parts: WarningParts): FoundWarnings {
  const found = [
    lastAdminWarnings(planned, of),
    parts.personal,
    roleWarnings(planned, parts.givers, parts.resting),
    entityWarnings(planned, of),
    parts.order,
    inactivityWarnings(parts.inactive),
    noticeWarnings(planned),
    parts.rules,
  ];
  return { warnings: byKind(found.flat()), parts };
}

/** Worst kind first; those of one kind in the order given. */
function byKind(warnings: readonly PlanWarning[]): readonly PlanWarning[] {
  const byCode = new Map(warningCodes.map((code) => [code, [] as PlanWarning[]]));
  for (const warning of warnings) byCode.get(warning.code)?.push(warning);
  return [...byCode.values()].flat();
}

/** Kind by kind, so that each kind is one sorted run. */
function* personalWarnings(planned: Planned, of: PlanPeople, ids: readonly number[]): Steps<readonly PlanWarning[]> {
  return [...(yield* adminWarnings(planned, of, ids)), ...(yield* placeWarnings(planned, of, ids))];
}

const byKindAndName = (a: PlanWarning, b: PlanWarning): number =>
  warningCodes.indexOf(a.code) - warningCodes.indexOf(b.code) || compareText(a.userName ?? '', b.userName ?? '');

const mergePersonal = (
  below: readonly PlanWarning[],
  comes: readonly PlanWarning[],
  goes: (userName: string) => boolean,
): readonly PlanWarning[] => replaceInSorted(below, ({ userName }) => goes(userName ?? ''), comes, byKindAndName);

function mergeGivers(below: RoleGivers, were: RoleGivers, are: RoleGivers, goes: (userName: string) => boolean): RoleGivers {
  const byGroup = new Map<number, readonly string[]>();
  for (const [groupId, comes] of are.byGroup) {
    const known = below.byGroup.get(groupId) ?? [];
    const same = comes.length === 0 && (were.byGroup.get(groupId)?.length ?? 0) === 0;
    byGroup.set(groupId, same ? known : replaceInSorted(known, goes, comes, compareText));
  }
  return { byGroup, pushed: replaceInSorted(below.pushed, goes, are.pushed, compareText) };
}
