import { escapeXml } from './escape-xml';
import { BINDING, NS } from './uris';

export interface SpValues {
  readonly spEntityId: string;
  readonly acsUrl: string;
  /** Null where the ledger has none: the file then leaves it to the identity provider. */
  readonly nameIdFormat: string | null;
}

/** The service provider's metadata as the file that JumpCloud's "Upload Metadata" takes (saml-metadata-2.0 section 2.4.4). */
export function writeSpMetadata({ spEntityId, acsUrl, nameIdFormat }: SpValues): string {
  const format = nameIdFormat === null ? '' : `    <md:NameIDFormat>${escapeXml(nameIdFormat)}</md:NameIDFormat>\n`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<md:EntityDescriptor xmlns:md="${NS.metadata}" entityID="${escapeXml(spEntityId)}">\n` +
    `  <md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="${NS.protocol}">\n${format}` +
    `    <md:AssertionConsumerService Binding="${BINDING.post}" Location="${escapeXml(acsUrl)}" index="0" isDefault="true"/>\n` +
    '  </md:SPSSODescriptor>\n</md:EntityDescriptor>\n'
  );
}
