import { afterEach, describe, expect, it } from 'vitest';
import type { PlanReading } from '../../../../../shared/golive/plan-reading';
import { fakeToken, startFakeVendor } from '../../../../fakes/fake-vendor';
import { liveDesk, value, W } from './live-desk';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const person = (userName: string, role: string, active = true): PlanReading['people'][number] => ({
  userName,
  before: { active: true, role: 'User', subOrganization: null },
  after: { active, role, subOrganization: null },
});
const planOf = (...people: PlanReading['people'][number][]): PlanReading => ({
  summary: {
    peopleChanged: people.length,
    gainAdmin: 0,
    loseAdmin: 0,
    conflicts: 0,
    pending: 0,
    unmapped: 0,
    refusals: 0,
    entitiesCreated: 0,
    usersCreated: 0,
  },
  people,
  groups: [],
  conflicts: [],
  refusals: [],
  warnings: [],
});

/** Preflight ready, SAML accepted: only the plan's dangers are left. */
async function readyDesk() {
  const desk = liveDesk(fakeToken);
  desk.saml = { verdict: 'accepted', at: '2026-11-24T09:00:00.000Z', failed: [] };
  desk.plan = planOf(person('ann@acme.example', 'Admin'));
  return desk;
}

describe('the go-live checklist', () => {
  it('names what is missing before anything else', async () => {
    const view = value(await liveDesk().live.goLive.view(W));
    expect(view.checklist.items.map((item) => item.kind === 'missing' && item.what)).toEqual(['plan', 'preflight', 'saml']);
    expect(view.checklist.clear).toBe(false);
  });

  it('holds each danger until somebody accepts it by name, and for exactly those people', async () => {
    const desk = await readyDesk();
    const state = async () =>
      value(await desk.live.goLive.view(W)).checklist.items.flatMap((item) => (item.kind === 'danger' ? [[item.id, item.state]] : []));
    expect(await state()).toEqual([['gains-admin', 'open']]);
    value(await desk.live.goLive.accept(W, 'gains-admin', 'Kim'));
    expect(await state()).toEqual([['gains-admin', 'accepted']]);
    desk.plan = planOf(person('ann@acme.example', 'Admin'), person('bob@acme.example', 'Admin'));
    expect(await state()).toEqual([['gains-admin', 'changed-since']]);
    value(await desk.live.goLive.withdraw(W, 'gains-admin'));
    expect(await state()).toEqual([['gains-admin', 'open']]);
    expect(await desk.live.goLive.accept(W, 'loses-admin', 'Kim')).toMatchObject({ ok: false, error: { code: 'no-danger' } });
  });

  it('cannot be cleared while no Admin would be left', async () => {
    const desk = await readyDesk();
    desk.plan = { ...planOf(person('ann@acme.example', 'Guest')), warnings: [{ code: 'last-admin-lost', why: 'no active Admin is left' }] };
    expect(
      value(await desk.live.goLive.view(W)).checklist.items.some((item) => item.kind === 'blocker' && item.what === 'no-admin-left'),
    ).toBe(true);
  });

  it('becomes a run sheet that is stale once roster, rules or plan changed', async () => {
    const desk = await readyDesk();
    const made = value(await desk.live.goLive.makeSheet(W));
    expect(made.sheet?.stale).toEqual([]);
    expect(made.sheet?.fingerprint).toBe(made.fingerprint);
    desk.rules = '[{"type":"matchAll"}]';
    desk.roster = { people: [], emptyGroups: [], hasNames: true, problems: [] };
    const later = value(await desk.live.goLive.view(W));
    expect(later.sheet?.stale).toEqual(['roster', 'rules']);
    expect(later.fingerprint).not.toBe(made.fingerprint);
    expect(value(await desk.live.goLive.sheetText(W))).toContain('**Stale**: roster, rules changed since');
  });
});

describe('after going live', () => {
  it('compares the tenant with the plan', async () => {
    const server = await startFakeVendor({
      users: [
        { id: '1', userName: 'ann@acme.example', active: true, role: 'User' },
        { id: '2', userName: 'eve@acme.example', active: true, role: 'User' },
      ],
    });
    open.push(server.close);
    const desk = await readyDesk();
    const pull = () => desk.live.tenant.pull({ workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false, resume: false });
    expect(await desk.live.goLive.comparePlan(W)).toMatchObject({ ok: false, error: { code: 'no-tenant' } });
    expect(value(await pull())).toMatchObject({ kind: 'done' });
    expect(value(await pull())).toMatchObject({ kind: 'done' });
    desk.plan = planOf(person('ann@acme.example', 'Admin'), {
      userName: 'new@acme.example',
      before: null,
      after: { active: true, role: 'User' },
    });
    expect(value(await desk.live.goLive.comparePlan(W))).toEqual([
      { kind: 'user-differs', userName: 'ann@acme.example', field: 'role', expected: 'Admin', found: 'User' },
      { kind: 'user-missing', userName: 'new@acme.example', active: true },
    ]);
  });

  it('reads a Directory Insights export against the plan', async () => {
    const desk = await readyDesk();
    const events = [
      { event_type: 'user_create_provision', timestamp: '2026-11-24T10:00:00Z', success: true, resource: { username: 'ann@acme.example' } },
      {
        event_type: 'user_update_provision',
        timestamp: '2026-11-24T10:01:00Z',
        success: false,
        error_message: '400',
        resource: { username: 'zoe@acme.example' },
      },
    ];
    const findings = value(await desk.live.goLive.readInsights(W, new TextEncoder().encode(JSON.stringify(events))));
    expect(findings.usersWithoutEvent).toEqual([]);
    expect(findings.failed.length).toBe(1);
    desk.plan = null;
    expect(await desk.live.goLive.readInsights(W, new TextEncoder().encode('[]'))).toMatchObject({ ok: false });
  });
});
