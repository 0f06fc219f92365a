import { expect, it } from 'vitest';
import { rehearseDefects, rehearseLogin } from '../../../../../electron/node/saml/rehearse-login';
import { rehearseRotation } from '../../../../../electron/node/saml/rehearse-rotation';
import { ANN, NOW_MS, sampleIdp, VALUES } from '../../../../fixtures/saml/sample-login';

const input = { values: VALUES, person: ANN, sign: 'both', nowMs: NOW_MS } as const;

it('asks, answers and accepts in an SP-initiated login, and samlify agrees', async () => {
  // samlify reads the machine's clock, so this one rehearsal happens now.
  const now = Date.now();
  const { createLocalIdp } = await import('../../../../../electron/node/saml/rehearse-login');
  const login = await rehearseLogin(await createLocalIdp(now), { ...input, flow: 'sp-initiated', nowMs: now });
  expect(login.requestChecks.map((check) => check.isRight)).toEqual([true, true, true, true]);
  expect(login.request?.url).toMatch(/^https:\/\/idp\.rehearsal\.invalid\/sso\?SAMLRequest=/);
  expect(login.inspection.verdict).toBe('accepted');
  expect(login.secondOpinion).toEqual({ accepts: true, reason: 'samlify accepts it' });
  expect(login.signedBy.subject).toContain('not JumpCloud');
});

it('sends no request in an IdP-initiated login', async () => {
  const login = await rehearseLogin(await sampleIdp(), { ...input, flow: 'idp-initiated' });
  expect(login.request).toBeNull();
  expect(login.inspection.verdict).toBe('accepted');
});

it.each(['sp-initiated', 'idp-initiated'] as const)('catches every defect of a login that is %s', async (flow) => {
  const rows = rehearseDefects(await sampleIdp(), { ...input, flow });
  expect(rows.filter((row) => !row.caught)).toEqual([]);
  expect(rows.length).toBeGreaterThan(18);
});

it('leaves out defects that this login cannot have', async () => {
  const rows = rehearseDefects(await sampleIdp(), {
    ...input,
    flow: 'idp-initiated',
    values: { ...VALUES, attributes: [], ssoDomains: [] },
  });
  const ids = rows.map((row) => row.defectId);
  expect(ids).not.toContain('attribute-missing');
  expect(ids).not.toContain('name-id-other-domain');
  expect(rows.every((row) => row.caught)).toBe(true);
});

it('shows the outage of a rotation: logins fail while only one side has the new certificate', async () => {
  const moments = rehearseRotation(await sampleIdp(), { ...input, flow: 'idp-initiated' });
  expect(Object.fromEntries(moments.map((moment) => [moment.id, moment.verdict]))).toEqual({
    before: 'accepted',
    'jumpcloud-first': 'rejected',
    'testmu-first': 'rejected',
    after: 'accepted',
    'side-by-side': 'accepted',
  });
});
