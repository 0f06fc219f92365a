import type { PlainValueId } from '../value-id';
import { type JudgedRule, judged } from './rule';

/**
 * The connection's name as the two values carry it that TestMu AI makes from it: Auth0, through which the vendor signs people in, names
 * its side `urn:auth0:<tenant>:<connection>`, and its ACS ends in `?connection=<connection>` (auth0.com/docs, SAML identity providers).
 */
const patterns = {
  'sp-entity-id': /^urn:auth0:[^:\s]+:(.+)$/,
  'acs-url': /[?&]connection=([^&#]*)/,
} as const satisfies Partial<Record<PlainValueId, RegExp>>;
type Carrier = keyof typeof patterns;

const others = { 'sp-entity-id': 'acs-url', 'acs-url': 'sp-entity-id' } as const satisfies Record<Carrier, Carrier>;
const names = { 'sp-entity-id': 'SP entity ID', 'acs-url': 'ACS URL' } as const satisfies Record<Carrier, string>;

const nameIn = (carrier: Carrier, text: string): string | undefined => patterns[carrier].exec(text)?.[1];

/** One of the two was cut off, changed, or copied from another connection. */
export const connectionsDiffer = (carrier: Carrier): JudgedRule =>
  judged({
    code: 'other-connection',
    severity: 'warning',
    title: `It names another connection than the ${names[others[carrier]]}`,
    remedy: 'Copy both again from the same connection at TestMu AI, each with its copy button.',
    look: (text, { values }) => {
      const here = nameIn(carrier, text);
      const there = nameIn(others[carrier], values[others[carrier]] ?? '');
      return here === undefined || there === undefined || here === there ? null : { expected: there, found: here };
    },
  });
