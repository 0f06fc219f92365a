import type { PersonView } from '../vendor/organisation';

/** What differs between before and after, one entry a field; teams one entry each. */
export type PersonChange =
  | { readonly kind: 'created' | 'deleted' }
  | {
      readonly kind: 'active' | 'role' | 'concurrency-group' | 'sub-organisation';
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'joins-team' | 'leaves-team'; readonly team: string };

export function personChanges(before: PersonView | null, after: PersonView | null): readonly PersonChange[] {
  if (after === null) return before === null ? [] : [{ kind: 'deleted' }];
  const changes: PersonChange[] = before === null ? [{ kind: 'created' }] : [];
  const note = (kind: 'active' | 'role' | 'concurrency-group' | 'sub-organisation', from: string | null, to: string | null): void => {
    if (from !== to) changes.push({ kind, from, to });
  };
  note('active', activity(before), activity(after));
  note('role', before?.role ?? null, after.role);
  note('sub-organisation', before?.subOrganization ?? null, after.subOrganization);
  note('concurrency-group', before?.concurrencyGroup ?? null, after.concurrencyGroup);
  for (const team of after.teams) if (before?.teams.includes(team) !== true) changes.push({ kind: 'joins-team', team });
  for (const team of before?.teams ?? []) if (!after.teams.includes(team)) changes.push({ kind: 'leaves-team', team });
  return changes;
}

const activity = (view: PersonView | null): string | null => (view === null ? null : view.active ? 'active' : 'inactive');

const words = {
  active: 'account',
  role: 'role',
  'concurrency-group': 'concurrency group',
  'sub-organisation': 'sub-organisation',
} as const;

export function explainChange(change: PersonChange): string {
  switch (change.kind) {
    case 'created':
      return 'new';
    case 'deleted':
      return 'deleted';
    case 'joins-team':
      return `joins team ${change.team}`;
    case 'leaves-team':
      return `leaves team ${change.team}`;
    case 'sub-organisation':
      return `${words[change.kind]}: ${change.from ?? 'root'} → ${change.to ?? 'root'}`;
    case 'active':
    case 'role':
    case 'concurrency-group':
      return change.from === null ? `${words[change.kind]}: ${change.to}` : `${words[change.kind]}: ${change.from} → ${change.to}`;
  }
}
