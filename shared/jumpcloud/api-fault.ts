import type { AppError } from '../app-error';
import { explainPullFault, type PullFault } from '../golive/pull-fault';
import { assertNever } from '../result';

/** Why JumpCloud's directory could not be read whole. */
export type JumpCloudFault =
  | { readonly kind: 'key-refused'; readonly status: number }
  | { readonly kind: 'organisation-needed'; readonly organisations: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'organisation-unknown'; readonly orgId: string }
  | { readonly kind: 'application-unknown'; readonly applicationId: string }
  | { readonly kind: 'unexpected-shape'; readonly request: string; readonly path: string; readonly found: string }
  | { readonly kind: 'incomplete'; readonly list: string; readonly read: number; readonly total: number }
  | { readonly kind: 'repeats'; readonly list: string; readonly read: number }
  | { readonly kind: 'request'; readonly fault: PullFault };

export function explainJumpCloudFault(fault: JumpCloudFault): AppError {
  switch (fault.kind) {
    case 'key-refused':
      return {
        code: 'jumpcloud-key',
        message: `JumpCloud refuses the API key (${fault.status}).`,
        fix: 'Generate a new key in the Admin Portal (your initials > My API Key), and check the region: each has its own keys.',
      };
    case 'organisation-needed': {
      const names = fault.organisations.map(({ id, name }) => `${name} (${id})`).join(', ');
      return {
        code: 'jumpcloud-organisation',
        message: `The key belongs to an admin of several organisations, and none was chosen${names === '' ? '' : `: ${names}`}.`,
        fix: 'Choose the organisation whose people are to be provisioned (x-org-id).',
      };
    }
    case 'organisation-unknown':
      return {
        code: 'jumpcloud-organisation',
        message: `JumpCloud knows no organisation "${fault.orgId}" for this key.`,
        fix: 'Copy the organisation ID from the Admin Portal > Settings.',
      };
    case 'application-unknown':
      return {
        code: 'jumpcloud-application',
        message: `JumpCloud knows no application "${fault.applicationId}".`,
        fix: 'Copy the ID from the address of the application in the Admin Portal, or leave it empty to read all groups.',
      };
    case 'unexpected-shape':
      return {
        code: 'jumpcloud-answer',
        message: `Expected the answer of JumpCloud's API, found ${fault.found}.`,
        path: `${fault.request} ${fault.path}`.trim(),
        fix: 'Check the region. If it stays, JumpCloud has changed its API: import a CSV instead.',
      };
    case 'incomplete':
      return {
        code: 'jumpcloud-incomplete',
        message: `Expected ${fault.total} ${fault.list}, found ${fault.read} before the list ended.`,
        fix: 'Read again: nothing was taken over, because people on a missing page would look removed.',
      };
    case 'repeats':
      return {
        code: 'jumpcloud-incomplete',
        message: `The list of ${fault.list} repeats itself after ${fault.read} entries.`,
        fix: 'Read again: nothing was taken over.',
      };
    case 'request': {
      const error = explainPullFault(fault.fault);
      if (fault.fault.kind === 'no-list')
        return {
          ...error,
          message: `Expected JSON of JumpCloud's API, found ${fault.fault.found}.`,
          fix: 'Check the region, and any proxy between here and JumpCloud.',
        };
      if (fault.fault.kind === 'status') return { ...error, fix: 'Read again in a while: nothing was taken over.' };
      return error;
    }
    default:
      return assertNever(fault);
  }
}
