/** How sure a fact is: in JumpCloud's or the vendor's documentation, reported by others, or concluded from two facts. */
export type Confidence = 'doc' | 'seen' | 'inferred';

interface Fact {
  readonly confidence: Confidence;
  /** In a sentence, for a tooltip. */
  readonly text: string;
  /** What limits the confidence; empty where nothing does. */
  readonly limit: string;
}

const fact = (confidence: Confidence, text: string, limit = ''): Fact => ({ confidence, text, limit });

/** What is known of JumpCloud's provisioning (jumpcloud-behaviour.md section 1), by its number. */
export const jumpcloudFacts = {
  J1: fact('doc', 'The form asks for SCIM version, Base URL, Token Key and Test User Email, and has a box for managing groups.'),
  J2: fact('doc', 'Testing creates a test user and a test group, and deletes both where the service supports DELETE.'),
  J3: fact('doc', 'The test e-mail must belong to nobody at the service.'),
  J4: fact('doc', 'Editing any setting of an active integration asks for a test e-mail again.'),
  J5: fact('doc', 'The Base URL must not end in a slash, and the service’s ids must be strings.'),
  J6: fact('doc', 'Managing groups needs group create, update and delete to work; else the box has to be unticked.'),
  J7: fact('doc', 'Custom attributes and extension schemas cannot be sent, so roles cannot come from JumpCloud.'),
  J8: fact('seen', 'Users are looked up by userName before they are created, groups by displayName.'),
  J9: fact('seen', 'Members are removed with a value array of ids, the way Microsoft Entra does it.'),
  J10: fact('seen', 'Booleans may arrive as text, such as "False".', 'reported for Microsoft Entra'),
  J11: fact(
    'doc',
    'An empty group is not created, a group of the same name at the service is taken over, and renames are sent.',
    'documented for pre-built connectors, likely the same for a custom one',
  ),
  J12: fact(
    'doc',
    'A group unbound from the application stays at the service, and its members are deactivated there unless another bound group holds them; a deleted group is deleted at the service.',
    'documented for pre-built connectors',
  ),
  J13: fact('doc', 'Staged people are not provisioned; suspended ones are deactivated.', 'the second half is reported only'),
  J14: fact('doc', 'Directory Insights has one event type for each kind of provisioning.'),
  J15: fact('seen', 'Newer forms ask for the API type and for the HTTP header in fields of their own.'),
  J16: fact('seen', 'Activate first asks for the list of users, and of groups where groups are managed.', 'weak: one report'),
  J17: fact(
    'seen',
    'An update is one replace for each changed attribute, with a path; members are added and removed with a value array, and an add is repeated.',
    'fixtures of a public SCIM library',
  ),
  J18: fact('seen', 'A person needs a first and a last name to be provisioned.', 'another vendor’s guide'),
  I1: fact('inferred', 'The vendor’s DELETE only deactivates, so a used test e-mail cannot be used for the next test.'),
  I2: fact('inferred', 'With group provisioning off the vendor refuses the test group with 403, and activation fails with the box ticked.'),
  I3: fact('inferred', 'Unbinding a group deactivates people: of all actions it reaches the most.'),
  I4: fact('inferred', 'Taking over a group by name, with the vendor’s rename-to-match, renames an existing team or concurrency group.'),
  I5: fact('inferred', 'A rule for an empty group never fires.'),
  I6: fact('inferred', 'A changed e-mail meets an immutable userName: the change is ignored, or a second account appears.'),
  I7: fact('inferred', 'Roles cannot come from JumpCloud; where the vendor then falls back to User, Admins are demoted.'),
  I8: fact('inferred', 'On a conflict the current assignment stays, so the order of pushing decides who lands where.'),
  I9: fact('inferred', 'A userName that is not an e-mail is refused by the vendor.'),
} as const satisfies Readonly<Record<string, Fact>>;

export type FactId = keyof typeof jumpcloudFacts;
export const factIds = Object.keys(jumpcloudFacts) as readonly FactId[];

/** The least sure of several facts: a step is as sure as what it rests on. */
export function weakestConfidence(ids: readonly FactId[]): Confidence {
  const all = ids.map((id) => jumpcloudFacts[id].confidence);
  return all.includes('inferred') ? 'inferred' : all.includes('seen') ? 'seen' : 'doc';
}
