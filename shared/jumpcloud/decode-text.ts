import type { AppError } from '../app-error';
import { err, ok, type Result } from '../result';

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

const excelFix = 'In Excel choose File > Save As > "CSV UTF-8 (Comma delimited)" and import that file.';

/** Files that are often chosen in place of a text, by their first bytes. */
const otherFiles: readonly { readonly start: readonly number[]; readonly error: AppError }[] = [
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    error: {
      code: 'xlsx-file',
      message: 'Expected a text file, found a zip archive: this looks like an Excel workbook (.xlsx).',
      fix: excelFix,
    },
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    error: {
      code: 'xls-file',
      message: 'Expected a text file, found an old Office file: this looks like an Excel workbook (.xls).',
      fix: excelFix,
    },
  },
  {
    start: [0x25, 0x50, 0x44, 0x46, 0x2d],
    error: {
      code: 'pdf-file',
      message: 'Expected a text file, found a PDF document under another name.',
      fix: 'Choose the file itself (CSV or JSON), not a printed copy of it: a PDF cannot be read back.',
    },
  },
  ...[
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
  ].map((start) => ({
    start,
    error: {
      code: 'picture-file',
      message: 'Expected a text file, found a picture under another name.',
      fix: 'Choose the file itself (CSV or JSON), not a picture of it.',
    },
  })),
];

/**
 * Bytes of a file to text: UTF-8 or UTF-16, each with or without a byte order mark, which is not part of the text.
 * Errors: `xlsx-file`, `xls-file`, `pdf-file`, `picture-file`, `not-utf8` (with the line), `broken-utf16`.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, AppError> {
  const other = otherFiles.find(({ start }) => startsWith(bytes, start));
  if (other !== undefined) return err(other.error);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'UTF-16LE');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'UTF-16BE');
  // A header starts with Latin letters, so UTF-16 without a mark shows as a zero in one of the first two bytes.
  if (bytes.length >= 2 && bytes[0] !== 0 && bytes[1] === 0) return decodeUtf16(bytes, 'UTF-16LE');
  if (bytes.length >= 2 && bytes[0] === 0 && bytes[1] !== 0) return decodeUtf16(bytes, 'UTF-16BE');
  return decodeUtf8(bytes);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function decodeUtf8(bytes: Uint8Array): Result<DecodedText, AppError> {
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'UTF-8' });
  } catch {
    const { line, byte } = firstInvalidUtf8(bytes);
    return err({
      code: 'not-utf8',
      message: `Expected UTF-8 or UTF-16 text, found the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} in line ${line}, which is neither.`,
      path: `line ${line}`,
      fix: 'Save the file again as "CSV UTF-8": in an older encoding names such as Müller cannot be read safely.',
    });
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): Result<DecodedText, AppError> {
  const broken = err({
    code: 'broken-utf16',
    message: `Expected ${encoding} text, found ${bytes.length % 2 === 1 ? 'an odd number of bytes: the file was cut off' : 'half a surrogate pair'}.`,
    fix: 'Export the file again, or save it as "CSV UTF-8".',
  });
  if (bytes.length % 2 === 1) return broken;
  try {
    const littleEndian = encoding === 'UTF-16LE' ? bytes : swapPairs(bytes);
    return ok({ text: new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(littleEndian), encoding });
  } catch {
    return broken;
  }
}

/** Not every runtime's TextDecoder knows big endian, so the bytes are turned first. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 2) {
    swapped[i] = bytes[i + 1] ?? 0;
    swapped[i + 1] = bytes[i] ?? 0;
  }
  return swapped;
}

/** The first byte that no well-formed UTF-8 sequence (RFC 3629 section 4, lengths only) explains, and its line. */
function firstInvalidUtf8(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  let line = 1;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const length =
      byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    if (length === 0) return { line, byte };
    for (let k = 1; k < length; k += 1) {
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return { line, byte };
    }
    if (byte === 0x0a) line += 1;
    i += length;
  }
  return { line, byte: bytes[bytes.length - 1] ?? 0 };
}
