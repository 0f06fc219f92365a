import { z } from 'zod';
import { type Region, regionIds } from '../jumpcloud/regions';
import { stepIds } from './step-id';
import { plainValueIds } from './value-id';

/** ISO 8601 in UTC, as `Date.toISOString` writes it. */
const instant = z.iso.datetime();

/** Ticks by step: at which step, since when. */
const byStep = z.partialRecord(z.enum(stepIds), instant);

/** What is kept of a value that is met a second time: when it was compared, and what stood there (null: compared by eye). */
const comparison = z.strictObject({ at: instant, found: z.string().max(4000).nullable() });

const storedValue = z.strictObject({
  /** As typed, wrong ones too. */
  text: z.string().max(4000),
  changedAt: instant,
  /** Where it has been pasted, by the step of the place. */
  pasted: byStep,
  again: z.partialRecord(z.enum(stepIds), comparison),
});

/** What may be known of a secret without knowing it. */
const secretFacts = z.strictObject({
  last4: z.string().max(4),
  /** First 8 hexadecimal digits of the SHA-256. */
  fingerprint: z.string().regex(/^[0-9a-f]{8}$/),
  enteredAt: instant,
  /** Where the token says so itself (a JWT's `exp`). */
  expiresAt: instant.nullable(),
  pasted: byStep,
  /** `same`: whether what was met again was the same. */
  again: z.partialRecord(z.enum(stepIds), z.strictObject({ at: instant, same: z.boolean() })),
});

const storedStep = z.strictObject({
  /** Ids of `seen` checks that were ticked. */
  seen: z.record(z.string().max(100), instant),
  note: z.string().max(10_000),
  /** What the admin decided against the checks. */
  verdict: z.strictObject({ kind: z.enum(['skipped', 'done-anyway']), reason: z.string().min(1).max(500), at: instant }).nullable(),
});

const burntEmail = z.strictObject({ email: z.string().max(320), at: instant, baseUrl: z.string().max(2000) });

/** One organisation's way through the guide: all that is kept of it beside its documents and secrets. */
export const workspaceSchema = z.strictObject({
  format: z.literal('scim-preflight/workspace@2'),
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1).max(100),
  kind: z.enum(['own', 'demo']),
  createdAt: instant,
  changedAt: instant,
  /** Which JumpCloud console the links lead to. */
  region: z.enum(regionIds as unknown as readonly [Region, ...Region[]]),
  /** Where one was. */
  currentStep: z.enum(stepIds),
  steps: z.partialRecord(z.enum(stepIds), storedStep),
  values: z.partialRecord(z.enum(plainValueIds as unknown as readonly [(typeof plainValueIds)[number]]), storedValue),
  token: secretFacts.nullable(),
  /** Test e-mails that were used for a Test Connection and stay at the vendor, deactivated (I1). */
  burntEmails: z.array(burntEmail),
});

export type Workspace = z.output<typeof workspaceSchema>;
export type StoredValue = z.output<typeof storedValue>;
export type StoredStep = z.output<typeof storedStep>;
export type SecretFacts = z.output<typeof secretFacts>;
export type BurntEmail = z.output<typeof burntEmail>;
