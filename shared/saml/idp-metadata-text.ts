import { escapeXml } from './escape-xml';
import type { IdpMetadata } from './metadata';
import { NS } from './uris';

/** Identity provider metadata as a file, in the arrangement JumpCloud exports. Broken certificates are left out. */
export function writeIdpMetadata(idp: IdpMetadata): string {
  const keys = idp.keys.flatMap(({ use, reading }) => {
    if (reading.kind === 'broken') return [];
    const attribute = use === 'both' ? '' : ` use="${use}"`;
    return `    <md:KeyDescriptor${attribute}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${reading.certificate.base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>\n`;
  });
  const formats = idp.nameIdFormats.map((format) => `    <md:NameIDFormat>${escapeXml(format)}</md:NameIDFormat>\n`);
  const services = idp.ssoServices.map(
    ({ binding, location }) => `    <md:SingleSignOnService Binding="${escapeXml(binding)}" Location="${escapeXml(location)}"/>\n`,
  );
  const validUntil = idp.validUntil === null ? '' : ` validUntil="${escapeXml(idp.validUntil)}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<md:EntityDescriptor xmlns:md="${NS.metadata}" xmlns:ds="${NS.signature}" entityID="${escapeXml(idp.entityId)}"${validUntil}>\n` +
    `  <md:IDPSSODescriptor WantAuthnRequestsSigned="${idp.wantAuthnRequestsSigned}" protocolSupportEnumeration="${NS.protocol}">\n` +
    `${keys.join('')}${formats.join('')}${services.join('')}  </md:IDPSSODescriptor>\n</md:EntityDescriptor>\n`
  );
}
