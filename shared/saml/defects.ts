import type { Defect } from './defect';
import { ADDRESS_DEFECTS } from './defects-address';
import { IDENTITY_DEFECTS } from './defects-identity';
import { SIGNATURE_DEFECTS } from './defects-signature';
import { TIME_DEFECTS } from './defects-time';

/** The fault matrix: each row is the same login with exactly one defect. */
export const DEFECTS: readonly Defect[] = [...ADDRESS_DEFECTS, ...IDENTITY_DEFECTS, ...TIME_DEFECTS, ...SIGNATURE_DEFECTS];
