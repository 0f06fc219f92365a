import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import { compareValue, newWorkspace, setPasted, setSeen, setToken, setValue } from '../../../shared/guide/change-workspace';
import { type StepId, stepIds } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import type { PlainValueId } from '../../../shared/guide/value-id';
import { isSecret } from '../../../shared/guide/value-id';
import type { Workspace } from '../../../shared/guide/workspace';
import { parseRosterCsv } from '../../../shared/jumpcloud/roster-csv';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import { rosterDocument } from '../../../shared/preview/roster-document';
import { err, ok, type Result } from '../../../shared/result';
import { organisationSchema, parseJson } from '../../../shared/vendor/scenario';
import { checkShape } from '../stores/check-json';
import type { Documents } from '../stores/documents';
import type { Secrets } from '../stores/secrets';
import { tokenFacts } from './token-facts';

/** Acme, 2,000 people: an organisation in the middle of its set-up. Nothing in it is anybody's. */
const demoName = 'Acme (demo)';
const demoValues: Readonly<Record<Exclude<PlainValueId, 'test-email'>, string>> = {
  'scim-base-url': 'https://auth.lambdatest.com/api/scim',
  'display-label': 'TestMu AI',
  'connection-name': 'jumpcloud',
  'idp-entity-id': 'https://sso.jumpcloud.com/saml2/testmu-ai',
  'sp-entity-id': 'https://auth.lambdatest.com/organization/4711/saml',
  'acs-url': 'https://auth.lambdatest.com/organization/4711/saml/callback',
  'name-id': 'email',
  'name-id-format': 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'login-url': 'https://accounts.lambdatest.com/sso',
  'metadata-url': 'https://sso.jumpcloud.com/saml2/metadata/testmu-ai',
  'sso-domains': 'acme.example',
};
const demoToken = 'demo-token-that-opens-nothing-0042';

/** How far Acme is: the consoles are filled in, groups and activation are still to come. */
const finished: readonly StepId[] = stepIds.slice(0, stepIds.indexOf('13'));
const current: StepId = '13';

export interface DemoPorts {
  /** Where `roster.csv` and `organisation.json` are. */
  readonly folder: string;
  readonly documents: Documents;
  readonly secrets: Secrets;
}

/** Makes the documents of the demo and answers its state, still to be written. */
export async function makeDemo(ports: DemoPorts, id: string, at: string): Promise<Result<Workspace, AppError>> {
  const people = await writeRoster(ports, id, at);
  if (!people.ok) return people;
  const organisation = await writeOrganisation(ports, id);
  if (!organisation.ok) return organisation;
  ports.secrets.keep(id, 'bearer-token', demoToken);
  return ok(demoWorkspace(id, at));
}

export function demoWorkspace(id: string, at: string): Workspace {
  let workspace = setToken(newWorkspace(id, demoName, at, 'demo'), tokenFacts(demoToken), at);
  for (const [value, text] of Object.entries(demoValues)) workspace = setValue(workspace, value as PlainValueId, text, at);
  for (const step of finished) workspace = finishStep(workspace, step, at);
  return { ...workspace, currentStep: current };
}

/** Everything of a step ticked, as its checks want it. */
function finishStep(workspace: Workspace, step: StepId, at: string): Workspace {
  let next = workspace;
  for (const check of steps[step].checks) {
    if (check.kind === 'seen') next = setSeen(next, step, [check.id], true, at);
    if (check.kind === 'pasted') next = setPasted(next, check.value, step, true, at);
    if (check.kind === 'confirmed')
      next = isSecret(check.value) ? seeTokenAgain(next, step, at) : compareValue(next, check.value, step, null, at);
  }
  return next;
}

const seeTokenAgain = (workspace: Workspace, step: StepId, at: string): Workspace =>
  workspace.token === null
    ? workspace
    : { ...workspace, token: { ...workspace.token, again: { ...workspace.token.again, [step]: { at, same: true } } } };

async function writeRoster({ folder, documents }: DemoPorts, id: string, at: string): Promise<Result<null, AppError>> {
  const text = await readData(folder, 'roster.csv');
  if (!text.ok) return text;
  const { people, emptyGroups, hasNames, problems } = parseRosterCsv(text.value);
  return documents.of(id).write(rosterDocument, {
    format: 'scim-preflight/roster@1',
    source: { kind: 'csv', name: 'Acme demo data', readAt: at },
    people: people.map((person) => ({ ...person, groups: [...person.groups] })),
    emptyGroups: [...emptyGroups],
    hasNames,
    problems: [...problems],
  });
}

async function writeOrganisation({ folder, documents }: DemoPorts, id: string): Promise<Result<null, AppError>> {
  const text = await readData(folder, 'organisation.json');
  if (!text.ok) return text;
  const json = parseJson(text.value);
  const organisation = json.ok ? checkShape(json.value, organisationSchema) : json;
  if (!organisation.ok) return organisation;
  return documents.of(id).write(organisationDocument, { format: 'scim-preflight/organisation@1', organisation: organisation.value });
}

async function readData(folder: string, name: string): Promise<Result<string, AppError>> {
  const path = join(folder, name);
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return err({
      code: 'demo-missing',
      message: `The demo's data could not be read: ${error instanceof Error ? error.message : String(error)}`,
      path,
      fix: 'Install the app again.',
    });
  }
}
