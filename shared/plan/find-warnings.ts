import { personById } from '../vendor/organisation';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

/** What a nervous admin must see before anything is switched on. */
export function findWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  for (const id of of.changed) {
    const was = personById(planned.baseline, id);
    const is = personById(planned.outcome, id);
    if (was?.role === 'Admin' && is?.role !== 'Admin')
      warnings.push({ code: 'loses-admin', userName: of.userName(id), why: `was Admin, would be ${is?.role ?? 'gone'}` });
    if (is?.role === 'Admin' && was?.role !== 'Admin')
      warnings.push({ code: 'gains-admin', userName: of.userName(id), why: `was ${was?.role ?? 'not there'}, would be Admin` });
    if (was?.active === true && is?.active === false)
      warnings.push({ code: 'deactivated', userName: of.userName(id), why: 'was active, would be inactive' });
  }
  return warnings;
}
