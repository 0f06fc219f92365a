import { describe, expect, it } from 'vitest';
import { newWorkspace } from '../../../../shared/guide/change-workspace';
import { noFacts, readValues } from '../../../../shared/guide/checks/read-values';
import { migrateWorkspace } from '../../../../shared/guide/migrate-workspace';
import { deriveProgress } from '../../../../shared/guide/progress';
import { workspaceSchema } from '../../../../shared/guide/workspace';

const at = '2026-01-05T10:00:00.000Z';
const first = {
  format: 'scim-preflight/workspace@1',
  id: 'w1',
  name: 'Acme',
  createdAt: at,
  changedAt: '2026-02-01T00:00:00.000Z',
  steps: { '1': { done: true }, '2': { done: false, note: 'ask Ann' }, '99': { done: true } },
  values: { 'scim-base-url': 'https://auth.lambdatest.com/api/scim', 'acs-url': '', 'bearer-token': 'must not come along', gone: 'x' },
};

describe('a workspace of the first format', () => {
  const migrated = workspaceSchema.parse(migrateWorkspace(first));

  it('keeps its name, values, notes and what was done', () => {
    expect(migrated).toMatchObject({ format: 'scim-preflight/workspace@2', id: 'w1', name: 'Acme', createdAt: at });
    expect(Object.keys(migrated.values)).toEqual(['scim-base-url']);
    expect(migrated.steps['2']?.note).toBe('ask Ann');
    const { steps } = deriveProgress(migrated, readValues(migrated, noFacts, 0));
    expect([steps['1'].state.kind, steps['2'].state.kind]).toEqual(['done', 'in-progress']);
  });

  it('brings no token along in the open', () => {
    expect(JSON.stringify(migrated)).not.toContain('must not come along');
  });
});

describe('other formats', () => {
  it('of today are left as they are', () => {
    const today = newWorkspace('w', 'Acme', at);
    expect(migrateWorkspace(today)).toBe(today);
  });

  it.each([null, 7, 'x', [], {}, { ...first, format: 'scim-preflight/workspace@9' }])('%j is handed on for the schema to judge', (json) => {
    expect(migrateWorkspace(json)).toBe(json);
    expect(workspaceSchema.safeParse(migrateWorkspace(json)).success).toBe(false);
  });
});
