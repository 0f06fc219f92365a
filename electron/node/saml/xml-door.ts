import { DOMParser } from '@xmldom/xmldom';
import { err, ok, type Result } from '../../../shared/result';
import { otherFileOf } from '../../../shared/saml/other-file';
import type { XmlLimits, XmlRefusal } from '../../../shared/saml/xml-refusal';
import { scanXml, type XmlFacts } from '../../../shared/saml/xml-scan';

export interface OpenedXml {
  readonly text: string;
  readonly document: Document;
  readonly facts: XmlFacts;
}

/** Bytes to text: the size first, then the encoding. UTF-16 is read where a byte-order mark says so (files saved on Windows). */
export function decodeXml(bytes: Uint8Array, limits: XmlLimits): Result<string, XmlRefusal> {
  if (bytes.length > limits.maxLength)
    return err({
      kind: 'too-large',
      length: bytes.length,
      max: limits.maxLength,
    });
  const file = otherFileOf(bytes);
  if (file !== null) return err({ kind: 'other-file', file });
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = encoding === 'utf-16be' ? decodeBigEndian(bytes) : new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\u0000')
      ? err({
          kind: 'encoding',
          found: 'UTF-16 without a byte-order mark, or bytes that are no text',
        })
      : ok(text);
  } catch {
    return err({
      kind: 'encoding',
      found: `bytes that are not ${encoding.toUpperCase()}`,
    });
  }
}

/** Node without full ICU has no UTF-16BE decoder; swapping the bytes needs none. */
function decodeBigEndian(bytes: Uint8Array): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return new TextDecoder('utf-16le', { fatal: true }).decode(even.swap16());
}

/** The encodings a declaration may name, since the text is decoded already: a parser never decodes again. */
const DECLARED: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16']);

/**
 * The only way to a DOM: scanned first (`scanXml`), then parsed by the parser that samlify and xml-crypto use, with every warning an
 * error.
 */
export function openXml(text: string, limits: XmlLimits): Result<OpenedXml, XmlRefusal> {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const scanned = scanXml(plain, limits);
  if (!scanned.ok) return scanned;
  const declared = scanned.value.declaredEncoding;
  if (declared !== null && !DECLARED.has(declared.toLowerCase())) return err({ kind: 'encoding', found: `a declaration of ${declared}` });
  const trimmed = plain.trim();
  let complaint: string | null = null;
  const note = (message: string): void => {
    complaint ??= message;
  };
  const document = new DOMParser({
    errorHandler: { warning: note, error: note, fatalError: note },
  }).parseFromString(trimmed, 'text/xml');
  if (complaint !== null || !document?.documentElement) {
    return err({
      kind: 'malformed',
      expected: 'well-formed XML',
      found: String(complaint ?? 'no root element').split('\n')[0] ?? '',
      at: { line: 1, column: 1 },
    });
  }
  return ok({ text: trimmed, document, facts: scanned.value });
}
