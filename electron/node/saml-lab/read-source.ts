import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import type { MetadataDocument } from '../../../shared/saml/metadata';
import { METADATA_LIMITS } from '../../../shared/saml/xml-refusal';
import type { NetDoor } from '../net/net-door';
import { fetchMetadata } from '../saml/fetch-metadata';
import { explainMetadataRefusal, readMetadata } from '../saml/read-metadata';
import { decodeXml } from '../saml/xml-door';

/** Where metadata comes from: pasted, a file, or an address that is fetched on the admin's click. */
export type MetadataSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'address'; readonly url: string; readonly privateNetwork: boolean };

export interface SourcedMetadata {
  readonly xml: string;
  readonly document: MetadataDocument;
  /** File name, address, or "pasted text". */
  readonly source: string;
}

export async function readSource(net: NetDoor, source: MetadataSource): Promise<Result<SourcedMetadata, AppError>> {
  const name = source.kind === 'text' ? 'pasted text' : source.kind === 'file' ? source.name : source.url;
  const text = await textOf(net, source);
  if (!text.ok) return err({ path: name, ...text.error });
  const document = readMetadata(text.value);
  if (!document.ok) return err({ ...explainMetadataRefusal(document.error), path: name });
  return ok({ xml: text.value, document: document.value, source: name });
}

async function textOf(net: NetDoor, source: MetadataSource): Promise<Result<string, AppError>> {
  switch (source.kind) {
    case 'text':
      return ok(source.text.trim());
    case 'file': {
      const decoded = decodeXml(source.bytes, METADATA_LIMITS);
      return decoded.ok ? decoded : err(explainMetadataRefusal({ kind: 'xml', refusal: decoded.error }));
    }
    case 'address':
      return fetchMetadata(net, source.url.trim(), { allowPrivateNetwork: source.privateNetwork });
  }
}
