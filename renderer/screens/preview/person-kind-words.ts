import type { PersonKind } from '../../../shared/preview/person-kind';
import type { Tone } from '../../components/tone';

interface KindWords {
  /** Under the number on a card. */
  readonly label: string;
  /** As a filter: "People who …". */
  readonly phrase: string;
  /** When the number is not zero. */
  readonly tone: Tone;
}

/** What is done to people, in the order in which a nervous admin asks. */
export const personKindWords: Readonly<Record<PersonKind, KindWords>> = {
  'gains-admin': { label: 'gain Admin', phrase: 'gain Admin', tone: 'warn' },
  'loses-admin': { label: 'lose Admin', phrase: 'lose Admin', tone: 'fail' },
  deactivated: { label: 'deactivated', phrase: 'are deactivated', tone: 'fail' },
  'sub-organisation': { label: 'change sub-organisation', phrase: 'change sub-organisation', tone: 'warn' },
  conflict: { label: 'in a conflict', phrase: 'are in an open conflict', tone: 'warn' },
  created: { label: 'new accounts', phrase: 'are new', tone: 'neutral' },
  activated: { label: 'activated', phrase: 'are activated', tone: 'neutral' },
  'other-role': { label: 'change between User and Guest', phrase: 'change between User and Guest', tone: 'neutral' },
  'concurrency-group': { label: 'change concurrency group', phrase: 'change concurrency group', tone: 'neutral' },
  'joins-team': { label: 'join a team', phrase: 'join a team', tone: 'neutral' },
  'leaves-team': { label: 'leave a team', phrase: 'leave a team', tone: 'neutral' },
};
