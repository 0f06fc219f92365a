import { writeLoginResponse } from '../../../shared/saml/login-response';
import { planLogin } from '../../../shared/saml/rehearsal';
import type { RehearsedMoment } from '../../../shared/saml/rotation';
import { ROTATION_MOMENTS } from '../../../shared/saml/rotation';
import { inspectResponse } from './inspect-response';
import type { LocalIdp, RehearsalInput } from './rehearse-login';
import { signLoginResponse } from './sign-xml';

/** Signs one login at each moment of a rotation and checks it with the certificates the vendor holds then. */
export function rehearseRotation(idp: LocalIdp, input: RehearsalInput): readonly RehearsedMoment[] {
  return ROTATION_MOMENTS.map((moment) => {
    const plan = planLogin({
      ...input,
      flow: 'idp-initiated',
      ids: { response: `_response-${moment.id}`, assertion: `_assertion-${moment.id}`, request: null },
    });
    const key = moment.jumpCloud === 'old' ? idp.old : idp.current;
    const held = [...(moment.testMu === 'new' ? [] : [idp.old.certificate]), ...(moment.testMu === 'old' ? [] : [idp.current.certificate])];
    const { verdict } = inspectResponse(
      signLoginResponse(writeLoginResponse(plan.login), { mode: input.sign, key }),
      held,
      plan.expectations,
    );
    return { ...moment, verdict };
  });
}
