import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../shared/result';
import { maximumBodyBytes } from '../../../shared/scim/discovery';
import type { Json } from '../../../shared/scim/json';
import { httpError, type ScimError, scimError, shown } from '../../../shared/scim/scim-error';

/** Deeper or wider than any SCIM message. */
const maximumDepth = 32;
const maximumMembers = 200_000;

const tooLarge = httpError(413, `body: expected at most ${maximumBodyBytes} bytes, found more`);

const cutOff = err(httpError(400, 'body: expected the whole body, found it cut off'));

/**
 * The bytes of a request, no more than the limit: beyond it nothing more is read (RFC 9110 section 15.5.14). `begin` is called when they
 * are wanted: whoever waits for `100 Continue` is not asked for a body that is refused anyway (RFC 9110 section 10.1.1).
 */
export function readIncoming(incoming: IncomingMessage, begin: () => void): Promise<Result<string, ScimError>> {
  if (Number(incoming.headers['content-length'] ?? 0) > maximumBodyBytes) return Promise.resolve(err(tooLarge));
  begin();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isWhole = false;
    const finish = (result: Result<string, ScimError>): void => {
      incoming.removeAllListeners('data');
      incoming.pause();
      resolve(result);
    };
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maximumBodyBytes) finish(err(tooLarge));
      else chunks.push(chunk);
    });
    incoming.on('end', () => {
      isWhole = true;
      resolve(decode(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    });
    incoming.on('close', () => {
      if (!isWhole) finish(cutOff);
    });
    incoming.on('error', () => finish(cutOff));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without a byte order mark, or with one (RFC 8259 section 8.1 lets a reader ignore it). */
export function decode(bytes: Uint8Array): Result<string, ScimError> {
  if (bytes.byteLength > maximumBodyBytes) return err(tooLarge);
  try {
    return ok(utf8.decode(bytes));
  } catch {
    return err(scimError('invalidSyntax', 'body: expected UTF-8 text, found other bytes'));
  }
}

const mediaTypes = new Set(['application/scim+json', 'application/json']);
const charsets = new Set(['utf-8', 'utf8', 'us-ascii']);

/**
 * `application/scim+json` or `application/json` (RFC 7644 section 3.8), none is taken for the first; in UTF-8 (RFC 8259 section 8.1): in
 * another encoding names would be read as what they are not.
 */
export function checkMediaType(contentType: string | undefined): ScimError | null {
  const [type = '', ...parameters] = (contentType ?? 'application/scim+json').split(';');
  if (!mediaTypes.has(type.trim().toLowerCase()))
    return httpError(415, `Content-Type: expected application/scim+json or application/json, found ${shown(contentType)}`);
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/i.exec(parameter)?.[1]?.toLowerCase()).find(Boolean);
  if (charset === undefined || charsets.has(charset)) return null;
  return httpError(415, `Content-Type: expected charset=utf-8, found ${shown(charset)}`);
}

/** Nothing is unpacked here: what is compressed is refused before it is read (RFC 9110 section 8.4.1). */
export const checkCoding = (contentEncoding: string | undefined): ScimError | null =>
  contentEncoding === undefined || contentEncoding.trim().toLowerCase() === 'identity'
    ? null
    : httpError(415, `Content-Encoding: expected none, found ${shown(contentEncoding)}`);

/** Text → JSON, its depth and size bounded before anything is built from it. */
export function parseBody(text: string): Result<Json | undefined, ScimError> {
  if (text.trim() === '') return ok(undefined);
  const fault = checkShape(text);
  if (fault !== null) return err(fault);
  try {
    return ok(JSON.parse(text) as Json);
  } catch (error) {
    return err(
      scimError(
        'invalidSyntax',
        `body: expected JSON, found text that is not (${error instanceof Error ? error.message.slice(0, 120) : ''})`,
      ),
    );
  }
}

/** Counts brackets and commas outside of strings, in one pass. */
function checkShape(text: string): ScimError | null {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 34: // "
        at += 1;
        while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
        break;
      case 123: // {
      case 91: // [
        depth += 1;
        if (depth > maximumDepth) return scimError('invalidSyntax', `body: expected at most ${maximumDepth} levels of nesting, found more`);
        break;
      case 125: // }
      case 93: // ]
        depth -= 1;
        break;
      case 44: // ,
        members += 1;
        if (members > maximumMembers) return scimError('invalidSyntax', `body: expected at most ${maximumMembers} values, found more`);
        break;
      default:
        break;
    }
  }
  return null;
}
