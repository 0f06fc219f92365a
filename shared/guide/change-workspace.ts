import type { Region } from '../jumpcloud/regions';
import type { StepId } from './step-id';
import type { PlainValueId, ValueId } from './value-id';
import { isSecret } from './value-id';
import type { SecretFacts, StoredStep, StoredValue, Workspace } from './workspace';

/** Each change of a workspace, as a function from the one to the next. `at` is the time, ISO 8601. */

export const workspaceFormat = 'scim-preflight/workspace@2';

export const newWorkspace = (id: string, name: string, at: string, kind: Workspace['kind'] = 'own'): Workspace => ({
  format: workspaceFormat,
  id,
  name,
  kind,
  createdAt: at,
  changedAt: at,
  region: 'us',
  currentStep: '1',
  steps: {},
  values: {},
  token: null,
  burntEmails: [],
});

/** Everything but the token, which belongs to the one it was entered in; places where it was pasted go with it. */
export const duplicateWorkspace = (from: Workspace, id: string, name: string, at: string): Workspace => ({
  ...from,
  id,
  name,
  kind: 'own',
  createdAt: at,
  changedAt: at,
  token: null,
});

export const renameWorkspace = (workspace: Workspace, name: string, at: string): Workspace => ({ ...workspace, name, changedAt: at });

/** Not a change of the content: `changedAt` stays. */
export const goToStep = (workspace: Workspace, step: StepId): Workspace => ({ ...workspace, currentStep: step });

export const setRegion = (workspace: Workspace, region: Region, at: string): Workspace => ({ ...workspace, region, changedAt: at });

const freshStep: StoredStep = { seen: {}, note: '', verdict: null };

function withStep(workspace: Workspace, id: StepId, at: string, change: (step: StoredStep) => StoredStep): Workspace {
  const step = change(workspace.steps[id] ?? freshStep);
  return { ...workspace, changedAt: at, steps: { ...workspace.steps, [id]: step } };
}

export const setNote = (workspace: Workspace, step: StepId, note: string, at: string): Workspace =>
  withStep(workspace, step, at, (stored) => ({ ...stored, note }));

export const setSeen = (workspace: Workspace, step: StepId, checks: readonly string[], seen: boolean, at: string): Workspace =>
  withStep(workspace, step, at, (stored) => {
    const kept = Object.entries(stored.seen).filter(([id]) => !checks.includes(id));
    const added = seen ? checks.map((id) => [id, stored.seen[id] ?? at] as const) : [];
    return { ...stored, seen: Object.fromEntries([...kept, ...added]) };
  });

export type NewVerdict = { readonly kind: 'skipped' | 'done-anyway'; readonly reason: string } | null;

export const setVerdict = (workspace: Workspace, step: StepId, verdict: NewVerdict, at: string): Workspace =>
  withStep(workspace, step, at, (stored) => ({ ...stored, verdict: verdict === null ? null : { ...verdict, at } }));

/** Where an old value was pasted says nothing about a new one: its ticks and comparisons go. */
export function setValue(workspace: Workspace, id: PlainValueId, text: string, at: string): Workspace {
  if ((workspace.values[id]?.text ?? '') === text) return workspace;
  const { [id]: _old, ...others } = workspace.values;
  const values = text === '' ? others : { ...others, [id]: { text, changedAt: at, pasted: {}, again: {} } satisfies StoredValue };
  return { ...workspace, changedAt: at, values };
}

/** Undo: exactly as an earlier view had them. */
export const putBack = (workspace: Workspace, { values, steps }: Pick<Workspace, 'values' | 'steps'>, at: string): Workspace => ({
  ...workspace,
  values,
  steps,
  changedAt: at,
});

type Marks<M> = Readonly<Partial<Record<StepId, M>>>;

function mark<M>(marks: Marks<M>, step: StepId, value: M | null): Marks<M> {
  const { [step]: _old, ...others } = marks;
  return value === null ? (others as Marks<M>) : ({ ...others, [step]: value } as Marks<M>);
}

/** A value that is not there cannot have been pasted: nothing changes then. */
export function setPasted(workspace: Workspace, id: ValueId, step: StepId, pasted: boolean, at: string): Workspace {
  const since = pasted ? at : null;
  if (isSecret(id)) {
    const { token } = workspace;
    return token === null ? workspace : { ...workspace, changedAt: at, token: { ...token, pasted: mark(token.pasted, step, since) } };
  }
  const value = workspace.values[id];
  if (value === undefined) return workspace;
  return { ...workspace, changedAt: at, values: { ...workspace.values, [id]: { ...value, pasted: mark(value.pasted, step, since) } } };
}

/** What stood there at the second meeting; `found` null: compared by eye, and the same. */
export function compareValue(workspace: Workspace, id: PlainValueId, step: StepId, found: string | null, at: string): Workspace {
  const value = workspace.values[id];
  if (value === undefined) return workspace;
  const again = mark(value.again, step, { at, found });
  return { ...workspace, changedAt: at, values: { ...workspace.values, [id]: { ...value, again } } };
}

export function forgetComparison(workspace: Workspace, id: ValueId, step: StepId, at: string): Workspace {
  if (isSecret(id)) {
    const { token } = workspace;
    return token === null ? workspace : { ...workspace, changedAt: at, token: { ...token, again: mark(token.again, step, null) } };
  }
  const value = workspace.values[id];
  if (value === undefined) return workspace;
  return { ...workspace, changedAt: at, values: { ...workspace.values, [id]: { ...value, again: mark(value.again, step, null) } } };
}

/** The same token entered again keeps its ticks; another one starts without. */
export function setToken(
  workspace: Workspace,
  facts: Pick<SecretFacts, 'last4' | 'fingerprint' | 'expiresAt'> | null,
  at: string,
): Workspace {
  if (facts === null) return workspace.token === null ? workspace : { ...workspace, changedAt: at, token: null };
  const kept = workspace.token?.fingerprint === facts.fingerprint ? workspace.token : { pasted: {}, again: {} };
  return { ...workspace, changedAt: at, token: { ...facts, enteredAt: at, pasted: kept.pasted, again: kept.again } };
}

/** A token that was forgotten comes back with everything that was known of it. */
export const restoreToken = (workspace: Workspace, facts: SecretFacts, at: string): Workspace => ({
  ...workspace,
  changedAt: at,
  token: facts,
});

export function compareToken(workspace: Workspace, step: StepId, same: boolean, at: string): Workspace {
  const { token } = workspace;
  return token === null ? workspace : { ...workspace, changedAt: at, token: { ...token, again: mark(token.again, step, { at, same }) } };
}

const sameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function burnEmail(workspace: Workspace, email: string, baseUrl: string, at: string): Workspace {
  if (workspace.burntEmails.some((burnt) => sameEmail(burnt.email, email))) return workspace;
  return { ...workspace, changedAt: at, burntEmails: [...workspace.burntEmails, { email, at, baseUrl }] };
}

export const unburnEmail = (workspace: Workspace, email: string, at: string): Workspace => ({
  ...workspace,
  changedAt: at,
  burntEmails: workspace.burntEmails.filter((burnt) => !sameEmail(burnt.email, email)),
});
