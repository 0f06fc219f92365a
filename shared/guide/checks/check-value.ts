import { type ValueId, valueIds } from '../value-id';
import { baseUrlRules } from './base-url-rules';
import type { CheckContext } from './check-context';
import { ssoDomainRules } from './domain-rules';
import { testEmailRules } from './email-rules';
import { idpEntityIdRules, spEntityIdRules } from './entity-id-rules';
import type { ValueReading } from './finding';
import { labelBefore } from './label-rule';
import { metadataUrlRules } from './metadata-url-rules';
import { misplaced } from './misplaced-rule';
import { nameIdFormatRules, nameIdRules } from './name-id-rules';
import { connectionNameRules, displayLabelRules } from './name-rules';
import { placeholder } from './placeholder-rule';
import { judged, type Rule } from './rule';
import { runRules } from './run-rules';
import { acsUrlRules, loginUrlRules } from './sp-address-rules';
import { tokenRules } from './token-rules';

const rulesOf: Readonly<Record<ValueId, readonly Rule[]>> = {
  'scim-base-url': baseUrlRules,
  'bearer-token': tokenRules,
  'display-label': displayLabelRules,
  'connection-name': connectionNameRules,
  'idp-entity-id': idpEntityIdRules,
  'sp-entity-id': spEntityIdRules,
  'acs-url': acsUrlRules,
  'name-id': nameIdRules,
  'name-id-format': nameIdFormatRules,
  'login-url': loginUrlRules,
  'metadata-url': metadataUrlRules,
  'sso-domains': ssoDomainRules,
  'test-email': testEmailRules,
};

const allRules: Readonly<Record<ValueId, readonly Rule[]>> = Object.fromEntries(
  valueIds.map((id) => [id, [placeholder(id), ...misplaced(id), labelBefore(id), ...rulesOf[id]]]),
) as unknown as Record<ValueId, readonly Rule[]>;

/** A token is the longest of them, and has a few thousand characters at most; what is longer is a document. */
const longestValue = 8192;

const farTooLong = judged({
  code: 'far-too-long',
  severity: 'error',
  title: 'Far longer than any value',
  remedy: 'Copy the value alone, with the console’s own copy button where there is one.',
  look: (text) => ({ expected: `${longestValue} characters at most`, found: `${text.length}` }),
});

/** Everything that can be said about a value while it is typed or pasted, without asking anybody. Never throws, whatever the text. */
export const checkValue = (id: ValueId, text: string, context: CheckContext): ValueReading =>
  runRules(id, text, text.length > longestValue ? [farTooLong] : allRules[id], context);
