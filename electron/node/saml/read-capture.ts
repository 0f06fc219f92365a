import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../../shared/result';
import { explainXmlRefusal, RESPONSE_LIMITS } from '../../../shared/saml/xml-refusal';
import { decodeXml } from './xml-door';

/** In which wrapping a captured response came. */
export type CaptureForm = 'xml' | 'base64' | 'deflated' | 'form post' | 'web page' | 'HAR file' | 'address';

export interface Capture {
  readonly xml: string;
  readonly form: CaptureForm;
  /** Where the browser sent it, as far as the capture says so. */
  readonly postedTo: string | null;
  readonly relayState: string | null;
  /** How many responses the capture holds; the last one is read. */
  readonly count: number;
}

export interface CaptureRefusal {
  readonly code: 'empty' | 'too-large' | 'no-response' | 'request' | 'not-base64' | 'encoding';
  readonly message: string;
  readonly fix: string;
}

/** A HAR file of a whole login holds pictures and scripts too. */
const MAX_CAPTURE = 64 * 1024 * 1024;
const MAX_VALUE = 2 * RESPONSE_LIMITS.maxLength;

interface Encoded {
  readonly value: string;
  readonly form: CaptureForm;
  readonly postedTo: string | null;
  readonly relayState: string | null;
  readonly count: number;
}

/** A file with a capture in it, in UTF-8, or in UTF-16 with its mark: as Windows PowerShell writes what `>` sends to a file. */
export function readCaptureFile(bytes: Uint8Array): Result<Capture, CaptureRefusal> {
  const decoded = decodeXml(bytes, { ...RESPONSE_LIMITS, maxLength: MAX_CAPTURE });
  if (decoded.ok) return readCapture(decoded.value);
  const { found } = explainXmlRefusal(decoded.error);
  return refuse('encoding', `Expected text in UTF-8; found ${found}.`, 'Save the response or the HAR file as UTF-8 text.');
}

/** Finds the SAMLResponse in what people paste: XML, base64, a form post, an address, the posting page, or a HAR file. */
export function readCapture(input: string): Result<Capture, CaptureRefusal> {
  if (input.length > MAX_CAPTURE)
    return refuse(
      'too-large',
      `Expected at most ${MAX_CAPTURE} characters; found ${input.length}.`,
      'Save only the request that posts the SAMLResponse.',
    );
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text === '')
    return refuse(
      'empty',
      'Expected a SAML response; found nothing.',
      'Copy the SAMLResponse form field from the browser, or save the network log as a HAR file.',
    );
  if (text.startsWith('<') && !/^<(?:!doctype html|html|form|input)/i.test(text))
    return ok({
      xml: text,
      form: 'xml',
      postedTo: null,
      relayState: null,
      count: 1,
    });
  const encoded = findEncoded(text);
  return encoded.ok ? decode(encoded.value) : encoded;
}

