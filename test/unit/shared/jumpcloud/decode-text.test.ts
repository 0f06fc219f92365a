import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../shared/jumpcloud/decode-text';

const text = 'email,firstname\r\nzoe@acme.example,Zoë 🦊\r\n';
const utf8 = (prefix: readonly number[] = []): Uint8Array => Uint8Array.from([...prefix, ...Buffer.from(text, 'utf8')]);
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(little).swap16();

describe('bytes of a roster file', () => {
  it.each([
    ['UTF-8', utf8(), 'UTF-8'],
    ['UTF-8 with a mark', utf8([0xef, 0xbb, 0xbf]), 'UTF-8'],
    ['UTF-16 as Excel saves it', Uint8Array.from([0xff, 0xfe, ...little]), 'UTF-16LE'],
    ['UTF-16 big endian', Uint8Array.from([0xfe, 0xff, ...big]), 'UTF-16BE'],
    ['UTF-16 without a mark', Uint8Array.from(little), 'UTF-16LE'],
    ['UTF-16 big endian without a mark', Uint8Array.from(big), 'UTF-16BE'],
  ])('are read as %s', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  it.each([
    ['Windows-1252', Buffer.from('email\nm\u00fcller@acme.example', 'latin1'), 'not-utf8', 'line 2'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'xlsx-file', 'Excel'],
    ['a PDF under another name', new TextEncoder().encode('%PDF-1.4\n'), 'pdf-file', 'PDF'],
    ['an old Excel workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'xls-file', 'Excel'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'picture-file', 'picture'],
    ['UTF-16 cut off', Uint8Array.from([0xff, 0xfe, 0x41]), 'broken-utf16', 'odd number'],
    ['half a surrogate pair', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x3e, 0xd8]), 'broken-utf16', 'surrogate'],
    ['UTF-8 cut off', utf8().subarray(0, utf8().length - 4), 'not-utf8', 'line 2'],
  ])('that are %s are refused with what to do', (_name, bytes, code, found) => {
    const result = decodeText(bytes);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe(code);
    expect(result.error.message).toContain(found);
    expect(result.error.fix).toBeTruthy();
  });
});
