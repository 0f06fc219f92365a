import { isEmail } from '../email';
import { type Check, fail, pass, skipped } from './check';
import type { Expectations } from './expectations';
import { nearMiss } from './near-miss';
import type { AssertionView, Read } from './response';
import { NAME_ID_FORMAT } from './uris';

const UNREAD = 'not read: not covered by a verified signature';

/** Both spellings of the unspecified format name the same thing (`NAME_ID_FORMAT`). */
export function isSameNameIdFormat(a: string, b: string): boolean {
  return normaliseFormat(a) === normaliseFormat(b);
}

function normaliseFormat(format: string): string {
  return format === NAME_ID_FORMAT.unspecified10 ? NAME_ID_FORMAT.unspecified11 : format;
}

/**
 * Who logs in. Unlike the other checks these do not even look at what no verified signature covers: a forged name must not be shown
 * beside a verdict.
 */
export function checkNameId(read: Read<AssertionView>, expectations: Expectations): readonly Check[] {
  const expectedFormat = expectations.nameIdFormat ?? 'a format that can carry an e-mail address';
  const expectedDomain = expectations.ssoDomains.length > 0 ? expectations.ssoDomains.join(', ') : 'the SSO domains, which were not given';
  const expectedValue = 'an e-mail address';
  if (!read.covered) {
    return [
      skipped('name-id', expectedValue, UNREAD),
      skipped('name-id-format', expectedFormat, UNREAD),
      skipped('name-id-domain', expectedDomain, UNREAD),
    ];
  }
  const { nameId } = read.value;
  if (nameId === null) {
    return [
      fail('name-id', expectedValue, 'no NameID'),
      skipped('name-id-format', expectedFormat, 'no NameID'),
      skipped('name-id-domain', expectedDomain, 'no NameID'),
    ];
  }
  const isRight = isEmail(nameId.value);
  const shown =
    nameId.value === ''
      ? 'an empty NameID'
      : JSON.stringify(nameId.value) === `"${nameId.value}"`
        ? nameId.value
        : JSON.stringify(nameId.value);
  return [
    isRight ? pass('name-id', expectedValue, nameId.value) : fail('name-id', expectedValue, shown),
    checkFormat(nameId.format, expectations.nameIdFormat, expectedFormat),
    checkDomain(nameId.value, expectations.ssoDomains, expectedDomain),
  ];
}

/** An absent Format means unspecified (saml-core-2.0 section 2.2.2). */
function checkFormat(found: string | null, wanted: string | null, expected: string): Check {
  const format = found ?? NAME_ID_FORMAT.unspecified11;
  const isRight = wanted === null ? format !== NAME_ID_FORMAT.transient : isSameNameIdFormat(format, wanted);
  return isRight ? pass('name-id-format', expected, format) : fail('name-id-format', expected, format);
}

function checkDomain(value: string, domains: readonly string[], expected: string): Check {
  if (domains.length === 0) return skipped('name-id-domain', expected, 'not compared');
  const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase();
  const isRight = value.includes('@') && domains.some((one) => one.trim().toLowerCase() === domain);
  return isRight ? pass('name-id-domain', expected, domain) : fail('name-id-domain', expected, value.includes('@') ? domain : 'no domain');
}

/** Names are case-sensitive: `Email` for `email` silently drops the value (seen: dexidp/dex#1729). */
export function checkAttributes(read: Read<AssertionView>, expectations: Expectations): Check {
  const { requiredAttributes } = expectations;
  if (!read.covered) return skipped('attributes', requiredAttributes.join(', ') || 'none required', UNREAD);
  const names = read.value.attributes.map((attribute) => attribute.name);
  const found = names.length === 0 ? 'none' : names.join(', ');
  if (requiredAttributes.length === 0) return skipped('attributes', 'none required', found);
  const missing = requiredAttributes.filter(
    (name) => !read.value.attributes.some((one) => one.name === name && one.values.some((value) => value !== '')),
  );
  if (missing.length === 0) return pass('attributes', requiredAttributes.join(', '), found);
  const traps = missing.flatMap((name) =>
    names.filter((other) => other !== name && nearMiss(name, other) === 'case').map((other) => `"${other}" is not "${name}"`),
  );
  const detail = traps.length > 0 ? `${traps.join(', ')}: names are case-sensitive` : `missing or empty: ${missing.join(', ')}`;
  return fail('attributes', requiredAttributes.join(', '), `${found}; ${detail}`);
}
