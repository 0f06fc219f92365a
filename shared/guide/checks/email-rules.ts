import { isEmail } from '../../email';
import { foreignLetters } from './address-shape-rules';
import type { CheckContext } from './check-context';
import { pastedTwice, percentEncoded } from './copied-oddly-rules';
import { isDomain, readDomains } from './domain-list';
import { aroundWord, dashesForHyphens, linesOf, markdownLink, quotes } from './paste-rules';
import { isPublicMailDomain } from './public-mail-domains';
import { judged, mechanical, type Rule } from './rule';

const mailto = mechanical({
  code: 'mailto',
  severity: 'error',
  title: 'A mail link',
  remedy: 'Keep the address alone.',
  look: (text) =>
    /^mailto:/i.test(text) ? { expected: 'the address alone', found: 'mailto: before it', at: { index: 0, length: 7 } } : null,
  repair: (text) => text.replace(/^mailto:(?:\/\/)?/i, '').replace(/\?.*$/s, ''),
});

const addressesIn = (text: string): readonly string[] => text.match(/[^\s<>,;:"'()[\]{}=：→|]+@[^\s<>,;:"'()[\]{}=：→|]+/g) ?? [];
const bare = (address: string): string => address.replace(/^[.]+|[.!?]+$/g, '');

/** `Ann Lee <ann@acme.example>`, `Test: ann@acme.example.` */
const wordsAround = mechanical({
  code: 'words-around',
  severity: 'error',
  title: 'Words around the address',
  remedy: 'Keep the address alone.',
  look: (text) => {
    const all = addressesIn(text);
    return all.length === 1 && bare(all[0] ?? '') !== text
      ? { expected: 'the address alone', found: 'an address with more around it' }
      : null;
  },
  repair: (text) => bare(addressesIn(text)[0] ?? text),
});

/** Beside the @ or a dot an address was wrapped; anywhere else the next line is another text. */
const lineBreaks = mechanical({
  code: 'line-breaks',
  severity: 'error',
  title: 'Line breaks in it',
  remedy: 'Keep the address on one line.',
  look: (text) => {
    const index = text.search(/[\r\n]/);
    return index < 0 ? null : { expected: 'one line', found: `a line break at character ${index + 1}`, at: { index, length: 1 } };
  },
  repair: (text) =>
    linesOf(text).reduce(
      (whole, line) => (whole === '' || /[@.]$/.test(whole) || /^[@.]/.test(line) ? whole + line : `${whole} ${line}`),
      '',
    ),
});

/** Outside of what mailboxes are named with (RFC 5322 section 3.2.3 allows more than anybody has). */
const oddSigns = judged({
  code: 'odd-signs',
  severity: 'error',
  title: 'A sign that no mailbox has',
  remedy: 'Copy the address again, or type it.',
  look: (text) => {
    const match = /[\\{}|%=/?!#$*`^~\ufffd]/.exec(text);
    return match === null || !text.includes('@')
      ? null
      : {
          expected: 'letters, digits and . _ + - before the @',
          found: `${match[0]} at character ${match.index + 1}`,
          at: { index: match.index, length: 1 },
        };
  },
});

const badDomain = judged({
  code: 'bad-domain',
  severity: 'error',
  title: 'The part behind the @ is no domain',
  remedy: 'Write a domain of yours there, such as acme.example.',
  look: (text) =>
    isEmail(text) && !isDomain(domainPart(text))
      ? { expected: 'a domain such as acme.example', found: domainPart(text).slice(0, 60) }
      : null,
});

const several = judged({
  code: 'several-addresses',
  severity: 'error',
  title: 'More than one address',
  remedy: 'The test takes one.',
  look: (text) => (addressesIn(text).length > 1 ? { expected: 'one address', found: `${addressesIn(text).length}` } : null),
});

const notEmail = judged({
  code: 'not-an-email',
  severity: 'error',
  title: 'Not an e-mail address',
  remedy: 'Write one such as you+scim1@acme.example: TestMu AI takes nothing else as userName.',
  source: 'vendor §2',
  look: (text) => (isEmail(text) || addressesIn(text).length > 1 ? null : { expected: 'name@domain', found: text.slice(0, 80) }),
});

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const domainPart = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** A plus-address nobody has used yet: `ann@acme.example` → `ann+scim-test-1@acme.example`. */
export function freshTestEmail(text: string, context: CheckContext): string {
  const at = text.lastIndexOf('@');
  const local = (at > 0 ? text.slice(0, at) : 'scim').replace(/\+.*$/, '');
  const domains = readDomains(context.values['sso-domains'] ?? '');
  const own = at > 0 ? domainPart(text) : '';
  const domain = own !== '' && (domains.length === 0 || domains.includes(own)) ? own : (domains[0] ?? 'acme.example');
  const used = (email: string): boolean =>
    same(email, text) ||
    context.burntEmails.some((burnt) => same(burnt.email, email)) ||
    (context.testEmailOwner !== null && same(context.testEmailOwner.email, email));
  for (let number = 1; ; number += 1) {
    const candidate = `${local}+scim-test-${number}@${domain}`;
    if (!used(candidate)) return candidate;
  }
}

const burnt = judged({
  code: 'burnt',
  severity: 'error',
  title: 'An earlier test used it up',
  remedy: 'Take a fresh one: the vendor only deactivates on DELETE, so the used one is still somebody there.',
  source: 'I1',
  look: (text, context) => {
    const found = context.burntEmails.find((one) => same(one.email, text));
    if (found === undefined) return null;
    return {
      expected: 'an address that no test has used',
      found: `used on ${found.at.slice(0, 10)}`,
      fix: { kind: 'suggest', text: freshTestEmail(text, context) },
    };
  },
});

const ownerWords = { roster: 'a person in the roster', organisation: 'a person at TestMu AI' } as const;
const known = judged({
  code: 'known-person',
  severity: 'error',
  title: 'Somebody has this address',
  remedy: 'Take one that nobody has: the test would fail, or touch that person’s account.',
  source: 'J3',
  look: (text, context) => {
    const owner = context.testEmailOwner;
    if (owner === null || !same(owner.email, text)) return null;
    return {
      expected: 'an address that belongs to nobody',
      found: ownerWords[owner.where],
      fix: { kind: 'suggest', text: freshTestEmail(text, context) },
    };
  },
});

const notAPersons = /\+|test|scim|probe|check|dummy|demo|temp|noreply|no-reply/i;

/** Most who fail here took their own address. With a roster, or the organisation's people, it is known better. */
const likeAPersons = judged({
  code: 'like-a-persons',
  severity: 'warning',
  title: 'It looks like somebody’s own address',
  remedy: 'Sure that nobody at TestMu AI has it, you yourself included? The test fails for an address that somebody has.',
  source: 'J3',
  look: (text, context) => {
    if (context.rosterDomains.length > 0 || !isEmail(text) || isPublicMailDomain(domainPart(text))) return null;
    const local = text.slice(0, text.lastIndexOf('@'));
    return notAPersons.test(local)
      ? null
      : { expected: 'an address made for this test', found: text, fix: { kind: 'suggest', text: freshTestEmail(text, context) } };
  },
});

const otherDomain = judged({
  code: 'other-domain',
  severity: 'warning',
  title: 'Not in an SSO domain',
  remedy: 'Take an address of one of your SSO domains, so that the test meets what your people will meet.',
  look: (text, context) => {
    const domains = readDomains(context.values['sso-domains'] ?? '');
    if (domains.length === 0 || !isEmail(text) || domains.includes(domainPart(text))) return null;
    return {
      expected: `an address at ${domains.join(' or ')}`,
      found: domainPart(text),
      fix: { kind: 'suggest', text: freshTestEmail(text, context) },
    };
  },
});

const publicMail = judged({
  code: 'public-mail',
  severity: 'warning',
  title: 'An address at a public mail service',
  remedy: 'It may belong to somebody, and it stays at TestMu AI in your organisation after the test.',
  look: (text) =>
    isEmail(text) && isPublicMailDomain(domainPart(text)) ? { expected: 'an address of your own domain', found: domainPart(text) } : null,
});

export const testEmailRules: readonly Rule[] = [
  ...aroundWord,
  pastedTwice,
  lineBreaks,
  markdownLink,
  mailto,
  quotes,
  percentEncoded,
  dashesForHyphens,
  wordsAround,
  several,
  notEmail,
  foreignLetters,
  oddSigns,
  badDomain,
  known,
  burnt,
  likeAPersons,
  otherDomain,
  publicMail,
];
