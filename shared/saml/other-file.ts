/** What people hand over in place of an XML document, known by how it begins. */
export type OtherFile = 'certificate' | 'address' | 'json' | 'pdf' | 'archive' | 'picture' | 'base64' | 'page-copied';

/** Beginnings of files that are no text: a certificate in DER (a SEQUENCE with two bytes of length, RFC 5280), and others of their kind. */
const byBytes: readonly (readonly [readonly number[], OtherFile])[] = [
  [[0x30, 0x82], 'certificate'],
  [[0x50, 0x4b, 0x03, 0x04], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
];

export const otherFileOf = (bytes: Uint8Array): OtherFile | null =>
  byBytes.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1] ?? null;

const byText: readonly (readonly [RegExp, OtherFile])[] = [
  [/^-----BEGIN /, 'certificate'],
  [/^MI[IM][A-Za-z0-9+/]{8}/, 'certificate'],
  [/^https?:\/\//i, 'address'],
  [/^[{[]/, 'json'],
  [/^(?:PD94|PHNhb|PEVud|PG1kO|PG5z)/, 'base64'],
  // What a browser writes above XML without a style sheet.
  [/^This XML file does not/, 'page-copied'],
];

export const otherTextOf = (start: string): OtherFile | null => byText.find(([beginning]) => beginning.test(start))?.[1] ?? null;

interface Words {
  readonly found: string;
  readonly fix: string;
}

const anExport = 'Metadata is an XML file. JumpCloud gives its own with Export Metadata, on the SSO tab of the application.';

export const otherFileWords: Readonly<Record<OtherFile, Words>> = {
  certificate: { found: 'a certificate', fix: `${anExport} The certificate is inside it.` },
  address: { found: 'an address', fix: 'An address is fetched, not read: enter it as Metadata URL.' },
  json: { found: 'JSON, as a program or an API answers', fix: anExport },
  pdf: { found: 'a PDF document', fix: anExport },
  archive: { found: 'a packed file (ZIP or alike)', fix: 'Unpack it first, and take the XML file that is inside.' },
  picture: { found: 'a picture', fix: anExport },
  base64: { found: 'XML in base64', fix: `${anExport} As it is, it is a login message, or metadata that a program has packed.` },
  'page-copied': {
    found: 'the words that a browser writes above XML',
    fix: 'Copy from the first "<" to the last ">" only, or save the page as a file.',
  },
};
