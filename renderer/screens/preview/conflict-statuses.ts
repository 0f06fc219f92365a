import type { ConflictStatus } from '../../../shared/vendor/model';
import type { Tone } from '../../components/tone';

export const conflictStatuses: Readonly<Record<ConflictStatus, { readonly word: string; readonly tone: Tone }>> = {
  open: { word: 'open', tone: 'warn' },
  keptCurrent: { word: 'kept current', tone: 'info' },
  usedIncoming: { word: 'used incoming', tone: 'info' },
  autoResolved: { word: 'resolved by itself', tone: 'pass' },
};
