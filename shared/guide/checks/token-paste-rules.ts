import { fullWidth, pastedTwice, percentEncoded } from './copied-oddly-rules';
import { lineOfFile, lineOfYaml } from './label-rule';
import { tokenMarkup } from './markup-rules';
import { hiddenCharacters, outerSpace, quotes } from './paste-rules';
import { readJwt } from './read-jwt';
import { judged, mechanical, type Rule } from './rule';

/** RFC 6750 section 2.1 and jumpcloud-behaviour.md J1, J15: JumpCloud puts "Bearer" before it. No words here quote the token. */

const label = /^(?:(?:authorization|scim|bearer|access|api|http header)[\s_-]*)*(?:token|key|header|authorization)?\s*[:=]\s*/i;
const scheme = /^(?:bearer(?:\s+|:\s*|=\s*|%20|$))+/i;

const labelBefore = mechanical({
  code: 'label-before',
  severity: 'error',
  title: 'Its label stands before it',
  remedy: 'Keep the token alone.',
  look: (text) => {
    const match = label.exec(text);
    return match === null
      ? null
      : { expected: 'the token alone', found: `“${match[0].trim()}” before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(label, ''),
});

const bearerPrefix = mechanical({
  code: 'bearer-prefix',
  severity: 'error',
  title: '“Bearer” stands before it',
  remedy: 'Take it away: JumpCloud puts it there itself, and twice it is refused with 401.',
  source: 'J15',
  look: (text) => {
    const match = scheme.exec(text);
    return match === null
      ? null
      : { expected: 'the token alone', found: `“${match[0].trim()}” before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(scheme, ''),
});

/** `-H "Authorization: Bearer …"`, a whole `curl`: the header says itself where the token begins and ends (RFC 6750 section 2.1). */
const inHeader = /authorization["']?\s*[:=]\s*["']?bearer\s+([\w\-.~+/|]+=*)/i;
const headerAround = mechanical({
  code: 'header-around',
  severity: 'error',
  title: 'A whole header or command',
  remedy: 'Keep the token alone.',
  look: (text) =>
    inHeader.test(text) && !/^authorization/i.test(text) ? { expected: 'the token alone', found: 'a header or a command around it' } : null,
  repair: (text) => inHeader.exec(text)?.[1] ?? text,
});

const looksLikeToken = (piece: string): boolean => /^[\w\-.~+/|]{16,}=*$/.test(piece) && /\d/.test(piece) && /[a-z]/i.test(piece);
const isWord = (piece: string): boolean => /^[("'“‘]?(?:[A-Z]?[a-z'’]+|[A-Z]{2,5})[)"'”’]?[.,:;!?]?$/.test(piece) && piece.length <= 14;

/** The one piece that may be a token, when all others are words. Pieces of a token that was wrapped over lines are no words. */
function amongWords(text: string): string | null {
  const pieces = text.trim().split(/\s+/);
  const [token, ...more] = pieces.filter(looksLikeToken);
  if (token === undefined || more.length > 0 || pieces.length < 2) return null;
  return pieces.every((piece) => piece === token || isWord(piece)) ? token : null;
}

const wordsAround = mechanical({
  code: 'words-around',
  severity: 'error',
  title: 'Words around it',
  remedy: 'Keep the token alone.',
  look: (text) =>
    amongWords(text) === null || basic.test(text) ? null : { expected: 'the token alone', found: 'words before or behind it' },
  repair: (text) => amongWords(text) ?? text,
});

/** RFC 7617: another scheme, with a user name and a password inside. */
const basic = /^(?:authorization\s*[:=]\s*)?basic\s+\S/i;
const basicCredentials = judged({
  code: 'basic-credentials',
  on: 'typed',
  decisive: true,
  severity: 'error',
  title: 'A user name and password, not a token',
  remedy: 'Copy **Bearer Token** from TestMu AI: what follows “Basic” is a user name with an access key.',
  look: (text) => (basic.test(text.trim()) ? { expected: 'a bearer token', found: 'credentials of the scheme “Basic”' } : null),
});

const severalTexts = judged({
  code: 'several-texts',
  on: 'typed',
  severity: 'error',
  decisive: true,
  title: 'More than a token',
  remedy: 'Copy the token alone, with the copy button at TestMu AI.',
  look: (text) => {
    const pieces = text.trim().split(/\s+/);
    return pieces.length > 1 && amongWords(text) === null && pieces.filter(isWord).length > 1 && !/bearer|token|authorization/i.test(text)
      ? { expected: 'the token alone', found: 'several words' }
      : null;
  },
});

const whiteSpace = mechanical({
  code: 'inner-space',
  severity: 'error',
  title: 'White space in it',
  remedy: 'Take it out: the token was wrapped over lines.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 || basic.test(text)
      ? null
      : { expected: 'no white space', found: `white space at character ${index + 1}`, at: { index, length: 1 } };
  },
  repair: (text) => text.replace(/\s+/g, ''),
});

const punctuation = mechanical({
  code: 'punctuation',
  severity: 'error',
  title: 'Punctuation around it',
  remedy: 'Take it away.',
  look: (text) =>
    /^[,;:.]|[,;:]$/.test(text) || endsInFullStop(text)
      ? { expected: 'the token alone', found: 'a comma, a full stop or a colon at its edge' }
      : null,
  repair: (text) =>
    text.replace(/^[,;:.]+|[,;:]+$/g, '').replace(/(?<!\.)\.$/, (stop, _at: number, all: string) => (endsInFullStop(all) ? '' : stop)),
});

/** Three dots are a cut, not the end of a sentence; and a web token without a signature ends in one (RFC 7519 section 6.1). */
const endsInFullStop = (text: string): boolean => /[^.]\.$/.test(text) && readJwt(text) === null;

/** What was copied along with a token, in the order in which it is taken away. */
export const tokenPaste: readonly Rule[] = [
  basicCredentials,
  severalTexts,
  hiddenCharacters,
  outerSpace,
  fullWidth,
  ...tokenMarkup,
  lineOfFile,
  lineOfYaml,
  quotes,
  labelBefore,
  headerAround,
  bearerPrefix,
  quotes,
  wordsAround,
  pastedTwice,
  whiteSpace,
  percentEncoded,
  punctuation,
];
