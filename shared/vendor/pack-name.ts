/**
 * A name as numbers, compared without case: characters packed into 32-bit words, four of ASCII each and two of any other text, behind
 * a hash and the length. Two names are the same exactly when their words are. Names that lie together as numbers are found without
 * following a string anywhere in memory.
 */
export const hashAt = 0;
/** Negative where a name is not all ASCII, so that its words are not taken for those of another. */
export const lengthAt = 1;
export const packedHead = 2;

/** How many words of room a name may need. */
export const roomFor = (name: string): number => packedHead + name.length + 1;

/** Writes the packed name from `start` on and answers where it ends. Lower case as in `userKey`. */
export function packName(name: string, into: Int32Array, start: number): number {
  const { length } = name;
  const whole = length & ~3;
  let end = start + packedHead;
  let hash = length;
  let seen = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    const a = name.charCodeAt(at);
    const b = name.charCodeAt(at + 1);
    const c = name.charCodeAt(at + 2);
    const d = name.charCodeAt(at + 3);
    seen |= a | b | c | d;
    const word = lower(a) | (lower(b) << 8) | (lower(c) << 16) | (lower(d) << 24);
    into[end] = word;
    end += 1;
    hash = mix(hash, word);
  }
  if (at < length) {
    let word = 0;
    for (let shift = 0; at < length; at += 1, shift += 8) {
      const code = name.charCodeAt(at);
      seen |= code;
      word |= lower(code) << shift;
    }
    into[end] = word;
    end += 1;
    hash = mix(hash, word);
  }
  if (seen > 127) return packOther(name.toLowerCase(), into, start);
  into[start + hashAt] = finish(hash);
  into[start + lengthAt] = length;
  return end;
}

/** In lower case a name may be ASCII after all (the Kelvin sign), and longer than it was. */
function packOther(name: string, into: Int32Array, start: number): number {
  if (isAscii(name)) return packName(name, into, start);
  const { length } = name;
  let end = start + packedHead;
  let hash = ~length;
  for (let at = 0; at < length; at += 2) {
    const word = name.charCodeAt(at) | (at + 1 < length ? name.charCodeAt(at + 1) << 16 : 0);
    into[end] = word;
    end += 1;
    hash = mix(hash, word);
  }
  into[start + hashAt] = finish(hash);
  into[start + lengthAt] = ~length;
  return end;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Of an ASCII character. */
const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

function mix(sum: number, word: number): number {
  const mixed = sum ^ word;
  return Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1);
}

const finish = (sum: number): number => sum ^ (sum >>> 15);

export function unpackName(packed: Int32Array, start: number): string {
  const length = packed[start + lengthAt] as number;
  const [count, perWord, bits] = length >= 0 ? [length, 4, 8] : [~length, 2, 16];
  const mask = 2 ** bits - 1;
  let name = '';
  for (let at = 0; at < count; at += 1) {
    const word = packed[start + packedHead + Math.floor(at / perWord)] as number;
    name += String.fromCharCode((word >>> ((at % perWord) * bits)) & mask);
  }
  return name;
}

/** Where the packed name ends. */
export function packedEnd(packed: Int32Array, start: number): number {
  const length = packed[start + lengthAt] as number;
  return start + packedHead + (length >= 0 ? (length + 3) >>> 2 : (~length + 1) >>> 1);
}
