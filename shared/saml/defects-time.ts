import { BOTH_FLOWS, changeLogin, type Defect, REFUSED, SENT_ON } from './defect';

const MINUTE_MS = 60_000;

/** Every time of the login moved together, as a wrong clock does it. */
const shifted = (byMs: number): Defect['change'] =>
  changeLogin(({ login }) => ({
    issuedAtMs: login.issuedAtMs + byMs,
    notBeforeMs: login.notBeforeMs + byMs,
    notOnOrAfterMs: login.notOnOrAfterMs + byMs,
  }));

/** When it holds. */
export const TIME_DEFECTS: readonly Defect[] = [
  {
    id: 'clock-ahead',
    title: "Identity provider's clock 6 minutes ahead",
    flows: BOTH_FLOWS,
    fails: ['issue-instant', 'not-before'],
    change: shifted(6 * MINUTE_MS),
    inJumpCloud: SENT_ON,
    inTestMu: `${REFUSED} Trying again some minutes later may work.`,
    cause: 'The clocks of the two sides differ by more than is tolerated.',
    fix: 'Both are cloud services that keep their clocks; look for a proxy or a test identity provider with a wrong clock.',
  },
  {
    id: 'clock-behind',
    title: "Identity provider's clock 6 minutes behind",
    flows: BOTH_FLOWS,
    fails: ['subject-not-on-or-after', 'not-on-or-after'],
    change: shifted(-6 * MINUTE_MS),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'The clocks of the two sides differ by more than the response lives.',
    fix: 'Both are cloud services that keep their clocks; look for a proxy or a test identity provider with a wrong clock.',
  },
  {
    id: 'not-yet-valid',
    title: 'Conditions start in an hour',
    flows: BOTH_FLOWS,
    fails: ['not-before'],
    change: changeLogin(({ login }) => ({
      notBeforeMs: login.notBeforeMs + 60 * MINUTE_MS,
      notOnOrAfterMs: login.notOnOrAfterMs + 60 * MINUTE_MS,
    })),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'A time zone is applied twice on one side.',
    fix: 'SAML times are UTC: report it to the side that writes another.',
  },
  {
    id: 'expired',
    title: 'The response is an hour old',
    flows: BOTH_FLOWS,
    fails: ['subject-not-on-or-after', 'not-on-or-after'],
    change: shifted(-60 * MINUTE_MS),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'The browser held the page with the response: a restored tab, or a bookmark of the wrong page.',
    fix: 'Start again from the login page; bookmark that one.',
  },
];
