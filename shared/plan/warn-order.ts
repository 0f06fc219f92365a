import { compareText } from '../vendor/names';
import { entityTypeWords } from './explain-rule';
import { type OrderDependence, type OrderSide, orderDependences } from './order-dependence';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

/** So many pairs of groups are told one by one; 5,000 groups can make tens of thousands. */
const toldOneByOne = 200;

export function orderWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const pairs = orderDependences(planned, of);
  const warnings = pairs.slice(0, toldOneByOne).map(
    (pair): PlanWarning => ({
      code: 'order-decides',
      group: pair.second.group,
      people: pair.people,
      why: explainOrderDependence(pair),
      assumptions: ['A5'],
    }),
  );
  const rest = pairs.slice(toldOneByOne);
  if (rest.length > 0)
    warnings.push({
      code: 'order-decides',
      people: [...new Set(rest.flatMap((pair) => pair.people))].sort(compareText),
      why: `${rest.length} further pairs of groups, each with ${rest[0]?.people.length ?? 0} people or fewer in both`,
      assumptions: ['A5'],
    });
  return warnings;
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
