/** Characters that come along when copying and that nobody sees, with their names (Unicode). Removed wherever they stand. */
const removed: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  1564: 'Arabic letter mark',
  4447: 'Hangul filler',
  4448: 'Hangul filler',
  6068: 'invisible Khmer vowel',
  6069: 'invisible Khmer vowel',
  6155: 'Mongolian variation selector',
  6156: 'Mongolian variation selector',
  6157: 'Mongolian variation selector',
  6158: 'Mongolian vowel separator',
  6159: 'Mongolian variation selector',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8289: 'invisible function application',
  8290: 'invisible times',
  8291: 'invisible separator',
  8292: 'invisible plus',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of directional isolate',
  8298: 'inhibit symmetric swapping',
  8299: 'activate symmetric swapping',
  8300: 'inhibit Arabic form shaping',
  8301: 'activate Arabic form shaping',
  8302: 'national digit shapes',
  8303: 'nominal digit shapes',
  12644: 'Hangul filler',
  65279: 'byte order mark',
  65440: 'halfwidth Hangul filler',
  65529: 'interlinear annotation anchor',
  65530: 'interlinear annotation separator',
  65531: 'interlinear annotation terminator',
  65532: 'object replacement character',
};

/** Spaces that look like the usual one and are not. Made into it. */
const spaces: Readonly<Record<number, string>> = {
  160: 'no-break space',
  5760: 'Ogham space',
  8192: 'en quad',
  8193: 'em quad',
  8194: 'en space',
  8195: 'em space',
  8196: 'three-per-em space',
  8197: 'four-per-em space',
  8198: 'six-per-em space',
  8199: 'figure space',
  8200: 'punctuation space',
  8201: 'thin space',
  8202: 'hair space',
  8232: 'line separator',
  8233: 'paragraph separator',
  8239: 'narrow no-break space',
  8287: 'medium mathematical space',
  10240: 'blank Braille pattern',
  12288: 'ideographic space',
};

interface Range {
  readonly name: string;
  readonly holds: (code: number) => boolean;
}

const unassigned: readonly Range[] = [
  // Tab and line ends count as white space.
  {
    name: 'control character',
    holds: (code) => (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0x7f && code < 0xa0),
  },
  { name: 'variation selector or tag', holds: (code) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0000 && code <= 0xe0fff) },
  // What the icons of copy buttons and menus are written with: comes along when a field is selected by hand.
  { name: 'sign of an icon font', holds: (code) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000 },
  { name: 'half of a character', holds: (code) => code >= 0xd800 && code <= 0xdfff },
  { name: 'character that does not exist', holds: (code) => (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef) },
];

export interface HiddenCharacter {
  /** In UTF-16 units. */
  readonly index: number;
  readonly length: number;
  /** `zero-width space (U+200B)`. */
  readonly name: string;
  readonly becomes: '' | ' ';
}

export function findHiddenCharacters(text: string): readonly HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  let index = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const name = nameOf(code);
    if (name !== null) {
      const number = code.toString(16).toUpperCase().padStart(4, '0');
      found.push({ index, length: character.length, name: `${name} (U+${number})`, becomes: code in spaces ? ' ' : '' });
    }
    index += character.length;
  }
  return found;
}

export function replaceHiddenCharacters(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code in spaces ? ' ' : nameOf(code) === null ? character : '';
  }).join('');
}

function nameOf(code: number): string | null {
  const listed = removed[code] ?? spaces[code];
  if (listed !== undefined) return listed;
  return unassigned.find(({ holds }) => holds(code))?.name ?? null;
}
