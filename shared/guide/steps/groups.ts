import { links } from '../links';
import { fact, issue, page, pull } from '../sources';
import type { Step } from '../step';

/** The four group steps, which the vendor's guide puts between 13 and 14. */

export const openUserGroups: Step = {
  id: 'G1',
  title: 'Open the application’s user groups',
  console: 'jumpcloud',
  summary: 'Be where groups are chosen, with group provisioning switched on at TestMu AI.',
  links: [links.applications, links.groupGuide],
  instructions: [
    { text: 'In the JumpCloud Admin Console open the TestMu AI application, tab **User Groups**.' },
    {
      text: 'Make sure that support has confirmed group provisioning, and the types that you need: teams, concurrency groups and sub-organisations are each off until then.',
      ours: true,
    },
    { text: 'Groups are pushed only by an active integration: if step 14 is not done yet, do it before G3.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'The groups ticked here are the people and groups that TestMu AI will hold. Nothing else decides it.',
  pitfalls: [
    {
      id: 'provisioning-off',
      trouble: 'Users arrive, groups do not: every request for a group is answered with 403.',
      fix: 'Group provisioning is off. Ask the 24/7 chat or support@testmuai.com, then push again.',
      sources: [fact('vendor §3'), fact('I2')],
      ours: true,
    },
    {
      id: 'type-off',
      trouble: 'Mappings to teams, concurrency groups or sub-organisations stay Pending although a rule matches.',
      fix: 'That type is not enabled for the organisation. Name the types that you need to support.',
      sources: [fact('vendor §4'), fact('A16')],
      ours: true,
    },
    {
      id: 'box-unticked',
      trouble: 'The tab is there, and no group is pushed.',
      fix: 'The box for managing groups (step 13) is unticked: then the tab decides only who can sign in.',
      sources: [fact('J1')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'seen', id: 'tab-open', text: 'The application’s **User Groups** are open.' },
    { kind: 'seen', id: 'provisioning-on', text: 'Support has confirmed group provisioning and the types that I need.', ours: true },
  ],
  doneWhen: 'The list of groups is open, and TestMu AI will take groups.',
  needs: ['13'],
};

export const chooseGroups: Step = {
  id: 'G2',
  title: 'Choose the groups',
  console: 'jumpcloud',
  summary: 'Tick the groups that shall be pushed, after the preview has shown what it does.',
  links: [links.applications],
  instructions: [
    { text: 'Import the roster, tick the same groups in the preview, and read for each person what changes.', ours: true },
    { text: 'Settle conflicts and refusals that the preview shows before anything is switched on.', ours: true },
    { text: 'Tick the groups at JumpCloud.' },
    { text: 'Begin with one small group; tick the others when its result is as foretold.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'Pushing a group can create teams, move people between concurrency groups and sub-organisations, and change roles, for everybody in it at once.',
  pitfalls: [
    {
      id: 'same-name',
      trouble: 'TestMu AI already has a group, team or concurrency group of that name.',
      fix: 'A group of the same name is taken over, and what it is mapped to is renamed to match. Rename one of them first if that is not meant.',
      sources: [fact('J11'), fact('I4')],
      ours: true,
    },
    {
      id: 'unticking',
      trouble: 'A group is unticked later, and its people lose their accounts.',
      fix: 'Before unticking put its people into another ticked group: whoever is in none is deactivated.',
      sources: [fact('I3'), fact('J12')],
      ours: true,
    },
    {
      id: 'empty-group',
      trouble: 'A group is ticked and never shows up at TestMu AI.',
      fix: 'Empty groups are not created, and rules for them never fire. Put one person in.',
      sources: [fact('J11'), fact('I5')],
      ours: true,
    },
    {
      id: 'order-decides',
      trouble: 'People in two groups land in another concurrency group or sub-organisation than expected.',
      fix: 'The assignment that is there first stays, and the other becomes a conflict. Push the one that matters first.',
      sources: [fact('I8'), fact('A5')],
      ours: true,
    },
    {
      id: 'odd-names',
      trouble: 'Groups with quotes, backslashes, dots or the word “eq” in their name are made twice, or not found.',
      fix: 'Try such a name against the rehearsal server, or rename the group.',
      sources: [issue('postmanlabs/postman-app-support', 12551), pull('Infisical/infisical', 6941)],
      ours: true,
    },
  ],
  checks: [
    { kind: 'seen', id: 'previewed', text: 'I have read the preview for exactly these groups.', ours: true },
    { kind: 'seen', id: 'groups-chosen', text: 'The groups are ticked at JumpCloud.' },
  ],
  doneWhen: 'The groups are ticked, and their preview has no surprise left.',
  needs: ['G1'],
};

export const startPushing: Step = {
  id: 'G3',
  title: 'Start pushing',
  console: 'jumpcloud',
  summary: 'Activate and save, so that JumpCloud pushes the groups and who is in them.',
  links: [links.applications],
  instructions: [
    {
      text: 'Click **Activate** (with an integration that is active already: **Save**). JumpCloud starts to push groups and memberships by SCIM.',
    },
    { text: 'Changing an active integration asks for a fresh test e-mail: take one from step 14.', ours: true },
    { text: 'Keep the run sheet at hand: it says what to expect, and how to go back.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'This is the moment at which people’s accounts change.',
  pitfalls: [
    {
      id: 'exists-yet-not-found',
      trouble: 'A group is answered with 409 again and again: the name is taken, yet the look-up does not find it.',
      fix: 'Another group has that name, perhaps in other case. Rename or delete it at TestMu AI.',
      sources: [issue('lightdash/lightdash', 22402), issue('Metatavu/keycloak-scim-server', 74), fact('A10')],
      ours: true,
    },
    {
      id: 'remove-wipes',
      trouble: 'Removing one member empties the whole group, or does nothing.',
      fix: 'Services read that request in different ways. Try it with two test people before real ones.',
      sources: [issue('simpleidserver/SimpleIdServer', 244), issue('goauthentik/authentik', 25686), fact('J9')],
      ours: true,
    },
    {
      id: 'last-admin',
      trouble: 'The last admin is demoted or deactivated by the push.',
      fix: 'The preview warns of it. Keep one admin outside of all pushed groups.',
      sources: [
        page('gitlab-org/gitlab#367953', 'https://gitlab.com/gitlab-org/gitlab/-/issues/367953'),
        issue('different-ai/openwork', 4187),
        fact('A2'),
      ],
      ours: true,
    },
    {
      id: 'no-dry-run',
      trouble: 'One hopes to look first: JumpCloud has no dry run, and the ones of others have written.',
      fix: 'That is what the preview here is for: it never leaves this machine.',
      sources: [issue('thorin/redmine_ldap_sync', 64), issue('zammad/zammad', 4674)],
      ours: true,
    },
  ],
  checks: [{ kind: 'seen', id: 'pushing', text: 'The integration is active with the groups, and saved.' }],
  doneWhen: 'JumpCloud reports the integration as active, and pushes.',
  needs: ['G2', '14'],
};

export const settleMappings: Step = {
  id: 'G4',
  title: 'See the groups arrive, and map them',
  console: 'testmu-ai',
  summary: 'Compare the dashboard with the preview, and settle what waits for an admin.',
  links: [links.sso, links.groupGuide],
  instructions: [
    {
      text: 'At TestMu AI open **Settings › Organization Settings › SCIM Group Provisioning** (also under **Security**). It lists the groups that have arrived.',
    },
    { text: 'Map groups that no rule has mapped, and approve or reject what is **Pending**.' },
    { text: 'Settle conflicts: **Keep Current** or **Use Incoming**. The answer is remembered.', ours: true },
    { text: 'Compare people, roles and places with the preview.', ours: true },
  ],
  valuesIn: [],
  valuesOut: [],
  valuesAgain: [],
  why: 'Groups and roles count as soon as they arrive; places in teams, concurrency groups and sub-organisations only through an approved mapping.',
  pitfalls: [
    {
      id: 'sub-organisation-pending',
      trouble: 'A mapping to a sub-organisation stays Pending although its rule approves by itself.',
      fix: 'Sub-organisations are never created automatically. Make it by hand, then map the group.',
      sources: [fact('vendor §4')],
      ours: true,
    },
    {
      id: 'owned-by-another',
      trouble: 'A mapping is refused: another group owns that team or concurrency group.',
      fix: 'Each can be mapped from one group only. Choose another, or put the people into the owning group.',
      sources: [fact('vendor §4'), fact('A3')],
      ours: true,
    },
    {
      id: 'manual-undone',
      trouble: 'Changes made by hand at TestMu AI are gone after the next sync.',
      fix: 'Membership follows JumpCloud. Change the group there.',
      sources: [fact('vendor §7'), fact('vendor §6')],
      ours: true,
    },
    {
      id: 'rename-renames',
      trouble: 'A group is renamed at JumpCloud, and a team at TestMu AI has another name.',
      fix: 'The mapped team or concurrency group follows the group’s name. For another name, rename the group.',
      sources: [fact('vendor §4'), fact('A4')],
      ours: true,
    },
    {
      id: 'entity-deleted',
      trouble: 'A mapped team was deleted, and its mapping is Pending again.',
      fix: 'No rule makes it anew. Map the group by hand.',
      sources: [fact('vendor §4'), fact('A14')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'seen', id: 'groups-arrived', text: 'Every ticked group is in the dashboard.' },
    { kind: 'seen', id: 'mappings-settled', text: 'No mapping is Pending that should not be.' },
    { kind: 'seen', id: 'conflicts-settled', text: 'No conflict is open, and people are where the preview put them.', ours: true },
  ],
  doneWhen: 'The dashboard shows what the preview showed, and nothing waits unintended.',
  needs: ['G3'],
};
