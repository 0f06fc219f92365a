import { BOTH_FLOWS, changeLogin, type Defect, flipCase, REFUSED, SENT_ON } from './defect';
import { NAME_ID_FORMAT } from './uris';

const ANOTHER_ACCOUNT = 'Refused, or a second account for the same person (just-in-time creation).';

/** Who signs in, and with which attributes. */
export const IDENTITY_DEFECTS: readonly Defect[] = [
  {
    id: 'name-id-format',
    title: 'NameID format is transient',
    flows: BOTH_FLOWS,
    fails: ['name-id-format'],
    change: changeLogin(({ login }) => ({ nameId: { ...login.nameId, format: NAME_ID_FORMAT.transient } })),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'SAMLSubject NameID Format in JumpCloud is not the agreed one.',
    fix: 'Set it to emailAddress or unspecified, as in the values ledger.',
  },
  {
    id: 'name-id-username',
    title: 'NameID is the user name',
    flows: BOTH_FLOWS,
    fails: ['name-id', 'name-id-domain'],
    change: changeLogin(({ login }) => ({ nameId: { ...login.nameId, value: login.nameId.value.split('@')[0] ?? '' } })),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'SAMLSubject NameID in JumpCloud is "username".',
    fix: 'Set SAMLSubject NameID to "email".',
  },
  {
    id: 'name-id-empty',
    title: 'NameID is empty',
    flows: BOTH_FLOWS,
    fails: ['name-id', 'name-id-domain'],
    change: changeLogin(({ login }) => ({ nameId: { ...login.nameId, value: '' } })),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'The JumpCloud attribute chosen for SAMLSubject NameID has no value for this person.',
    fix: 'Set SAMLSubject NameID to "email", which every person has.',
  },
  {
    id: 'name-id-other-domain',
    title: 'NameID is in a domain that is not listed',
    flows: BOTH_FLOWS,
    fails: ['name-id-domain'],
    applies: ({ expectations }) => expectations.ssoDomains.length > 0,
    change: changeLogin(({ login }) => ({ nameId: { ...login.nameId, value: `${login.nameId.value.split('@')[0]}@elsewhere.example` } })),
    inJumpCloud: SENT_ON,
    inTestMu: ANOTHER_ACCOUNT,
    cause: "The person's e-mail in JumpCloud is in a domain that is not among the SSO domains.",
    fix: 'Add the domain to the connection at TestMu AI, or correct the e-mail in JumpCloud.',
  },
  {
    id: 'attribute-missing',
    title: 'An attribute is missing',
    flows: BOTH_FLOWS,
    fails: ['attributes'],
    applies: ({ login }) => login.attributes.length > 0,
    change: changeLogin(({ login }) => ({ attributes: login.attributes.slice(1) })),
    inJumpCloud: SENT_ON,
    inTestMu: 'The login works with an empty name, or is refused where the attribute identifies the person.',
    cause: 'The row is missing under User Attributes, or the person has no value for it.',
    fix: 'Add the row on the SSO tab; fill the value of the person in JumpCloud.',
  },
  {
    id: 'attribute-case',
    title: 'An attribute name differs in case',
    flows: BOTH_FLOWS,
    fails: ['attributes'],
    applies: ({ login }) => login.attributes.length > 0,
    change: changeLogin(({ login }) => ({
      attributes: login.attributes.map((one, index) => (index === 0 ? { ...one, name: flipCase(one.name) } : one)),
    })),
    inJumpCloud: SENT_ON,
    inTestMu: 'As if the attribute were missing; nothing says so.',
    cause: 'Attribute names are case-sensitive.',
    fix: 'Copy the name letter by letter into User Attributes.',
  },
];
