import { cutOff, foreignLetters } from './address-rules';
import { wordPaste } from './paste-rules';
import { judged, mechanical, type Rule } from './rule';

const innerSpace = judged({
  code: 'inner-space',
  severity: 'error',
  title: 'A space in the middle',
  remedy: 'Copy it again: an entity ID has no spaces.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 ? null : { expected: 'no spaces', found: `a space at character ${index + 1}`, at: { index, length: 1 } };
  },
});

/** saml-core-2.0 section 8.3.6: at most 1024 characters. */
const tooLong = judged({
  code: 'too-long',
  severity: 'error',
  title: 'Too long for an entity ID',
  remedy: 'Copy it again: more than the entity ID was copied.',
  look: (text) => (text.length > 1024 ? { expected: '1024 characters at most', found: `${text.length}` } : null),
});

const sameAs = (other: 'idp-entity-id' | 'sp-entity-id', name: string) =>
  judged({
    code: 'same-on-both-sides',
    severity: 'warning',
    title: 'Both sides have the same entity ID',
    remedy: 'Compare both fields at TestMu AI: as a rule one of the two was copied twice.',
    look: (text, { values }) => (values[other] === text ? { expected: `another one than the ${name}`, found: 'the same' } : null),
  });

/** `label: value` where the value has no scheme of its own before the colon. */
const labelPattern =
  /^(?:(?:IdP|SP|Identity Provider|Service Provider)\s+)?(?:Entity\s*ID|Issuer|Audience(?:\s+URI)?)\s*(?::\s+|=\s*|:(?=https?:|urn:))/i;
const labelBefore = mechanical({
  code: 'label-before',
  severity: 'error',
  title: 'Its label stands before it',
  remedy: 'Keep the value alone.',
  look: (text) => {
    const match = labelPattern.exec(text);
    return match === null ? null : { expected: 'the value alone', found: match[0].trim(), at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(labelPattern, ''),
});

/** Nothing here changes upper and lower case, or a slash at the end: an entity ID is compared letter by letter (J-SAML, OpenCTI#7662). */
const entityId: readonly Rule[] = [...wordPaste, labelBefore, cutOff, innerSpace, foreignLetters, tooLong];

export const idpEntityIdRules: readonly Rule[] = [...entityId, sameAs('sp-entity-id', 'SP entity ID')];
export const spEntityIdRules: readonly Rule[] = [...entityId, sameAs('idp-entity-id', 'IdP entity ID')];
