import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';
import { entityWarnings, noticeWarnings } from './warn-entities';
import { orderWarnings } from './warn-order';
import { adminWarnings, inactivityWarnings, placeWarnings, roleWarnings } from './warn-people';
import { warningCodes } from './warning-kinds';

/** What a nervous admin must see before anything is switched on: worst kind first, then by name. */
export function findWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const found = [
    ...adminWarnings(planned, of),
    ...placeWarnings(planned, of),
    ...roleWarnings(planned, of),
    ...entityWarnings(planned, of),
    ...orderWarnings(planned, of),
    ...inactivityWarnings(planned),
    ...noticeWarnings(planned),
  ];
  const byCode = new Map(warningCodes.map((code) => [code, [] as PlanWarning[]]));
  for (const warning of found) byCode.get(warning.code)?.push(warning);
  return [...byCode.values()].flat();
}
