import { describe, expect, it } from 'vitest';
import { readCapture, readCaptureFile } from '../../../../../electron/node/saml/read-capture';

const xml = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"/>';
const base64 = Buffer.from(xml).toString('base64');
const marked = (text: string, encoding: 'utf16le' | 'utf8') => new Uint8Array(Buffer.from(`\uFEFF${text}`, encoding));

describe('a file with a captured response', () => {
  it.each([
    ['base64 in UTF-8', new Uint8Array(Buffer.from(base64))],
    ['base64 with a byte order mark', marked(base64, 'utf8')],
    ['base64 in UTF-16, as Windows PowerShell writes it', marked(`${base64}\r\n`, 'utf16le')],
    ['XML in UTF-16', marked(xml, 'utf16le')],
    ['a form post in UTF-16', marked(`SAMLResponse=${encodeURIComponent(base64)}&RelayState=x`, 'utf16le')],
  ])('%s is read', (_, bytes) => {
    expect(readCaptureFile(bytes)).toMatchObject({ ok: true, value: { xml } });
  });

  it('that is no text is told for what it is', () => {
    expect(readCaptureFile(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))).toMatchObject({
      error: { code: 'encoding', message: 'Expected text in UTF-8; found a PDF document.' },
    });
    expect(readCaptureFile(new Uint8Array([0x41, 0xff, 0x41]))).toMatchObject({ error: { code: 'encoding' } });
  });

  it('is the same as its text pasted', () => {
    expect(readCapture(base64)).toEqual(readCaptureFile(new Uint8Array(Buffer.from(base64))));
  });
});
