import { errorDetail } from '../../preflight/read-resource';
import type { FactId } from '../facts';
import type { Outcome } from './machine';
import type { Problem } from './problem';
import type { ProblemCode } from './script';

export interface Explained {
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
  readonly facts: readonly FactId[];
}

type Wording = (problem: Problem) => Explained;

const said = ({ answer }: Problem): string => {
  if (answer.kind === 'failed') return `The connection failed: ${answer.reason}.`;
  const detail = errorDetail(answer.body);
  return detail === '' ? `It answered ${answer.status}.` : `It answered ${answer.status}: ${detail}`;
};

const wordings = {
  unreachable: (problem) => ({
    title: 'The service could not be reached',
    meaning: said(problem),
    fix: 'Start the server, or check the base URL.',
    facts: ['J5'],
  }),
  'token-refused': (problem) => ({
    title: 'The token was refused',
    meaning: said(problem),
    fix: 'Copy the bearer token again, or regenerate it in Organization Settings > Security, and paste it into JumpCloud’s Token Key.',
    facts: ['J1'],
  }),
  'no-list': (problem) => ({
    title: 'The service did not answer with a list',
    meaning: `A ListResponse was expected. ${said(problem)}`,
    fix: 'Check the base URL: it must end before /Users, without a slash.',
    facts: ['J5', 'J16'],
  }),
  'test-email-taken': ({ about }) => ({
    title: `Somebody already has ${about}`,
    meaning: 'The test e-mail must belong to nobody at the service, so the test fails.',
    fix: 'Take an e-mail that nobody has, such as a fresh plus-address in one of the SSO domains.',
    facts: ['J3'],
  }),
  'test-email-burnt': ({ about }) => ({
    title: `${about} has been used for a test before`,
    meaning: 'The account is still there, deactivated: this service’s DELETE only deactivates. The same test e-mail cannot be used again.',
    fix: 'Take a fresh test e-mail for every test and for every change of the settings, such as the next plus-address.',
    facts: ['I1', 'J3', 'J4'],
  }),
  'user-not-created': (problem) => ({
    title: `${problem.about} was not created`,
    meaning: said(problem),
    fix: 'On 400 at this vendor the person is in another organisation: invite them through team invite first. Also check that userName is mapped to the e-mail (I9).',
    facts: ['I9', 'J18'],
  }),
  'id-not-text': () => ({
    title: 'The service’s id is not text',
    meaning: 'The answer carries the id as a number; JumpCloud needs a string.',
    fix: 'The service must answer "id" as a string.',
    facts: ['J5'],
  }),
  'groups-off': (problem) => ({
    title: 'Group provisioning is off at the vendor',
    meaning: `Groups are refused, so activation fails while the group box is ticked. ${said(problem)}`,
    fix: 'Have support switch group provisioning on, or untick "Enable management of User Groups and Group Membership" and activate again.',
    facts: ['I2', 'J2', 'J6'],
  }),
  'group-taken': (problem) => ({
    title: `The name ${problem.about} is taken`,
    meaning: said(problem),
    fix: 'Rename or delete the other group, then sync again.',
    facts: ['J11'],
  }),
  'group-not-created': (problem) => ({
    title: `${problem.about} was not created`,
    meaning: said(problem),
    fix: 'Read what the service said. Where it cannot create groups, untick the group box and activate again.',
    facts: ['J6'],
  }),
  'group-not-changed': (problem) => ({
    title: `${problem.about} was not changed`,
    meaning: said(problem),
    fix: 'Read what the service said; members of another organisation or unknown ids are refused.',
    facts: ['J17'],
  }),
  'group-not-deleted': (problem) => ({
    title: 'A group was not deleted',
    meaning: `Managing groups needs create, update and delete to work. ${said(problem)}`,
    fix: 'Untick the group box and activate again, or repair DELETE at the service. Remove the group by hand.',
    facts: ['J6'],
  }),
  'members-not-listed': ({ about }) => ({
    title: `The answer about ${about} does not list its members`,
    meaning: 'The request was taken, but the answer does not show the members as they should be now.',
    fix: 'The service must store members and list them in its answers.',
    facts: ['J17'],
  }),
  'user-not-changed': (problem) => ({
    title: `${problem.about} was not changed`,
    meaning: said(problem),
    fix: 'Read what the service said.',
    facts: ['J17'],
  }),
  'change-ignored': ({ about }) => ({
    title: `A change of ${about} was taken but not applied`,
    meaning: 'The service answered with success and shows the old value. At this vendor names change in Account Settings only.',
    fix: 'Let the person change the name in Account Settings, or leave it.',
    facts: ['J17'],
  }),
  'user-name-immutable': ({ about }) => ({
    title: `The new e-mail ${about} was ignored`,
    meaning: 'The service answered with success and still shows the old userName, which is immutable. JumpCloud and the vendor now differ.',
    fix: 'Ask the vendor to change the account’s e-mail, or expect a second account under the new one.',
    facts: ['I6'],
  }),
  'not-deletable': (problem) => ({
    title: `${problem.about} could not be deleted`,
    meaning: said(problem),
    fix: 'Nothing to do where the service does not support DELETE: the user is deactivated instead.',
    facts: ['J2'],
  }),
  'user-left-behind': ({ about }) => ({
    title: `${about} stays behind`,
    meaning: 'The test user could not be deleted.',
    fix: 'Remove the user by hand, and take another test e-mail next time.',
    facts: ['J2', 'I1'],
  }),
  gone: ({ about }) => ({
    title: `The service no longer knows ${about}`,
    meaning: 'JumpCloud remembers an id that the service answers with 404.',
    fix: 'Sync again: the next sequence looks it up by name.',
    facts: ['J8'],
  }),
  'unexpected-answer': (problem) => ({
    title: 'An answer that the script does not expect',
    meaning: said(problem),
    fix: 'Read the exchange; if it is right, add this answer to the script.',
    facts: [],
  }),
} as const satisfies Record<ProblemCode, Wording>;

export const explainProblem = (problem: Problem): Explained => wordings[problem.code](problem);

export const sentWords = (requests: number): string => (requests === 1 ? 'one request' : `${requests.toLocaleString('en-GB')} requests`);

/** One sentence for the end of a script. */
export function explainOutcome(outcome: Outcome): string {
  const sent = sentWords(outcome.requests);
  if (outcome.requests === 0) return 'Nothing had to be sent.';
  switch (outcome.result) {
    case 'pass':
      return `Passed with ${sent}.`;
    case 'warn':
      return `Went through with ${sent}; ${countOf(outcome.problems.length)} to look at.`;
    case 'fail':
      return `Failed after ${sent}.`;
  }
}

const countOf = (count: number): string => (count === 1 ? 'one thing' : `${count.toLocaleString('en-GB')} things`);
