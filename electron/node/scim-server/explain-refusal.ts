import { assertNever } from '../../../shared/result';
import { httpError, type ScimError, scimError } from '../../../shared/scim/scim-error';
import type { Refusal } from '../../../shared/vendor/refusal';

/** What the organisation refuses, as an answer of the protocol: status, `scimType`, and the part that was refused (vendor-behaviour.md section 7). */
export function explainRefusal(refusal: Refusal): ScimError {
  switch (refusal.kind) {
    case 'in-other-organisation':
      return scimError(
        'invalidValue',
        `userName: ${JSON.stringify(refusal.userName)} belongs to another organisation and was not provisioned; invite the person through team invite first`,
      );
    case 'unknown-members':
      return scimError('invalidValue', `members: expected ids of existing users, found ${refusal.members.slice(0, 5).join(', ')}`);
    case 'unknown-concurrency-group':
      return scimError(
        'invalidValue',
        `LambdatestGroup: expected an existing concurrency group, found ${JSON.stringify(refusal.concurrencyGroup)}`,
      );
    case 'user-name-not-email':
      return scimError('invalidValue', `userName: expected an e-mail address, found ${JSON.stringify(refusal.userName)}`);
    case 'group-provisioning-off':
      return httpError(
        403,
        'Group provisioning is off for this organisation: switch it on in Organization Settings > Security, or ask support',
      );
    case 'unknown-user':
      return httpError(404, `User ${JSON.stringify(refusal.userName)} was not found`);
    case 'unknown-group':
      return httpError(404, `Group ${JSON.stringify(refusal.displayName)} was not found`);
    case 'group-exists':
      return scimError('uniqueness', `displayName: a group named ${JSON.stringify(refusal.existing)} exists; rename or delete the other`);
    case 'user-exists':
      return scimError('uniqueness', `userName: ${JSON.stringify(refusal.userName)} is taken`);
    case 'invalid-rule':
    case 'default-concurrency-group':
    case 'several-conflicts':
    case 'type-not-enabled':
    case 'unknown-entity':
    case 'unknown-mapping':
    case 'unknown-rule':
    case 'no-conflict':
    case 'entity-exists':
    case 'entity-owned':
      // Acts of the vendor's admin: no SCIM request leads here.
      return httpError(refusal.status, `refused: ${refusal.kind}`);
    default:
      return assertNever(refusal);
  }
}
