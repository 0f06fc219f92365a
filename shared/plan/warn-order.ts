import { compareText } from '../vendor/names';
import { entityTypeWords } from './explain-rule';
import { dependenceOf, type OrderDependence, type OrderPair, type OrderPairs, type OrderSide } from './order-dependence';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';
import { replaceInSorted } from './replace-in-sorted';

/** So many pairs of groups are told one by one; 5,000 groups can make tens of thousands. */
const toldOneByOne = 200;

export function orderWarnings(planned: Planned, of: PlanPeople, { sorted }: OrderPairs): readonly PlanWarning[] {
  const warnings = sorted.slice(0, toldOneByOne).map((pair): PlanWarning => {
    const dependence = dependenceOf(planned, of, pair);
    return {
      code: 'order-decides',
      group: dependence.second.group,
      people: dependence.people,
      why: explainOrderDependence(dependence),
      assumptions: ['A5'],
    };
  });
  const rest = sorted.slice(toldOneByOne);
  if (rest.length > 0)
    warnings.push({
      code: 'order-decides',
      people: namesIn(rest, of),
      why: `${rest.length} further pairs of groups, each with ${rest[0]?.claims.length ?? 0} people or fewer in both`,
      assumptions: ['A5'],
    });
  return warnings;
}

/** Each once, sorted. Most of them change, and those are sorted already. */
function namesIn(pairs: readonly OrderPair[], of: PlanPeople): readonly string[] {
  /** 1 for somebody who is in a pair, 2 once they are named. */
  const marks: number[] = [];
  for (const { claims } of pairs) for (const { personId } of claims) marks[personId] = 1;
  const changing: string[] = [];
  for (const id of of.changed) {
    if (marks[id] !== 1) continue;
    marks[id] = 2;
    changing.push(of.userName(id));
  }
  const others = marks.flatMap((mark, id) => (mark === 1 ? [of.userName(id)] : []));
  return replaceInSorted(changing, () => false, others.sort(compareText), compareText);
}

const shown = (side: OrderSide): string => `${entityTypeWords[side.entity.type]} ${side.entity.name} (group ${side.group})`;

export function explainOrderDependence({ first, second, people }: OrderDependence): string {
  const who = people.length === 1 ? 'one person is' : `${people.length} people are`;
  const smaller = first.members < second.members ? first : second;
  return (
    `${who} in groups ${first.group} and ${second.group}; pushed in this order they get ${shown(first)} and not ${shown(second)}. ` +
    `Pushing ${second.group} first turns it round. No order avoids the conflict: take ${people.length === 1 ? 'the person' : 'them'} out of ` +
    `${smaller.group}, or merge the two groups in JumpCloud, since an entity is mapped from one group only`
  );
}
