import { type Certificate, daysLeft, formatFingerprint } from './certificate';
import type { Verdict } from './check';

/** Which certificate each side uses at one moment of a rotation. */
export interface RotationMoment {
  readonly jumpCloud: 'old' | 'new';
  readonly testMu: 'old' | 'new' | 'old and new';
}

/**
 * The moments of JumpCloud's hard cut-over: a new upload replaces certificate and key at once, and the vendor's form takes one
 * certificate (jumpcloud-behaviour, SAML; vendor-behaviour section 1). Between the second and third nobody can sign in.
 */
export const ROTATION_MOMENTS: readonly (RotationMoment & { readonly id: string; readonly title: string })[] = [
  { id: 'before', title: 'Before', jumpCloud: 'old', testMu: 'old' },
  { id: 'jumpcloud-first', title: 'New certificate active in JumpCloud only', jumpCloud: 'new', testMu: 'old' },
  { id: 'testmu-first', title: 'New certificate uploaded at TestMu AI only', jumpCloud: 'old', testMu: 'new' },
  { id: 'after', title: 'After', jumpCloud: 'new', testMu: 'new' },
  { id: 'side-by-side', title: 'If TestMu AI took both, from metadata with two keys', jumpCloud: 'new', testMu: 'old and new' },
];

/** A moment, and whether a login signed then was accepted. */
export interface RehearsedMoment extends RotationMoment {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
}

export interface RotationStep {
  readonly where: 'JumpCloud' | 'TestMu AI' | 'Here' | 'People';
  readonly what: string;
  /** Whether logins fail from this step until the next one is done. */
  readonly opensOutage: boolean;
}

/** The order of steps, with the outage window marked. */
export function rotationSteps(old: Certificate, nowMs: number): readonly RotationStep[] {
  const days = daysLeft(old, nowMs);
  const when = days < 0 ? 'at once: the old certificate has expired and logins may fail already' : `within ${days} days, at a quiet hour`;
  return [
    { where: 'TestMu AI', what: 'Make sure that one admin is exempt from SSO and stays signed in during the change.', opensOutage: false },
    {
      where: 'People',
      what: `Announce the change ${when}. Sessions that are open go on; new logins fail for some minutes.`,
      opensOutage: false,
    },
    {
      where: 'JumpCloud',
      what: `Keep the old certificate (SHA-256 ${formatFingerprint(old.sha256).slice(0, 23)}…) as a file. Its private key cannot be kept: a new upload wipes it.`,
      opensOutage: false,
    },
    {
      where: 'JumpCloud',
      what: 'SSO tab: upload or generate the new IdP certificate and save. From now on JumpCloud signs with it.',
      opensOutage: true,
    },
    { where: 'JumpCloud', what: 'Export the metadata again and read it here: the new certificate must show.', opensOutage: true },
    { where: 'TestMu AI', what: 'Upload the new certificate, or let it read the metadata URL again, and save.', opensOutage: false },
    {
      where: 'Here',
      what: 'Sign in once in a private window, capture the response, and check it against the new metadata.',
      opensOutage: false,
    },
  ];
}
