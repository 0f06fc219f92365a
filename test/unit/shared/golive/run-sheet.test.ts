import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dangersOf } from '../../../../shared/golive/danger';
import type { PlanReading } from '../../../../shared/golive/plan-reading';
import { printRunSheet } from '../../../../shared/golive/print-run-sheet';
import {
  acceptDanger,
  type ChecklistInput,
  fingerprint,
  type InputDigests,
  makeChecklist,
  type RunSheet,
  runSheetSchema,
  staleInputs,
} from '../../../../shared/golive/run-sheet';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const person = (role: string, active = true, subOrganization: string | null = null) => ({ active, role, subOrganization });

const plan: PlanReading = {
  summary: {
    peopleChanged: 4,
    gainAdmin: 1,
    loseAdmin: 1,
    conflicts: 1,
    pending: 1,
    unmapped: 1,
    refusals: 1,
    entitiesCreated: 2,
    usersCreated: 1,
  },
  people: [
    { userName: 'ann@x.example', before: person('Admin'), after: person('User') },
    { userName: 'bob@x.example', before: null, after: person('Admin') },
    { userName: 'cid@x.example', before: person('User'), after: person('User', false) },
    { userName: 'dot@x.example', before: person('User'), after: person('User', true, 'EU') },
  ],
  groups: [
    { displayName: 'eng', state: 'active', mappings: [{ type: 'Team', name: 'eng', status: 'Pending' }] },
    { displayName: 'ops', state: 'active', mappings: [] },
    { displayName: 'old', state: 'deleted', mappings: [] },
  ],
  conflicts: [{ userName: 'eve@x.example', type: 'exclusiveGroup', status: 'open' }],
  refusals: [{ event: 3, status: 409, reason: 'a group named eng exists' }],
  warnings: [
    { code: 'take-over', userName: 'ann@x.example', why: 'an existing team is renamed' },
    { code: 'loses-admin', userName: 'ann@x.example', why: 'covered by the people themselves' },
  ],
};

const ready = { verdict: 'ready', at: '2026-11-24T02:00:00Z', failed: [] } as const;
const accepted = { verdict: 'accepted', at: '2026-11-24T02:00:00Z', failed: [] } as const;
const input = (more: Partial<ChecklistInput> = {}): ChecklistInput => ({
  plan,
  preflight: ready,
  saml: accepted,
  adminsAfter: 3,
  acceptances: {},
  ...more,
});

const acceptAll = (of: PlanReading): RunSheet['acceptances'] =>
  Object.fromEntries(
    dangersOf(of).map((danger) => [
      danger.kind === 'plan-warning' ? `plan-warning:${danger.code}` : danger.kind,
      acceptDanger(danger, 'Ann Lee', '2026-11-24T02:10:00Z', hash),
    ]),
  );

describe('the go-live checklist', () => {
  it('lists every danger of the plan with the people or groups', () => {
    expect(dangersOf(plan)).toEqual([
      { kind: 'loses-admin', people: ['ann@x.example'] },
      { kind: 'gains-admin', people: ['bob@x.example'] },
      { kind: 'deactivated', people: ['cid@x.example'] },
      { kind: 'moves-sub-organisation', people: ['dot@x.example'] },
      { kind: 'open-conflict', people: ['eve@x.example'] },
      { kind: 'refusals', reasons: ['409: a group named eng exists'] },
      { kind: 'pending-mappings', groups: ['eng'] },
      { kind: 'unmapped-groups', groups: ['ops'] },
      { kind: 'entities-created', count: 2 },
      { kind: 'plan-warning', code: 'take-over', people: ['ann@x.example'], why: 'an existing team is renamed' },
    ]);
  });

  it('is clear only when every danger is accepted by name', () => {
    expect(makeChecklist(input(), hash).clear).toBe(false);
    const acceptances = acceptAll(plan);
    expect(makeChecklist(input({ acceptances }), hash).clear).toBe(true);
    const { deactivated: _one, ...others } = acceptances;
    expect(makeChecklist(input({ acceptances: others }), hash).clear).toBe(false);
  });

  it('asks again when the names behind an accepted danger change', () => {
    const acceptances = acceptAll(plan);
    const other = {
      ...plan,
      people: plan.people.map((entry) => (entry.userName === 'cid@x.example' ? { ...entry, userName: 'zoe@x.example' } : entry)),
    };
    const { items, clear } = makeChecklist(input({ plan: other, acceptances }), hash);
    expect(clear).toBe(false);
    expect(items.filter((item) => item.kind === 'danger' && item.state === 'changed-since').map((item) => item.id)).toEqual([
      'deactivated',
    ]);
  });

  it.each([
    ['no plan', { plan: null }],
    ['no preflight', { preflight: null }],
    ['a preflight that was not ready', { preflight: { ...ready, verdict: 'not-ready', failed: ['token'] } as const }],
    ['no SAML check', { saml: null }],
    ['a rejected login', { saml: { ...accepted, verdict: 'rejected', failed: ['audience'] } as const }],
    ['no Admin left, which cannot be accepted', { adminsAfter: 0 }],
  ])('is not clear with %s', (_name, more) => {
    expect(makeChecklist(input({ acceptances: acceptAll(plan), ...more }), hash).clear).toBe(false);
  });
});

describe('a run sheet', () => {
  const inputs: InputDigests = {
    plan: hash('p'),
    roster: hash('r'),
    rules: hash('u'),
    tenant: hash('t'),
    preflight: hash('f'),
    saml: null,
  };
  const sheet: RunSheet = {
    format: 'scim-preflight/run-sheet@1',
    organisation: 'Acme',
    madeAt: '2026-11-24T02:15:00Z',
    fingerprint: fingerprint(inputs, hash),
    inputs,
    acceptances: acceptAll(plan),
  };

  it('has a fingerprint that every input changes', () => {
    const prints = Object.keys(inputs).map((name) => fingerprint({ ...inputs, [name]: hash('other') }, hash));
    expect(new Set([...prints, sheet.fingerprint]).size).toBe(7);
  });

  it('is stale when the roster, the rules or the tenant changed since', () => {
    expect(staleInputs(sheet, inputs)).toEqual([]);
    expect(staleInputs(sheet, { ...inputs, roster: hash('r2'), tenant: null })).toEqual(['roster', 'tenant']);
  });

  it('is read back as it was written, and refused with an unknown field', () => {
    expect(runSheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
    expect(runSheetSchema.safeParse({ ...sheet, extra: 1 }).success).toBe(false);
  });

  it('prints who accepted what, and that it is stale', () => {
    const text = printRunSheet(sheet, makeChecklist(input({ acceptances: sheet.acceptances }), hash), ['roster']);
    expect(text).toContain('Accepted by Ann Lee');
    expect(text).toContain('**Stale**: roster');
    expect(text).toContain('cid@x.example');
    expect(text).not.toContain('undefined');
  });
});
