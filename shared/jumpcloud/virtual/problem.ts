import type { Answer } from './read-answer';
import type { VirtualRequest } from './render-request';
import type { ProblemCode } from './script';

/** One thing that went otherwise than JumpCloud needs, with the request and answer that show it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly stepId: string;
  /** The e-mail or the group's name. */
  readonly about: string;
  readonly request: VirtualRequest;
  readonly answer: Answer;
}

/** `warn`: JumpCloud goes on with the next person or group. */
const severities = {
  unreachable: 'fail',
  'token-refused': 'fail',
  'no-list': 'fail',
  'test-email-taken': 'fail',
  'test-email-burnt': 'fail',
  'user-not-created': 'warn',
  'id-not-text': 'fail',
  'groups-off': 'fail',
  'group-taken': 'warn',
  'group-not-created': 'warn',
  'group-not-changed': 'warn',
  'group-not-deleted': 'fail',
  'members-not-listed': 'warn',
  'user-not-changed': 'warn',
  'change-ignored': 'warn',
  'user-name-immutable': 'warn',
  'not-deletable': 'warn',
  'user-left-behind': 'warn',
  gone: 'warn',
  'unexpected-answer': 'fail',
} as const satisfies Record<ProblemCode, 'warn' | 'fail'>;

export const severityOf = (code: ProblemCode): 'warn' | 'fail' => severities[code];
