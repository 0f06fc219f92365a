import { hostOf } from '../../preflight/base-url';
import { behindHost, isJumpCloudAddress, isVendorAddress } from './address-parts';
import { addressPaste } from './address-paste-rules';
import { addressShape } from './address-shape-rules';
import { serviceOf } from './other-services';
import { shapeOf } from './recognise';
import { regionsDiffer } from './regions-differ';
import { judged, type Rule } from './rule';

const pastedMetadata = judged({
  code: 'metadata-itself',
  decisive: true,
  severity: 'error',
  title: 'The metadata itself, not its address',
  remedy: 'Use **Copy Metadata URL** at JumpCloud. The document can be read in the SAML lab.',
  look: (text) =>
    /^<\?xml|^<(?:[\w.-]+:)?Entit(?:y|ies)Descriptor[\s>]/.test(text) ? { expected: 'an address', found: 'an XML document' } : null,
});

/** A path of this machine, or the bare name of a file: the browser's download of the metadata. */
const metadataFile = judged({
  code: 'metadata-file',
  decisive: true,
  severity: 'error',
  title: 'A file, not an address',
  remedy: 'Use **Copy Metadata URL** at JumpCloud. A metadata file can be read in the SAML lab.',
  look: (text) =>
    /^(?:[A-Za-z]:[\\/]|file:|\\\\)|^(?:[~.]{0,2}\/[^:\s]*|[^/:\s]+)\.xml$/i.test(text)
      ? { expected: 'an address', found: `a file: ${text.slice(0, 80)}` }
      : null,
});

/** TestMu AI takes a metadata address, or a sign-in address with a certificate (vendor-behaviour.md section 1). */
const certificate = judged({
  code: 'certificate',
  decisive: true,
  severity: 'error',
  title: 'A certificate, not an address',
  remedy:
    'Use **Copy Metadata URL** at JumpCloud: the certificate is in what it answers. TestMu AI asks for the certificate itself only where it is given no metadata URL.',
  source: 'vendor §1',
  look: (text) => (shapeOf(text) === 'certificate' ? { expected: 'an address', found: 'a certificate or a key' } : null),
});

const pastedPage = judged({
  code: 'web-page',
  decisive: true,
  severity: 'error',
  title: 'A web page',
  remedy: 'The application may be unbound or deleted: open it at JumpCloud and copy its metadata URL again.',
  source: 'BookStackApp/BookStack#2838',
  look: (text) => (/^<!doctype html|^<html[\s>]/i.test(text) ? { expected: 'an address', found: 'the source of a web page' } : null),
});

const consolePage = judged({
  code: 'console-page',
  severity: 'error',
  title: 'The address of a console page',
  remedy: 'It answers a web page. Use **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) =>
    isJumpCloudAddress(text) && /^console\./.test(hostOf(text))
      ? { expected: 'an address at sso.jumpcloud.com', found: hostOf(text) }
      : null,
});

const isLoginPath = (text: string): boolean =>
  isJumpCloudAddress(text) && /^\/saml2\//i.test(behindHost(text)) && !/metadata/i.test(behindHost(text));

const loginAddress = judged({
  code: 'idp-url',
  severity: 'error',
  title: 'The IdP URL, not the metadata URL',
  remedy: 'It answers a sign-in page. Use **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) => (isLoginPath(text) ? { expected: 'an address of metadata', found: text } : null),
});

/** `…/saml2/metadata/<app>`: whatever is missing from that, or hangs behind it, answers a web page. */
const otherPath = judged({
  code: 'other-path',
  severity: 'warning',
  title: 'Not the usual address of metadata',
  remedy: 'Use **Copy Metadata URL** on the application’s SSO tab again; the SAML lab shows what this one answers.',
  look: (text) =>
    isJumpCloudAddress(text) &&
    /^sso\./.test(hostOf(text)) &&
    !isLoginPath(text) &&
    !/^\/saml2\/metadata(?:\/[^/?#]+|\.xml)$/i.test(behindHost(text))
      ? { expected: '/saml2/metadata/… at its end', found: behindHost(text) === '' ? 'no path' : behindHost(text) }
      : null,
});

const vendorMetadata = judged({
  code: 'other-side',
  severity: 'error',
  title: 'An address of TestMu AI, not of JumpCloud',
  remedy: 'Copy JumpCloud’s: **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) =>
    isVendorAddress(text)
      ? {
          expected: 'an address of JumpCloud',
          found: hostOf(text),
          ...(/metadata/i.test(behindHost(text)) ? { title: 'TestMu AI’s own metadata' } : {}),
        }
      : null,
});

const otherProvider = judged({
  code: 'unknown-host',
  severity: 'warning',
  title: 'Not a host of JumpCloud',
  remedy: 'Check that it is the metadata of this JumpCloud application.',
  look: (text) =>
    hostOf(text) === '' || isJumpCloudAddress(text) || isVendorAddress(text) || serviceOf(hostOf(text)) !== null
      ? null
      : { expected: 'sso.jumpcloud.com', found: hostOf(text) },
});

export const metadataUrlRules: readonly Rule[] = [
  ...addressPaste,
  pastedMetadata,
  metadataFile,
  certificate,
  pastedPage,
  ...addressShape('https://sso.jumpcloud.com/saml2/metadata/…'),
  consolePage,
  loginAddress,
  otherPath,
  regionsDiffer('idp-entity-id'),
  vendorMetadata,
  otherProvider,
];
