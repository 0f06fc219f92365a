import { describe, expect, it } from 'vitest';
import { DEFECTS } from '../../shared/saml/defects';
import type { LoginFlow, SignMode } from '../../shared/saml/rehearsal';
import { failedCodes, inspect, sampleIdp, samplePlan, signPlan } from '../fixtures/saml/sample-login';

const FLOWS: readonly LoginFlow[] = ['sp-initiated', 'idp-initiated'];
const MODES: readonly SignMode[] = ['Response', 'Assertion', 'both'];

describe.each(FLOWS)('a login that is %s', (flow) => {
  describe.each(MODES)('with the %s signed', (mode) => {
    it('is accepted when nothing is wrong', async () => {
      const idp = await sampleIdp();
      const plan = samplePlan(flow, mode);
      const inspection = inspect(signPlan(idp, plan), [idp.current.certificate], plan);
      expect(failedCodes(inspection)).toEqual([]);
      expect(inspection.verdict).toBe('accepted');
      expect(inspection.nameId).toBe('ann@acme.example');
      expect(inspection.attributes).toEqual({ email: ['ann@acme.example'], firstName: ['Ann'], lastName: ['Lee'] });
    });

    it.each(DEFECTS.filter((defect) => defect.flows.includes(flow)))('is refused with exactly the checks of: $title', async (defect) => {
      const idp = await sampleIdp();
      const plan = defect.change(samplePlan(flow, mode));
      const inspection = inspect(signPlan(idp, plan), [idp.current.certificate], plan);
      expect(inspection.verdict).toBe('rejected');
      expect([...failedCodes(inspection)].sort()).toEqual([...defect.fails].sort());
    });
  });
});

describe('the fault matrix', () => {
  it('has a row for each fault that admins meet, in the flows where it can happen', () => {
    const ids = DEFECTS.map((defect) => defect.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [
      'audience-wrong',
      'audience-case',
      'issuer-case',
      'recipient-wrong',
      'destination-wrong',
      'name-id-format',
      'name-id-username',
      'clock-ahead',
      'clock-behind',
      'not-yet-valid',
      'expired',
      'unsigned',
      'old-certificate',
      'wrong-algorithm',
      'attribute-missing',
      'replayed',
      'in-response-to-wrong',
    ]) {
      expect(ids).toContain(id);
    }
  });
});
