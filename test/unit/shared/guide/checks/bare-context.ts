import type { CheckContext } from '../../../../../shared/guide/checks/check-context';

/** Nothing else was entered, nobody's roster was read: a value is judged by itself. */
export const bareContext: CheckContext = {
  values: {},
  nowMs: Date.parse('2026-11-24T08:00:00Z'),
  burntEmails: [],
  testEmailOwner: null,
  rosterDomains: [],
};
