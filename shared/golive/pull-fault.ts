import type { AppError } from '../app-error';
import { explainNetFailure } from '../preflight/explain-net-failure';
import type { NetFailure } from '../preflight/net-failure';
import { assertNever } from '../result';
import type { TenantList } from './tenant';

/** Why a tenant could not be read whole. A part is never taken for the whole. */
export type PullFault =
  | { readonly kind: 'no-answer'; readonly request: string; readonly failure: NetFailure; readonly attempts: number }
  | { readonly kind: 'status'; readonly request: string; readonly status: number; readonly detail: string; readonly attempts: number }
  | { readonly kind: 'no-list'; readonly request: string; readonly found: string }
  | { readonly kind: 'bad-entry'; readonly list: TenantList; readonly position: number }
  | { readonly kind: 'ended-early'; readonly list: TenantList; readonly read: number; readonly total: number }
  | { readonly kind: 'keeps-changing'; readonly list: TenantList; readonly from: number; readonly to: number }
  | { readonly kind: 'too-many'; readonly list: TenantList; readonly limit: number }
  | { readonly kind: 'twice'; readonly list: TenantList; readonly name: string; readonly ids: readonly string[] }
  | { readonly kind: 'asked-to-wait'; readonly request: string; readonly seconds: number };

export function explainPullFault(fault: PullFault): AppError {
  const [message, fix, path] = words(fault);
  return { code: `pull-${fault.kind}`, message, fix, ...(path === undefined ? {} : { path }) };
}

const again = 'Pull again. Nothing was taken over: a part is never taken for the whole.';

function words(fault: PullFault): readonly [message: string, fix: string, path?: string] {
  switch (fault.kind) {
    case 'no-answer': {
      const { message, fix } = explainNetFailure(fault.failure);
      return [
        fault.attempts === 1 ? message : `${message.replace(/\.$/, '')} (${fault.attempts} attempts).`,
        fault.failure.kind === 'cancelled' ? again : `${fix ?? ''} ${again}`.trim(),
        fault.request,
      ];
    }
    case 'status':
      return [
        `Expected 200, found ${fault.status}${fault.detail === '' ? '' : ` ("${fault.detail}")`}${fault.attempts === 1 ? '' : ` after ${fault.attempts} attempts`}.`,
        fault.status === 401
          ? 'Check the token: it is invalid or expired.'
          : fault.status === 403
            ? "The token may not read this: use an administrator's."
            : again,
        fault.request,
      ];
    case 'no-list':
      return [`Expected a SCIM ListResponse, found ${fault.found}.`, 'Check that the base URL is a SCIM 2.0 endpoint.', fault.request];
    case 'bad-entry':
      return [
        `Entry ${fault.position} of ${fault.list} has no id or no ${fault.list === 'Users' ? 'userName' : 'displayName'}.`,
        'The service must answer whole resources; leaving the entry out would make the organisation look smaller.',
      ];
    case 'ended-early':
      return [
        `Expected ${fault.total} ${fault.list.toLowerCase()} (totalResults), found ${fault.read} before the list ended.`,
        'The service does not page properly, or the list changed meanwhile. Pull again.',
      ];
    case 'keeps-changing':
      return [
        `The number of ${fault.list.toLowerCase()} keeps changing while it is read (${fault.from}, then ${fault.to}).`,
        'Somebody is provisioning at this moment. Pull again when it is quiet.',
      ];
    case 'too-many':
      return [
        `More than ${fault.limit} ${fault.list.toLowerCase()} were answered; reading was stopped.`,
        'The service repeats itself under new ids, or it is not the right endpoint.',
      ];
    case 'twice':
      return [
        `Two ${fault.list.toLowerCase()} are named "${fault.name}" (ids ${fault.ids.join(', ')}).`,
        'The name must be unique (RFC 7643 section 4.1.1; vendor-behaviour section 3): repair it at the service, then pull again.',
      ];
    case 'asked-to-wait':
      return [`The service asks to wait ${fault.seconds} s (Retry-After).`, 'Pull again after that time.', fault.request];
    default:
      return assertNever(fault);
  }
}
