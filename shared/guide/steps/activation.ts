import { links } from '../links';
import { fact, page } from '../sources';
import type { Step } from '../step';

const troubleshooting = fact('jumpcloud §1');
const contrary = page('PropelAuth: JumpCloud', 'https://docs.byo.propelauth.com/scim/example-setup-guides/jumpcloud');

/** Step 14, the last of the vendor's guide; G3 and G4 come after it. */
export const testAndActivate: Step = {
  id: '14',
  title: 'Test and activate',
  console: 'jumpcloud',
  summary: 'Enter a fresh test e-mail, test the connection, activate.',
  links: [links.applications],
  instructions: [
    { text: 'Run the live check here first: it finds what would fail, and writes nothing unless you say so.', ours: true },
    { text: 'Enter as **Test User Email** an address that nobody at TestMu AI has.' },
    {
      text: 'Take a fresh plus-address of your own, such as `you+scim1@your-domain`, and a new one for every test: a used one stays at TestMu AI, deactivated, and fails the next test.',
      ours: true,
    },
    { text: 'Click **Test Connection**.' },
    { text: 'Click **Activate**, and **Save** where it is offered.' },
    { text: 'Deactivate nothing by hand afterwards: the test user is deactivated already.', ours: true },
  ],
  valuesIn: [],
  valuesOut: ['test-email'],
  valuesAgain: [],
  why: 'The test really writes: it makes a user, and a group where the box is ticked, and takes them away. From activation on JumpCloud pushes by itself.',
  pitfalls: [
    {
      id: 'known-email',
      trouble: 'The test fails, because somebody has the address.',
      fix: 'Take one that nobody has. Some guides tell to enter a person of your directory: for TestMu AI that is wrong once the person exists there.',
      sources: [fact('J3'), contrary],
      ours: true,
    },
    {
      id: 'burnt-email',
      trouble: 'The second test with the same address fails, although the first went through.',
      fix: 'TestMu AI only deactivates on DELETE, so the test user is still there. Take a fresh address; the ledger remembers the used ones.',
      sources: [fact('I1'), fact('J2'), fact('J4')],
      ours: true,
    },
    {
      id: 'unauthorised',
      trouble: 'The test fails with 401.',
      fix: 'The token is wrong, ended, or carries “Bearer” twice. Compare it (step 12), or make a new one under **Organization Settings › Security**.',
      sources: [fact('vendor §7')],
      ours: true,
    },
    {
      id: 'forbidden',
      trouble: 'The test fails with 403, or only the group part of it.',
      fix: 'Group provisioning is off while the box is ticked. Ask support, or untick the box.',
      sources: [fact('I2'), fact('J6')],
      ours: true,
    },
    {
      id: 'group-left-behind',
      trouble: 'After the test there is a team or concurrency group that nobody made.',
      fix: 'A rule that approves by itself met the test group. Delete what it left, or switch the rule on after activation.',
      sources: [fact('J2'), fact('vendor §5')],
      ours: true,
    },
    {
      id: 'other-organisation',
      trouble: 'The test fails with 400.',
      fix: 'The address has an account in another organisation, or is no e-mail address.',
      sources: [fact('vendor §2'), troubleshooting],
      ours: true,
    },
    {
      id: 'activated-all',
      trouble: 'With activation people of every ticked group are created at once.',
      fix: 'That is what it does. Tick one small group first (step 11), and the others after the preview (G2).',
      sources: [fact('J11')],
      ours: true,
    },
  ],
  checks: [
    { kind: 'value', value: 'test-email' },
    { kind: 'pasted', value: 'test-email' },
    { kind: 'seen', id: 'test-passed', text: '**Test Connection** went through.' },
    { kind: 'seen', id: 'activated', text: 'The integration is **active**.' },
    {
      kind: 'seen',
      id: 'one-person-arrived',
      text: 'One person of the assigned group is at TestMu AI, with the right e-mail and name.',
      ours: true,
    },
  ],
  doneWhen: 'The test went through, the integration is active, and a first person has arrived as expected.',
  needs: ['13'],
};

/** The check that says that the test e-mail has been used (I1). */
export const testPassedCheck = 'test-passed';
