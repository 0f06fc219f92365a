import { z } from 'zod';
import { newWorkspace } from './change-workspace';
import { isStepId, type StepId } from './step-id';
import { type PlainValueId, plainValueIds } from './value-id';
import type { StoredStep, StoredValue, Workspace } from './workspace';

/** The first format: one flag and one note a step, a bare text a value, no ticks. */
const first = z.object({
  format: z.literal('scim-preflight/workspace@1'),
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  steps: z.record(z.string(), z.object({ done: z.boolean(), note: z.string().optional() })),
  values: z.record(z.string(), z.string()),
});

/** Any earlier format → the present one; what is none of them is handed on for the schema to judge. */
export function migrateWorkspace(json: unknown): unknown {
  const parsed = first.safeParse(json);
  return parsed.success ? fromFirst(parsed.data) : json;
}

function fromFirst(old: z.output<typeof first>): Workspace {
  const steps = Object.entries(old.steps).flatMap(([id, step]): [StepId, StoredStep][] =>
    isStepId(id) ? [[id, { seen: {}, note: step.note ?? '', verdict: step.done ? doneBefore(old.changedAt) : null }]] : [],
  );
  const values = Object.entries(old.values).flatMap(([id, text]): [PlainValueId, StoredValue][] =>
    isPlainValue(id) && text !== '' ? [[id, { text, changedAt: old.changedAt, pasted: {}, again: {} }]] : [],
  );
  return {
    ...newWorkspace(old.id, old.name, old.createdAt),
    changedAt: old.changedAt,
    steps: Object.fromEntries(steps),
    values: Object.fromEntries(values),
  };
}

/** The first format had no checks: what was done then stays done, and says why. */
const doneBefore = (at: string): StoredStep['verdict'] => ({
  kind: 'done-anyway',
  reason: 'Marked as done in an earlier version of the app, which had no checks.',
  at,
});

const isPlainValue = (id: string): id is PlainValueId => (plainValueIds as readonly string[]).includes(id);
