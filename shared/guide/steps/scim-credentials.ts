import { links } from '../links';
import { fact, issue, vendorPages } from '../sources';
import type { Step } from '../step';

/** Steps 1 to 3: into TestMu AI, and out with the two values of SCIM. */

export const signInAtVendor: Step = {
  id: '1',
  title: 'Sign in to TestMu AI',
  console: 'testmu-ai',
  summary: 'Be in TestMu AI (formerly LambdaTest) as an admin of the organisation that shall be connected.',
  links: [links.signIn, links.register],
  instructions: [
    { text: 'Sign in to TestMu AI with an account that is **Admin** of the organisation. Without an account, register first.' },
    { text: 'Check the plan: SSO and SCIM belong to **Enterprise**.', ours: true },
    {
      text: 'Ask the 24/7 chat or support@testmuai.com now to switch on what is off until they do: self-serve SSO; and, where groups shall be pushed, group provisioning with the types you want (teams, concurrency groups, sub-organisations).',
      ours: true,
    },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'Only an admin of the root organisation sees the settings for SSO and SCIM. What support has to switch on takes a while, and steps 8 and 14 stand still without it.',
  pitfalls: [
    {
      id: 'old-name',
      trouble: 'The console calls itself LambdaTest in one place and TestMu AI in another.',
      fix: 'It is the same product. Addresses stay under lambdatest.com, so do not “correct” them.',
      sources: [fact('vendor §1')],
      ours: true,
    },
    {
      id: 'wrong-organisation',
      trouble: 'The account is admin of a sub-organisation, or of another organisation.',
      fix: 'Look at the organisation’s name at the top right, and switch. SSO and SCIM are set up in the root organisation.',
      sources: [fact('vendor §4')],
      ours: true,
    },
    {
      id: 'person-elsewhere',
      trouble: 'People who already have an account in another TestMu AI organisation are refused later with status 400.',
      fix: 'Invite them through a team invite first; the preview lists them once they are entered as “in another organisation”.',
      sources: [fact('vendor §2')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'seen', id: 'signed-in', text: 'I am signed in, and **Admin** of the right organisation.' },
    { kind: 'seen', id: 'enterprise-plan', text: 'The organisation has the **Enterprise** plan.', ours: true },
  ],
  doneWhen: 'You are signed in as an admin of an organisation with the Enterprise plan.',
  needs: [],
};

export const openOrganisationSettings: Step = {
  id: '2',
  title: 'Open the organisation settings',
  console: 'testmu-ai',
  summary: 'Reach the settings in which SSO and SCIM are kept.',
  links: [links.sso],
  instructions: [
    { text: 'Open the menu at your name, choose **Settings**, then **Organization Settings**.' },
    { text: 'Or follow the link above: it leads to **Authentication & SSO** directly.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'Everything on TestMu AI’s side of this guide happens in these settings.',
  pitfalls: [
    {
      id: 'no-settings',
      trouble: '**Organization Settings** is not in the menu.',
      fix: 'The account is not an admin. Ask an admin to change the role, sign out and in again.',
      sources: [fact('vendor §1')],
      ours: true,
    },
    {
      id: 'two-labels',
      trouble: 'There is no tab **Authentication and SSO**.',
      fix: 'The vendor’s pages name the place in two ways: **Authentication and SSO**, and **Security**. Look for the other one.',
      sources: [fact('vendor §1'), vendorPages.selfServe],
      ours: true,
    },
  ],
  checks: [{ kind: 'seen', id: 'settings-open', text: '**Organization Settings** is open.' }],
  doneWhen: 'The organisation settings are open.',
  needs: [],
};

export const copyScimCredentials: Step = {
  id: '3',
  title: 'Copy SCIM base URL and bearer token',
  console: 'testmu-ai',
  summary: 'Take the two values with which JumpCloud will reach TestMu AI.',
  links: [links.sso],
  instructions: [
    { text: 'Open **Authentication & SSO**, click **Setup SSO**, and go to the tab **Authentication and SSO**.' },
    { text: 'Open **SCIM Base URL and Bearer Token** and copy both, each with its copy button, into the fields below.' },
    {
      text: 'If they are not there: **Settings › Organization Settings › Security** shows the same two values.',
      ours: true,
    },
    {
      text: 'If they are nowhere yet, no connection exists so far. Go on to step 4 and copy them at step 12; here they are asked only once either way.',
      ours: true,
    },
  ],
  valuesIn: [],
  valuesOut: ['scim-base-url', 'bearer-token'],
  valuesAgain: [],
  why: 'JumpCloud calls this address with this token for every person and group. One wrong character, and nothing arrives.',
  pitfalls: [
    {
      id: 'trailing-slash',
      trouble: 'The address ends in `/`, in `/Users`, or in a query.',
      fix: 'Take that part away (one click below). JumpCloud appends `/Users` itself, and `//Users` is not found.',
      sources: [fact('J5'), issue('lightdash/lightdash', 15753), issue('MicrosoftDocs/azure-docs', 33506)],
      ours: true,
    },
    {
      id: 'azure-query',
      trouble: 'The address was copied from the vendor’s guide for Azure and ends in `?aadOptscim062020`.',
      fix: 'That ending is for Azure only. JumpCloud’s address has none.',
      sources: [vendorPages.azure],
      ours: true,
    },
    {
      id: 'bearer-twice',
      trouble: 'The token was copied with `Bearer` before it.',
      fix: 'Take the word away (one click below): JumpCloud puts it there, and with two of them TestMu AI answers 401.',
      sources: [fact('J15')],
      ours: true,
    },
    {
      id: 'token-ends',
      trouble: 'A token ends, or somebody makes a new one, and provisioning stops without a word.',
      fix: 'Note who may make tokens and when this one ends. On 401: make a new one under **Organization Settings › Security** and paste it at step 13 again.',
      sources: [issue('gravitational/teleport', 55882), issue('Kong/developer.konghq.com', 3100), fact('vendor §7')],
      ours: true,
    },
    {
      id: 'access-key',
      trouble: 'The key that begins with `LT_` was copied.',
      fix: 'That is an access key for running tests. The SCIM token stands beside the SCIM base URL.',
      sources: [],
      ours: true,
    },
  ],
  checks: [
    { kind: 'value', value: 'scim-base-url' },
    { kind: 'value', value: 'bearer-token' },
  ],
  doneWhen: 'Both values are in the ledger, and neither has an error.',
  needs: [],
};
