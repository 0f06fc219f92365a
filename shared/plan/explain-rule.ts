import { assertNever } from '../result';
import type { EntityType, RuleSpec } from '../vendor/event';
import type { Mapping, MappingReason } from '../vendor/model';
import { isApproved } from '../vendor/organisation';

export const entityTypeWords: Readonly<Record<EntityType, string>> = {
  Team: 'team',
  ConcurrencyGroup: 'concurrency group',
  SubOrganization: 'sub-organisation',
};

const plural: Readonly<Record<EntityType, string>> = {
  Team: 'teams',
  ConcurrencyGroup: 'concurrency groups',
  SubOrganization: 'sub-organisations',
};

/** "rule regex ^qa-.*-team$ (priority 2)" */
export const ruleText = (rule: RuleSpec): string =>
  rule.type === 'matchAll' ? `rule matchAll (priority ${rule.priority})` : `rule ${rule.type} ${rule.pattern} (priority ${rule.priority})`;

/** Why a mapping has its status, as the plan's `reason`. */
export function mappingReason(mapping: Mapping): string {
  if (mapping.withheld) return `${reasonText(mapping, mapping.reason)}; withheld from everybody while a member has an open conflict (A13)`;
  if (mapping.targetDeleted && isApproved(mapping))
    return `${reasonText(mapping, mapping.reason)}; the ${entityTypeWords[mapping.type]} was deleted: back to Pending at the next sync (A14)`;
  return reasonText(mapping, mapping.reason);
}

function reasonText(mapping: Mapping, reason: MappingReason): string {
  const by = mapping.rule === null ? 'by hand' : ruleText(mapping.rule);
  switch (reason.kind) {
    case 'given':
      return 'as it was';
    case 'rule':
      return by;
    case 'rule-without-auto-approve':
      return `${by} does not approve by itself: an admin must`;
    case 'by-admin':
      return 'approved by an admin';
    case 'rejected-by-admin':
      return 'rejected by an admin';
    case 'owned':
      return `${by}: ${entityTypeWords[mapping.type]} ${mapping.name} is owned by group ${reason.owner} (A3)`;
    case 'sub-organisation-missing':
      return `${by}: no sub-organisation of that name, and none is created automatically (billing)`;
    case 'type-not-enabled':
      return `${by}: ${plural[mapping.type]} are not enabled for this organisation (A16)`;
    case 'renamed':
      return `renamed: ${ruleText(reason.rule)} matches the new name, an admin must decide${mapping.origin === 'admin' ? ' (A1)' : ''}`;
    case 'target-deleted':
      return `the ${entityTypeWords[mapping.type]} was deleted: an admin must map the group again (A14)`;
    case 'group-deleted':
      return 'the group was deleted';
    default:
      return assertNever(reason);
  }
}
