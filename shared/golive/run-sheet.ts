import { z } from 'zod';
import type { Danger } from './danger';
import { dangerId, dangersOf } from './danger';
import type { PlanReading } from './plan-reading';

/** What the run sheet was made from, each as a digest of its exact content; null where there was none. */
export const inputNames = ['plan', 'roster', 'rules', 'tenant', 'preflight', 'saml'] as const;
export type InputName = (typeof inputNames)[number];
export type InputDigests = Readonly<Record<InputName, string | null>>;

const digest = z.string().min(8).nullable();
export const runSheetSchema = z.strictObject({
  format: z.literal('scim-preflight/run-sheet@1'),
  organisation: z.string(),
  /** ISO 8601. */
  madeAt: z.string(),
  fingerprint: z.string(),
  inputs: z.strictObject({ plan: digest, roster: digest, rules: digest, tenant: digest, preflight: digest, saml: digest }),
  /** By danger id. `people` is how many names the danger had when it was accepted: more than that must be accepted again. */
  acceptances: z.record(
    z.string(),
    z.strictObject({ by: z.string().min(1), at: z.string(), names: z.number().int().min(0), namesDigest: z.string() }),
  ),
});
export type RunSheet = z.output<typeof runSheetSchema>;
export type Acceptance = RunSheet['acceptances'][string];

export interface PreflightReading {
  readonly verdict: 'ready' | 'not-ready';
  /** ISO 8601. */
  readonly at: string;
  readonly failed: readonly string[];
}

export interface SamlReading {
  readonly verdict: 'accepted' | 'rejected';
  readonly at: string;
  readonly failed: readonly string[];
}

/** Digests are made outside (SHA-256 in hexadecimal): this room has no crypto. */
export type Hash = (text: string) => string;

export type ChecklistItem =
  | {
      readonly kind: 'danger';
      readonly id: string;
      readonly danger: Danger;
      readonly state: 'open' | 'accepted' | 'changed-since';
      readonly acceptance: Acceptance | null;
    }
  | {
      readonly kind: 'blocker';
      readonly id: string;
      readonly what: 'preflight-failed' | 'saml-rejected' | 'no-admin-left';
      readonly details: readonly string[];
    }
  | { readonly kind: 'missing'; readonly id: string; readonly what: 'plan' | 'preflight' | 'saml' }
  | { readonly kind: 'done'; readonly id: string; readonly what: 'preflight' | 'saml'; readonly at: string };

export interface ChecklistInput {
  readonly plan: PlanReading | null;
  readonly preflight: PreflightReading | null;
  readonly saml: SamlReading | null;
  /** Active people who are Admin after the plan; null where that is not known. */
  readonly adminsAfter: number | null;
  readonly acceptances: RunSheet['acceptances'];
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  /** Everything is there, nothing blocks, every danger is accepted by name. */
  readonly clear: boolean;
}

export function makeChecklist(input: ChecklistInput, hash: Hash): Checklist {
  const items: ChecklistItem[] = [];
  if (input.plan === null) items.push({ kind: 'missing', id: 'plan', what: 'plan' });
  if (input.preflight === null) items.push({ kind: 'missing', id: 'preflight', what: 'preflight' });
  else if (input.preflight.verdict === 'not-ready')
    items.push({ kind: 'blocker', id: 'preflight', what: 'preflight-failed', details: input.preflight.failed });
  else items.push({ kind: 'done', id: 'preflight', what: 'preflight', at: input.preflight.at });
  if (input.saml === null) items.push({ kind: 'missing', id: 'saml', what: 'saml' });
  else if (input.saml.verdict === 'rejected')
    items.push({ kind: 'blocker', id: 'saml', what: 'saml-rejected', details: input.saml.failed });
  else items.push({ kind: 'done', id: 'saml', what: 'saml', at: input.saml.at });
  if (input.adminsAfter === 0) items.push({ kind: 'blocker', id: 'no-admin-left', what: 'no-admin-left', details: [] });
  for (const danger of input.plan === null ? [] : dangersOf(input.plan)) {
    const id = dangerId(danger);
    const acceptance = Object.hasOwn(input.acceptances, id) ? (input.acceptances[id] ?? null) : null;
    const state = acceptance === null ? 'open' : acceptance.namesDigest === hash(namesOf(danger)) ? 'accepted' : 'changed-since';
    items.push({ kind: 'danger', id, danger, state, acceptance });
  }
  const clear = items.every((item) => item.kind === 'done' || (item.kind === 'danger' && item.state === 'accepted'));
  return { items, clear };
}

/** Somebody answers for the danger by name; it holds for exactly these people or groups. */
export function acceptDanger(danger: Danger, by: string, atIso: string, hash: Hash): Acceptance {
  return { by, at: atIso, names: count(danger), namesDigest: hash(namesOf(danger)) };
}

/** One digest over the plan and all inputs: two run sheets with the same fingerprint are about the same thing. */
export function fingerprint(inputs: InputDigests, hash: Hash): string {
  return hash(JSON.stringify(inputNames.map((name) => [name, inputs[name]])));
}

/** What changed since the sheet was made; a sheet with any of it is stale. */
export function staleInputs(sheet: RunSheet, current: InputDigests): readonly InputName[] {
  return inputNames.filter((name) => sheet.inputs[name] !== current[name]);
}

function namesOf(danger: Danger): string {
  switch (danger.kind) {
    case 'refusals':
      return JSON.stringify(danger.reasons);
    case 'pending-mappings':
    case 'unmapped-groups':
      return JSON.stringify([...danger.groups].sort());
    case 'entities-created':
      return JSON.stringify(danger.count);
    default:
      return JSON.stringify([...danger.people].sort());
  }
}

function count(danger: Danger): number {
  switch (danger.kind) {
    case 'refusals':
      return danger.reasons.length;
    case 'pending-mappings':
    case 'unmapped-groups':
      return danger.groups.length;
    case 'entities-created':
      return danger.count;
    default:
      return danger.people.length;
  }
}
