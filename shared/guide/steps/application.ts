import { links } from '../links';
import { fact, page } from '../sources';
import type { Step } from '../step';

/** Steps 4 to 7: the application at JumpCloud. */

const renamed = page('JumpCloud: improved applications experience', 'https://jumpcloud.com/support/improved-applications-experience');

export const openApplications: Step = {
  id: '4',
  title: 'Sign in to JumpCloud and open SSO Applications',
  console: 'jumpcloud',
  summary: 'Be in JumpCloud’s admin console, at the list of applications.',
  links: [links.adminLogin, links.applications],
  instructions: [
    { text: 'Sign in to the **JumpCloud Admin Console** as an administrator.' },
    { text: 'Choose **SSO Applications** (older consoles: **SSO**) at the left, then **Get Started**.' },
    { text: 'Where applications exist already, the button is **Add New Application** (older consoles: a **+**).', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'JumpCloud keeps single sign-on and provisioning of one service in one application.',
  pitfalls: [
    {
      id: 'region',
      trouble: 'The sign-in is refused although the password is right.',
      fix: 'Organisations in the EU and in India have a console of their own. Choose the region in this workspace, and the links lead there.',
      sources: [fact('jumpcloud §3')],
      ours: true,
    },
    {
      id: 'user-portal',
      trouble: 'The user portal opens, with tiles of applications and no menu at the left.',
      fix: 'That is the sign-in for people. Use the admin sign-in.',
      sources: [fact('vendor §1')],
      ours: true,
    },
  ],
  checks: [{ kind: 'seen', id: 'applications-open', text: '**SSO Applications** is open.' }],
  doneWhen: 'The list of applications is open, or the page that offers the first one.',
  needs: [],
};

export const startIntegration: Step = {
  id: '5',
  title: 'Start a custom integration',
  console: 'jumpcloud',
  summary: 'Begin a new application for TestMu AI.',
  links: [links.applications],
  instructions: [
    { text: 'Search for `SCIM`, click **Create Custom Integration**, then **Next**.' },
    { text: 'Newer consoles name it **Custom Application**, older ones **Custom SAML App**.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'There is no ready-made application for TestMu AI at JumpCloud. A custom one takes any service that speaks SAML and SCIM 2.0.',
  pitfalls: [
    {
      id: 'ready-made',
      trouble: 'The search shows ready-made applications of other services, and one of them was taken.',
      fix: 'Go back: its fields are another service’s. Take the custom one.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
    {
      id: 'second-application',
      trouble: 'An application for TestMu AI exists from an earlier try.',
      fix: 'Go on with it, or delete it first. Two of them push the same people twice, and its metadata address goes stale.',
      sources: [],
      ours: true,
    },
  ],
  checks: [{ kind: 'seen', id: 'started', text: 'The page with the application’s options is shown.' }],
  doneWhen: 'JumpCloud asks what the application shall do.',
  needs: [],
};

export const chooseFeatures: Step = {
  id: '6',
  title: 'Choose what the application does',
  console: 'jumpcloud',
  summary: 'Tick single sign-on, and exporting users as well.',
  links: [links.applications],
  instructions: [
    { text: 'Tick **Manage Single Sign-On (SSO)**.' },
    { text: 'Below it choose **Configure SSO with SAML**.', ours: true },
    { text: 'Tick **Export users to this app (Identity Management)** too. The vendor’s guide leaves this out.', ours: true },
    { text: 'Click **Start** (newer consoles: **Next**).' },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'The second tick makes the tab **Identity Management** (newer consoles: **Provisioning**), in which base URL and token are entered at step 13.',
  pitfalls: [
    {
      id: 'export-missed',
      trouble: 'Only single sign-on was ticked. At step 13 there is no tab **Identity Management** or **Provisioning**.',
      fix: 'While nothing is bound to the application yet, delete it and begin again at step 5 with both ticks.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
    {
      id: 'oidc',
      trouble: '**Configure SSO with OIDC** was chosen.',
      fix: 'Choose SAML: the values of step 9 are for SAML, and provisioning goes with SAML applications.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'seen', id: 'sso-ticked', text: '**Manage Single Sign-On (SSO)** is ticked, with SAML.' },
    { kind: 'seen', id: 'export-ticked', text: '**Export users to this app (Identity Management)** is ticked.', ours: true },
  ],
  doneWhen: 'Both are ticked and the next page is shown.',
  needs: [],
};

export const nameApplication: Step = {
  id: '7',
  title: 'Name and save the application',
  console: 'jumpcloud',
  summary: 'Give it a display label, save it, open its configuration.',
  links: [links.applications],
  instructions: [
    { text: 'Enter the **Display Label**.' },
    {
      text: 'Look at the **IdP URL** (`https://sso.jumpcloud.com/saml2/…`), under the advanced settings where it is not shown: it cannot be changed after saving.',
      ours: true,
    },
    { text: 'Click **Save Application**, then **Configure Application**.' },
  ],
  valuesIn: [],
  valuesOut: ['display-label'],
  valuesAgain: [],
  why: 'People find the application by this label. Saving makes it, and gives it the tabs for SSO, provisioning and user groups.',
  pitfalls: [
    {
      id: 'idp-url-fixed',
      trouble: 'The IdP URL has a name nobody wanted, and the field is locked.',
      fix: 'It is fixed once the application is saved. A new application is the only way to another one; do that before step 9.',
      sources: [fact('jumpcloud §2')],
      ours: true,
    },
    {
      id: 'tab-renamed',
      trouble: 'Screens in guides show **Identity Management**, the console shows **Provisioning**.',
      fix: 'JumpCloud renamed it. Both are the same tab.',
      sources: [renamed],
      ours: true,
    },
  ],
  checks: [
    { kind: 'value', value: 'display-label' },
    { kind: 'pasted', value: 'display-label' },
    { kind: 'seen', id: 'saved', text: 'The application is saved and its configuration is open.' },
    {
      kind: 'seen',
      id: 'tabs-there',
      text: 'It has the tabs **SSO**, **Identity Management** (or **Provisioning**) and **User Groups**.',
      ours: true,
    },
  ],
  doneWhen: 'The application is saved, and its three tabs are there.',
  needs: [],
};
