import { entityTypeWords } from './explain-rule';
import { dependenceOf, type OrderDependence, type OrderPair, type OrderPairs, type OrderSide } from './order-dependence';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

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
      people: namesIn(rest, planned, of),
      why: `${rest.length} further pairs of groups, each with ${rest[0]?.claims.length ?? 0} people or fewer in both`,
      assumptions: ['A5'],
    });
  return warnings;
}

/** Each once, sorted. */
function namesIn(pairs: readonly OrderPair[], { outcome }: Planned, of: PlanPeople): readonly string[] {
  const isIn = new Uint8Array(outcome.people.size);
  for (const { claims } of pairs) for (const { personId } of claims) isIn[personId] = 1;
  return of
    .everyone()
    .filter((id) => isIn[id] === 1)
    .map(of.userName);
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
