import * as samlify from 'samlify';
import { toPem } from '../../../shared/saml/certificate';
import type { RehearsalValues } from '../../../shared/saml/rehearsal';
import { BINDING } from '../../../shared/saml/uris';
import { RESPONSE_LIMITS } from '../../../shared/saml/xml-refusal';
import type { LocalKey } from './local-key';
import { openXml } from './xml-door';

/** Where the local identity provider would listen. Nothing is sent there: `.invalid` resolves nowhere (RFC 2606). */
export const LOCAL_SSO_URL = 'https://idp.rehearsal.invalid/sso';

// samlify refuses to parse without a validator; the door's scan stands in, so that both see only scanned XML.
samlify.setSchemaValidator({
  validate: async (xml: string) => {
    const opened = openXml(xml, RESPONSE_LIMITS);
    if (!opened.ok) throw new Error(`refused: ${opened.error.kind}`);
    return 'scanned';
  },
});

export interface Entities {
  readonly idp: samlify.IdentityProviderInstance;
  readonly sp: samlify.ServiceProviderInstance;
}

/** Both sides of a rehearsal as samlify models them. */
export function samlifyEntities(values: RehearsalValues, key: LocalKey, wantMessageSigned: boolean): Entities {
  const idp = samlify.IdentityProvider({
    entityID: values.idpEntityId,
    signingCert: toPem(key.certificate),
    wantAuthnRequestsSigned: false,
    singleSignOnService: [{ Binding: BINDING.redirect, Location: LOCAL_SSO_URL }],
    // Never used; without it samlify writes a warning to the console.
    singleLogoutService: [{ Binding: BINDING.redirect, Location: LOCAL_SSO_URL }],
  });
  const sp = samlify.ServiceProvider({
    entityID: values.spEntityId,
    authnRequestsSigned: false,
    wantAssertionsSigned: true,
    wantMessageSigned,
    assertionConsumerService: [{ Binding: BINDING.post, Location: values.acsUrl }],
    ...(values.nameIdFormat === null ? {} : { nameIDFormat: [values.nameIdFormat] }),
  });
  return { idp, sp };
}
