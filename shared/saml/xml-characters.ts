/** XML 1.0 section 2.2: the characters no document may hold. A lone surrogate is one. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The offset of the first character that XML forbids, or null. */
export function findForbiddenCharacter(text: string): number | null {
  const found = FORBIDDEN.exec(text);
  return found ? found.index : null;
}

const PREDEFINED: ReadonlySet<string> = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);

export interface BadReference {
  readonly name: string;
  readonly index: number;
}

/** The first `&` that starts neither one of XML's five entities nor a reference to a character that XML allows. */
export function findBadReference(text: string): BadReference | null {
  for (let index = text.indexOf('&'); index !== -1; index = text.indexOf('&', index + 1)) {
    const end = text.indexOf(';', index);
    const name = end === -1 || end - index > 64 ? text.slice(index + 1, index + 13) : text.slice(index + 1, end);
    if (end === -1 || !isAllowed(name)) return { name, index };
  }
  return null;
}

function isAllowed(name: string): boolean {
  if (PREDEFINED.has(name)) return true;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!digits) return false;
  const code = digits[1] !== undefined ? Number.parseInt(digits[1], 16) : Number.parseInt(digits[2] ?? '', 10);
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code <= 0x10ffff && !isControl && !isSurrogate && code !== 0xfffe && code !== 0xffff;
}
