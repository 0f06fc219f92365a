import type { RehearsedLogin } from '../../../shared/saml/rehearsal';
import type { Entities } from './samlify-entities';

/**
 * What samlify makes of the same response. It stops at the first fault and does not look at audience, recipient, destination or
 * InResponseTo, so it is shown beside the verdict and never decides it.
 */
export async function secondOpinion({ idp, sp }: Entities, xml: string): Promise<RehearsedLogin['secondOpinion']> {
  try {
    await sp.parseLoginResponse(idp, 'post', { body: { SAMLResponse: Buffer.from(xml).toString('base64') } });
    return { accepts: true, reason: 'samlify accepts it' };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { accepts: false, reason: `samlify refuses it: ${message.split('\n')[0]}` };
  }
}
