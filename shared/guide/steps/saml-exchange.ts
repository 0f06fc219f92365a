import { vendorAttributes } from '../../saml/vendor-attributes';
import { links } from '../links';
import { fact, issue, vendorPages } from '../sources';
import type { Step } from '../step';

/** Steps 10 and 11: each side gets what the other one said of itself, and people are let in. */

const attributeList = vendorAttributes.map(({ serviceName, jumpCloudName }) => `\`${serviceName}\` from \`${jumpCloudName}\``).join(', ');

export const fillInSso: Step = {
  id: '10',
  title: 'Fill in the SSO tab',
  console: 'jumpcloud',
  summary: 'Paste the five values, add the attributes, save, and copy the metadata URL.',
  links: [links.applications, links.sso],
  instructions: [
    {
      text: 'At TestMu AI the connection of step 8 is open already. The vendor’s guide tells here once more to make it: do not make a second one.',
      ours: true,
    },
    {
      text: 'At JumpCloud open the application’s tab **SSO** and paste **IdP Entity ID**, **SP Entity ID**, **ACS URL** and **Login URL**.',
    },
    { text: 'Set **SAMLSubject NameID** to what TestMu AI calls **Subject Name**, and choose the **SAMLSubject NameID Format**.' },
    {
      text: 'Tick **Declare Redirect Endpoint**: without it JumpCloud’s metadata has no address for logins that begin at TestMu AI by redirect.',
      ours: true,
    },
    { text: 'Under **User Attributes** click **Add Attribute** (newer consoles: **Add**), once for each attribute.' },
    {
      text: `The attributes are: ${attributeList}. TestMu AI shows its list behind the SSO details; where it names others, take those, letter by letter.`,
      ours: true,
    },
    { text: 'Leave **Signature Algorithm** at RSA-SHA256.', ours: true },
    { text: 'Save the configuration.' },
    { text: 'Click **Copy Metadata URL** and paste it below.' },
    { text: 'Read the three values back from JumpCloud’s saved fields, and compare them below: both sides must be the same.', ours: true },
  ],
  valuesIn: ['idp-entity-id', 'sp-entity-id', 'acs-url', 'name-id', 'login-url'],
  valuesOut: ['name-id-format', 'metadata-url'],
  valuesAgain: ['connection-name', 'idp-entity-id', 'sp-entity-id', 'acs-url'],
  why: 'From now on JumpCloud signs logins for TestMu AI. Who they name, and to whom they are addressed, is decided in this form.',
  pitfalls: [
    {
      id: 'audience',
      trouble: 'The first login fails: audience or issuer is not the one expected.',
      fix: 'One of the entity IDs differs by a letter, its case or a slash. Compare below, or let the SAML lab read the login.',
      sources: [issue('OpenCTI-Platform/opencti', 7662)],
      ours: true,
    },
    {
      id: 'name-id-no-email',
      trouble: 'The login works but makes a second account, or says that the person is unknown.',
      fix: 'NameID must be `email`, in the format emailAddress or unspecified. A username names nobody at TestMu AI.',
      sources: [issue('sourcegraph/sourcegraph-public-snapshot', 2143), fact('vendor §2')],
      ours: true,
    },
    {
      id: 'attribute-case',
      trouble: 'Names are empty at TestMu AI after the first login.',
      fix: 'The attribute’s name differs in case (`Email` for `email`), and is dropped without a word. Correct it in **User Attributes**.',
      sources: [issue('dexidp/dex', 1729), vendorPages.google],
      ours: true,
    },
    {
      id: 'certificate-ends',
      trouble: 'One day nobody can sign in any more: JumpCloud’s certificate has ended, or was renewed.',
      fix: 'JumpCloud mails 60, 30, 7 and 1 days before. Renewing is a hard cut-over: plan it, and give TestMu AI the new metadata at once.',
      sources: [issue('zitadel/zitadel', 12310), issue('cloud-gov/product', 1370), fact('jumpcloud §2')],
      ours: true,
    },
    {
      id: 'private-key',
      trouble: 'A certificate was uploaded, and logins are not signed any more.',
      fix: 'A new upload wipes the private key: upload both again, or let JumpCloud make the pair.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'pasted', value: 'idp-entity-id' },
    { kind: 'pasted', value: 'sp-entity-id' },
    { kind: 'pasted', value: 'acs-url' },
    { kind: 'pasted', value: 'name-id' },
    { kind: 'value', value: 'name-id-format' },
    { kind: 'pasted', value: 'name-id-format' },
    { kind: 'pasted', value: 'login-url' },
    { kind: 'seen', id: 'attributes-added', text: `The attributes are added: ${attributeList}.`, ours: true },
    { kind: 'seen', id: 'saved', text: 'The SSO tab is saved.' },
    { kind: 'value', value: 'metadata-url' },
    { kind: 'confirmed', value: 'connection-name' },
    { kind: 'confirmed', value: 'idp-entity-id' },
    { kind: 'confirmed', value: 'sp-entity-id' },
    { kind: 'confirmed', value: 'acs-url' },
  ],
  doneWhen: 'The SSO tab is saved with all values and attributes, both sides show the same, and the metadata URL is in the ledger.',
  needs: ['7'],
};

export const createConnection: Step = {
  id: '11',
  title: 'Create the connection and let people in',
  console: 'both',
  summary: 'Give TestMu AI the metadata URL and the domains, and give people the application.',
  links: [links.sso, links.applications],
  instructions: [
    { text: 'Copy the **Metadata URL** from JumpCloud again and compare it below: it must be the one of step 10.' },
    { text: 'At TestMu AI paste it as **Metadata URL**, enter the **SSO domain** (several with commas), and click **Create Connection**.' },
    {
      text: 'Without a metadata URL: enter JumpCloud’s IdP URL as **Sign In URL** and upload the certificate (X.509) instead. Then nothing tells TestMu AI of a new certificate.',
      ours: true,
    },
    { text: 'At JumpCloud assign people to the application and click **Save**.' },
    {
      text: 'People are assigned by groups: open the application’s **User Groups**, tick one small group for now, and save. Whoever is in no ticked group cannot sign in.',
      ours: true,
    },
    {
      text: 'Leave **Enforce SSO Login** off at TestMu AI, or exempt one admin first (**SSO User Settings**): that admin is the way back in.',
      ours: true,
    },
  ],
  valuesIn: ['metadata-url'],
  valuesOut: ['sso-domains'],
  valuesAgain: ['metadata-url'],
  why: 'Now TestMu AI trusts JumpCloud’s signature, and sends everybody with an address in these domains there to sign in.',
  pitfalls: [
    {
      id: 'metadata-html',
      trouble: 'TestMu AI says that the metadata cannot be read.',
      fix: 'The address answers a web page when the application is unbound or was made anew. Copy it again; the SAML lab shows what it answers.',
      sources: [issue('BookStackApp/BookStack', 2838)],
      ours: true,
    },
    {
      id: 'nobody-assigned',
      trouble: 'Everything is set, and nobody can sign in.',
      fix: 'No group is ticked under **User Groups**. Assign at least the one that you are in.',
      sources: [{ id: 'subspace#24' }],
      ours: true,
    },
    {
      id: 'other-ways-end',
      trouble: 'Colleagues cannot sign in with Google or a password any more, and e-mail invites do nothing.',
      fix: 'With SSO on, that is how it works. Tell people before, and make sure that each of them is in an assigned group.',
      sources: [vendorPages.oneLogin],
      ours: true,
    },
    {
      id: 'locked-out',
      trouble: 'SSO is enforced, the login is broken, and no admin can get in.',
      fix: 'Exempt one admin before you enforce it, and try that admin’s password once.',
      sources: [vendorPages.manage],
      ours: true,
    },
    {
      id: 'public-domain',
      trouble: 'A public mail service, such as gmail.com, was entered as an SSO domain.',
      fix: 'Take it out: strangers’ logins would be sent to your JumpCloud.',
      sources: [],
      ours: true,
    },
    {
      id: 'assigned-is-pushed',
      trouble: 'Groups that were ticked for signing in are pushed as groups later.',
      fix: 'Every group ticked here is provisioned once group management is on (step 13). Read the preview before, and do not untick a group afterwards: its people are deactivated.',
      sources: [fact('J11'), fact('J12'), fact('I3')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'confirmed', value: 'metadata-url' },
    { kind: 'pasted', value: 'metadata-url' },
    { kind: 'value', value: 'sso-domains' },
    { kind: 'pasted', value: 'sso-domains' },
    { kind: 'seen', id: 'connection-created', text: '**Create Connection** went through.' },
    { kind: 'seen', id: 'group-assigned', text: 'At least one user group is ticked at JumpCloud, and saved.' },
    { kind: 'seen', id: 'signed-in-once', text: 'One person of that group signed in through JumpCloud.', ours: true },
    { kind: 'seen', id: 'way-back', text: '**Enforce SSO Login** is off, or one admin is exempt from it.', ours: true },
  ],
  doneWhen: 'The connection is created, a group is assigned, one person has signed in, and one admin can still get in without SSO.',
  needs: ['10'],
};