function findEncoded(text: string): Result<Encoded, CaptureRefusal> {
  if (text.startsWith('{')) return fromHar(text);
  if (text.startsWith('<')) return fromPage(text);
  if (/^https?:\/\//i.test(text))
    return fromParameters(text.slice(text.indexOf('?') + 1).split('#')[0] ?? '', 'address', text.split('?')[0] ?? null);
  if (/(?:^|&|\s)SAML(?:Response|Request)\s*[=:]/.test(text.slice(0, 100_000)))
    return fromParameters(
      text.replace(/^[\s\S]*?(?=SAML(?:Response|Request)\s*[=:])/, '').replace(/^(SAML\w+)\s*[=:]\s*/, '$1='),
      'form post',
      null,
    );
  return ok({
    value: text.replace(/^["']|["']$/g, ''),
    form: 'base64',
    postedTo: null,
    relayState: null,
    count: 1,
  });
}

function fromParameters(query: string, form: CaptureForm, postedTo: string | null): Result<Encoded, CaptureRefusal> {
  // A form value pasted after decoding has bare "+" that a query would read as spaces; base64 has no spaces, so they go back.
  const parameters = new URLSearchParams(query.trim());
  const value = parameters.get('SAMLResponse')?.replace(/ /g, '+');
  if (value === undefined) return parameters.has('SAMLRequest') ? aRequest() : noResponse(form);
  return ok({
    value,
    form,
    postedTo,
    relayState: parameters.get('RelayState'),
    count: parameters.getAll('SAMLResponse').length,
  });
}

/** The page that JumpCloud sends the browser, which posts itself. */
function fromPage(page: string): Result<Encoded, CaptureRefusal> {
  const value = inputValue(page, 'SAMLResponse');
  if (value === null) return inputValue(page, 'SAMLRequest') === null ? noResponse('web page') : aRequest();
  const action = /<form[^>]{0,2000}?\saction\s*=\s*["']([^"']{1,2000})["']/i.exec(page.slice(0, 1_000_000))?.[1] ?? null;
  return ok({
    value,
    form: 'web page',
    postedTo: action && unescapeHtml(action),
    relayState: inputValue(page, 'RelayState'),
    count: 1,
  });
}

function inputValue(page: string, name: string): string | null {
  for (let at = page.indexOf(name); at !== -1; at = page.indexOf(name, at + 1)) {
    const start = page.lastIndexOf('<', at);
    const end = page.indexOf('>', at);
    if (start === -1 || end === -1) continue;
    const tag = page.slice(start, end);
    if (!/^<input\s/i.test(tag.slice(0, 7)) || !new RegExp(`name\\s*=\\s*["']${name}["']`).test(tag)) continue;
    const value = /value\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    return value ? unescapeHtml(value[1] ?? value[2] ?? '') : null;
  }
  return null;
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#x2b;|&#43;/gi, '+')
    .replace(/&#x2f;|&#47;/gi, '/')
    .replace(/&#x3d;|&#61;/gi, '=')
    .replace(/&#x?[ad]+;|&#1[03];/gi, '\n')
    .replace(/&amp;/g, '&');
}

interface HarRequest {
  readonly url?: unknown;
  readonly postData?: { readonly text?: unknown; readonly params?: unknown };
}

/** HAR 1.2: entries hold requests, a form post in `postData` as text or as decoded `params`. */
function fromHar(text: string): Result<Encoded, CaptureRefusal> {
  let har: unknown;
  try {
    har = JSON.parse(text);
  } catch {
    return refuse(
      'no-response',
      'Expected a HAR file; found JSON that is cut off or damaged.',
      'Save the network log again ("Save all as HAR").',
    );
  }
  const entries = (har as { log?: { entries?: unknown } })?.log?.entries;
  if (!Array.isArray(entries))
    return refuse(
      'no-response',
      'Expected a HAR file with log.entries; found other JSON.',
      'Save the network log of the login from the browser ("Save all as HAR").',
    );
  const found: Encoded[] = [];
  for (const entry of entries) {
    const request = (entry as { request?: HarRequest } | null)?.request;
    const encoded = request ? fromHarRequest(request) : null;
    if (encoded) found.push(encoded);
  }
  const last = found[found.length - 1];
  return last ? ok({ ...last, count: found.length }) : noResponse('HAR file');
}

function fromHarRequest({ url, postData }: HarRequest): Encoded | null {
  const postedTo = typeof url === 'string' ? (url.split('?')[0] ?? null) : null;
  const params: readonly unknown[] = Array.isArray(postData?.params) ? postData.params : [];
  const param = (name: string): string | null => {
    const one = params.find((each) => (each as { name?: unknown } | null)?.name === name) as { value?: unknown } | undefined;
    return typeof one?.value === 'string' ? one.value : null;
  };
  const value = param('SAMLResponse');
  if (value !== null)
    return {
      value: value.includes('%') ? decodePercent(value) : value.replace(/ /g, '+'),
      form: 'HAR file',
      postedTo,
      relayState: param('RelayState'),
      count: 1,
    };
  const body =
    typeof postData?.text === 'string' && postData.text.includes('SAMLResponse=')
      ? postData.text
      : typeof url === 'string' && /[?&]SAMLResponse=/.test(url)
        ? url.slice(url.indexOf('?') + 1)
        : null;
  const read = body === null ? null : fromParameters(body, 'HAR file', postedTo);
  return read?.ok ? read.value : null;
}

function decode(encoded: Encoded): Result<Capture, CaptureRefusal> {
  const { form, postedTo, relayState, count } = encoded;
  const value = (/%[0-9a-f]{2}/i.test(encoded.value) ? decodePercent(encoded.value) : encoded.value)
    .replace(/\s+/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  if (value.length > MAX_VALUE)
    return refuse(
      'too-large',
      `Expected at most ${MAX_VALUE} characters of base64; found ${value.length}.`,
      'No real response is that long: capture it again.',
    );
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value))
    return refuse(
      'not-base64',
      `Expected XML, base64, a form post or a HAR file; found text that starts "${encoded.value.slice(0, 24)}".`,
      'Copy the whole value of the SAMLResponse field.',
    );
  const bytes = Buffer.from(value, 'base64');
  const plain = decodeXml(bytes, RESPONSE_LIMITS);
  if (
    plain.ok &&
    plain.value
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('<')
  )
    return ok({ xml: plain.value, form, postedTo, relayState, count });
  const inflated = inflate(bytes);
  if (inflated?.trimStart().startsWith('<'))
    return ok({
      xml: inflated,
      form: form === 'base64' ? 'deflated' : form,
      postedTo,
      relayState,
      count,
    });
  return refuse(
    'encoding',
    'Expected base64 of XML in UTF-8, plain or deflated; found other bytes.',
    'Copy the SAMLResponse value again, whole; it starts with "PD94" or "PHNhbWw" as a rule.',
  );
}

/** saml-bindings-2.0 section 3.4.4.1: HTTP-Redirect deflates. The output is bounded, whatever the input claims. */
function inflate(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(inflateRawSync(bytes, { maxOutputLength: RESPONSE_LIMITS.maxLength }));
  } catch {
    return null;
  }
}

function decodePercent(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const refuse = (code: CaptureRefusal['code'], message: string, fix: string): Result<never, CaptureRefusal> => err({ code, message, fix });
const noResponse = (form: CaptureForm): Result<never, CaptureRefusal> =>
  refuse(
    'no-response',
    `Expected a SAMLResponse; found none in the ${form}.`,
    'Record again with "Preserve log" on, sign in, and save after the page has loaded.',
  );
const aRequest = (): Result<never, CaptureRefusal> =>
  refuse(
    'request',
    'Expected a SAMLResponse; found a SAMLRequest.',
    'That is the question TestMu AI asked. Copy the answer: the later request, to the ACS URL.',
  );
