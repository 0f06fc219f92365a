import { links } from '../links';
import { fact, issue, pull, vendorPages } from '../sources';
import type { Step } from '../step';

/** Steps 8 and 9: the connection at TestMu AI, and what it wants JumpCloud to know. */

export const addConnection: Step = {
  id: '8',
  title: 'Add an SSO connection',
  console: 'testmu-ai',
  summary: 'Begin the connection at TestMu AI, with JumpCloud as its identity provider.',
  links: [links.sso],
  instructions: [
    { text: 'Open **Authentication & SSO** and click **Setup SSO**.' },
    { text: 'Enter the **Connection Name** and click **Add New Connection**.' },
    { text: 'Select **JumpCloud** as **Identity Provider**.' },
    { text: 'Where JumpCloud is not in the list, take **Other SAML Provider**: the values are the same.', ours: true },
  ],
  valuesIn: [],
  valuesOut: ['connection-name'],
  valuesAgain: [],
  why: 'TestMu AI makes the addresses and names of the login from this connection; there is nothing to copy before it exists.',
  pitfalls: [
    {
      id: 'no-setup-sso',
      trouble: 'There is no **Setup SSO**.',
      fix: 'Self-serve SSO is off for the organisation. Ask the 24/7 chat or support@testmuai.com to switch it on.',
      sources: [fact('vendor §1'), vendorPages.selfServe],
      ours: true,
    },
    {
      id: 'two-connections',
      trouble: 'Two connections exist: the vendor’s guide tells it at step 8 and again at step 10.',
      fix: 'It is one and the same. Open the one that you have, and delete the other.',
      sources: [fact('seed')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'value', value: 'connection-name' },
    { kind: 'pasted', value: 'connection-name' },
    { kind: 'seen', id: 'provider-selected', text: '**JumpCloud** is selected, and the details to copy are shown.' },
  ],
  doneWhen: 'The connection exists under its name, and TestMu AI shows the details for JumpCloud.',
  needs: [],
};

export const copySsoDetails: Step = {
  id: '9',
  title: 'Copy the SSO details',
  console: 'testmu-ai',
  summary: 'Take the five values that JumpCloud needs for the login.',
  links: [links.sso],
  instructions: [
    {
      text: 'Copy **IdP Entity ID**, **SP Entity ID**, **ACS URL**, **Subject Name** and **Login URL**, each with its copy button, into the fields below.',
    },
    { text: 'Leave the page open: the next page, with the attributes, is needed at step 10.', ours: true },
    {
      text: 'Entity ID and ACS URL can also be read from TestMu AI’s own metadata, at `https://auth.lambdatest.com/organization/{organizationID}/saml/metadata`: the SAML lab does it.',
      ours: true,
    },
  ],
  valuesIn: [],
  valuesOut: ['idp-entity-id', 'sp-entity-id', 'acs-url', 'name-id', 'login-url'],
  valuesAgain: [],
  why: 'Both sides must name each other letter by letter. Most failed first logins are one of these five, copied wrongly.',
  pitfalls: [
    {
      id: 'entity-id-letters',
      trouble: 'An entity ID differs in upper and lower case, or in a slash at the end.',
      fix: 'Copy it with the button, never by hand. It is compared letter by letter, and the login fails with an audience mismatch.',
      sources: [issue('OpenCTI-Platform/opencti', 7662), pull('elastic/elasticsearch', 45027), pull('aiven/devportal', 1790)],
      ours: true,
    },
    {
      id: 'swapped',
      trouble: 'IdP and SP entity ID are swapped, or one was copied twice.',
      fix: 'IdP is JumpCloud, SP is TestMu AI. The fields below say when both are the same.',
      sources: [],
      ours: true,
    },
    {
      id: 'hidden-characters',
      trouble: 'The value went through a chat or an e-mail, and carries a character that nobody sees.',
      fix: 'The fields below show it, and take it out with one click.',
      sources: [],
      ours: true,
    },
  ],
  checks: [
    { kind: 'value', value: 'idp-entity-id' },
    { kind: 'value', value: 'sp-entity-id' },
    { kind: 'value', value: 'acs-url' },
    { kind: 'value', value: 'name-id' },
    { kind: 'value', value: 'login-url' },
  ],
  doneWhen: 'All five values are in the ledger, and none has an error.',
  needs: ['8'],
};
