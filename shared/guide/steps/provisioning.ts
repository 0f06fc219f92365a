import { links } from '../links';
import { fact, issue, pull } from '../sources';
import type { Step } from '../step';

/** Steps 12 and 13: SCIM between the finished connection and the application. */

const saveDiscards = { id: 'emisar: JumpCloud set-up' };

export const compareScimValues: Step = {
  id: '12',
  title: 'Check the SCIM values again',
  console: 'testmu-ai',
  summary: 'Compare what the finished connection shows with what was copied at step 3.',
  links: [links.sso],
  instructions: [
    { text: 'Open the **SSO connection** at TestMu AI.' },
    { text: 'Copy **Bearer Token** and **SCIM Base URL** once more.' },
    { text: 'Compare both below. They are asked only once: where step 3 had none yet, enter them there now.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: ['scim-base-url', 'bearer-token'],
  why: 'Between step 3 and here a connection was made, and somebody may have made a new token. Only what TestMu AI shows now works.',
  pitfalls: [
    {
      id: 'token-made-anew',
      trouble: 'The token is another one than at step 3.',
      fix: 'Take the new one. Where the old one is in use already, JumpCloud gets 401 until it is pasted there too.',
      sources: [fact('vendor §7')],
      ours: true,
    },
    {
      id: 'other-connection',
      trouble: 'Two connections exist, and the values are of the other one.',
      fix: 'Compare the connection’s name with the ledger.',
      sources: [],
      ours: true,
    },
  ],
  checks: [
    { kind: 'confirmed', value: 'scim-base-url' },
    { kind: 'confirmed', value: 'bearer-token' },
  ],
  doneWhen: 'Both values are the same as in the ledger.',
  needs: ['11'],
};

export const fillInProvisioning: Step = {
  id: '13',
  title: 'Fill in the provisioning tab',
  console: 'jumpcloud',
  summary: 'Paste base URL and token, and decide whether groups are managed.',
  links: [links.applications],
  instructions: [
    { text: 'Open the application’s tab **Identity Management** (newer consoles: **Provisioning**).' },
    {
      text: 'Where the form asks: API type **SCIM API**, SCIM version **2.0**, authentication by **HTTP Header**, **Authorization**, **Bearer**.',
      ours: true,
    },
    { text: 'Paste the **Base URL** and the **Token Key**.' },
    {
      text: 'Decide about **Enable management of User Groups and Group Membership in this application**: tick it when groups shall be pushed and support has switched group provisioning on. Otherwise leave it unticked; it can be ticked later with a fresh test e-mail.',
      ours: true,
    },
    {
      text: 'Look at the attribute mapping: `userName` must come from **email**. TestMu AI takes an e-mail address and nothing else.',
      ours: true,
    },
    {
      text: 'Is **Activate** on this same page, as in newer consoles? Then go on to step 14 and save afterwards: **Save** before **Activate** is reported to empty the form.',
      ours: true,
    },
    { text: 'Otherwise click **Save**.' },
  ],
  valuesIn: ['scim-base-url', 'bearer-token'],
  valuesOut: [],
  valuesAgain: [],
  why: 'With these two values JumpCloud will create, change and deactivate accounts at TestMu AI by itself. The box decides whether it touches groups as well.',
  pitfalls: [
    {
      id: 'tab-missing',
      trouble: 'There is no tab **Identity Management** or **Provisioning**.',
      fix: '**Export users to this app** was not ticked at step 6: make the application anew.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
    {
      id: 'save-discards',
      trouble: 'After **Save** the fields are empty again.',
      fix: 'Enter them again and use **Test Connection** and **Activate** (step 14) instead; save after that.',
      sources: [saveDiscards],
      ours: true,
    },
    {
      id: 'group-box-403',
      trouble: 'The box is ticked, and activation fails with 403.',
      fix: 'Group provisioning is off at TestMu AI, so the test group is refused. Ask support to switch it on, or untick the box and activate again.',
      sources: [fact('I2'), fact('J2'), fact('J6')],
      ours: true,
    },
    {
      id: 'username-no-email',
      trouble: 'People are refused with 400, because `userName` is not an e-mail address.',
      fix: 'JumpCloud may send the user name. Map `userName` to the e-mail before you activate: it cannot be changed afterwards.',
      sources: [fact('I9'), fact('I6'), fact('vendor §2')],
      ours: true,
    },
    {
      id: 'base-url-probes',
      trouble: 'The test fails with 404, or with “unexpected token <”.',
      fix: 'The base URL is not the SCIM address itself, so a web page answers. It ends in `/api/scim`, without a slash.',
      sources: [pull('growthbook/growthbook', 5258), issue('lightdash/lightdash', 15753), fact('J5')],
      ours: true,
    },
    {
      id: 'roles-not-sent',
      trouble: 'Roles are expected to come from JumpCloud.',
      fix: 'They cannot: JumpCloud sends no extension attributes. Set roles at TestMu AI, and look in the preview whether Admins would be demoted.',
      sources: [fact('J7'), fact('I7'), fact('A2')],
      ours: true,
    },
    {
      id: 'not-provisioned',
      trouble: 'Some people never arrive.',
      fix: 'JumpCloud leaves out people in the state STAGED, and people without a first or last name. The preview names them.',
      sources: [fact('J13'), fact('J18')],
      ours: true,
    },
    {
      id: 'settings-later',
      trouble: 'A setting has to be changed after activation, and the form asks for a test e-mail again.',
      fix: 'Have a fresh one ready: the used one stays behind at TestMu AI.',
      sources: [fact('J4'), fact('I1')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'pasted', value: 'scim-base-url' },
    { kind: 'pasted', value: 'bearer-token' },
    {
      kind: 'seen',
      id: 'group-box-decided',
      text: 'The box for managing user groups is as I decided, and fits what support has switched on.',
      ours: true,
    },
    { kind: 'seen', id: 'username-is-email', text: '`userName` comes from **email**.', ours: true },
    { kind: 'seen', id: 'saved', text: 'It is saved, or the page stays open for step 14.' },
  ],
  doneWhen: 'Base URL and token are in JumpCloud’s form, and the box for groups is decided.',
  needs: ['6', '7'],
};
