import { describe, expect, it } from 'vitest';
import { bytesOf, must, openDesks } from './open-desks';

const workspaceId = 'w1';
const slice = { workspaceId, search: '', offset: 0, limit: 500 };
const everybody = { ...slice, kind: 'all', group: null, sort: 'userName', descending: false } as const;
const plan = { kind: 'plan' } as const;
const now = { kind: 'what-if' } as const;

/** Ann and Bob in qa-web, Bob in qa-wide too: two concurrency groups ask for Bob, the first one has him. */
async function withConflict() {
  const opened = openDesks();
  const { ask } = opened;
  const rules = [{ type: 'prefix', pattern: 'qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 }] as const;
  must(await ask['organisation:edit']({ workspaceId, edit: { kind: 'rules', rules: [...rules], label: 'Add a rule' } }));
  const csv = 'email,firstname,lastname,groups\nann@x.example,Ann,Lee,qa-web\nbob@x.example,Bob,Ray,qa-web;qa-wide\n';
  const reading = must(await ask['roster:read']({ workspaceId, name: 'r.csv', parts: [bytesOf(csv)] }));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  must(await ask['roster:adopt']({ workspaceId, offerId: reading.roster.offerId }));
  must(await ask['preview:run']({ workspaceId }));
  const placeOf = async (userName: string) =>
    must(await ask['preview:people'](everybody)).rows.find((row) => row.userName === userName)?.after?.concurrencyGroup;
  return { ...opened, placeOf };
}

describe('what-ifs on top of a plan', () => {
  it('shows the organisation as it would be, leaves the plan untouched, and takes a step back and forth', async () => {
    const { ask, placeOf } = await withConflict();
    expect(await placeOf('bob@x.example')).toBe('qa-web');
    const action = { kind: 'resolve-conflict', userName: 'bob@x.example', use: 'incoming' } as const;
    const played = must(await ask['preview:what-if']({ workspaceId, action }));
    expect(await placeOf('bob@x.example')).toBe('qa-wide');
    expect(played.whatIf.steps).toEqual([{ label: 'Use Incoming for bob@x.example', people: 1, groups: 0, refusals: [], exact: true }]);
    const { untouched } = must(await ask['preview:proof']({ workspaceId }));
    expect(untouched.before).toBe(untouched.after);
    expect(untouched.writes).toBe(0);
    expect(played.summary.openConflicts).toBe(0);

    const undone = must(await ask['preview:what-if-undo']({ workspaceId }));
    expect(await placeOf('bob@x.example')).toBe('qa-web');
    expect(undone.whatIf).toMatchObject({ steps: [], undo: null, redo: 'Use Incoming for bob@x.example' });
    must(await ask['preview:what-if-redo']({ workspaceId }));
    expect(await placeOf('bob@x.example')).toBe('qa-wide');
  });

  it('says in words what the vendor would refuse, and goes on', async () => {
    const { ask } = await withConflict();
    const action = { kind: 'rename-group', displayName: 'qa-wide', to: 'qa-web' } as const;
    const played = must(await ask['preview:what-if']({ workspaceId, action }));
    expect(played.whatIf.steps[0]?.refusals).toEqual(['a group named qa-web exists']);
  });

  it('compares the plan with what it became: people, groups and numbers', async () => {
    const { ask } = await withConflict();
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'qa-web' } }));
    const compared = must(await ask['preview:compare']({ workspaceId, from: plan, to: now }));
    expect(compared.people).toBe(2);
    expect(compared.groups.map(({ displayName, from, to }) => [displayName, from?.state, to?.state])).toEqual([
      ['qa-web', 'active', 'deleted'],
    ]);
    const people = must(await ask['preview:compared-people']({ ...slice, from: plan, to: now }));
    expect(people.rows.map(({ userName, from, to }) => [userName, from?.concurrencyGroup, to?.concurrencyGroup])).toEqual([
      ['ann@x.example', 'qa-web', 'Default'],
      ['bob@x.example', 'qa-web', 'qa-wide'],
    ]);
    // The open conflict of the plan is over in the other: told on both sides, each in words.
    expect(compared.others.filter(({ about }) => about === 'conflict').map(({ only, what }) => `${only}: ${what}`)).toEqual([
      expect.stringMatching(/^from: bob@x\.example, .*group qa-web.*group qa-wide.*: open/),
      expect.stringMatching(/^to: bob@x\.example, .*group qa-web.*group qa-wide.*: over/),
    ]);
    expect(must(await ask['preview:compare']({ workspaceId, from: now, to: now }))).toMatchObject({
      people: 0,
      groupCount: 0,
      otherCount: 0,
      summary: [],
    });
  });

  it('keeps scenarios under a name, opens them again, and compares two of them', async () => {
    const { ask, placeOf } = await withConflict();
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'qa-web' } }));
    must(await ask['preview:keep-scenario']({ workspaceId, name: 'without web' }));
    must(await ask['preview:what-if-clear']({ workspaceId }));
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'qa-wide' } }));
    const kept = must(await ask['preview:keep-scenario']({ workspaceId, name: 'without api' }));
    expect(kept.whatIf.scenarios.map(({ name, steps }) => [name, steps])).toEqual([
      ['without web', ['delete group qa-web']],
      ['without api', ['delete group qa-wide']],
    ]);
    const [web, api] = kept.whatIf.scenarios.map(({ id }) => ({ kind: 'scenario', id }) as const);
    if (web === undefined || api === undefined) throw new Error('two were kept');
    const people = must(await ask['preview:compared-people']({ ...slice, from: api, to: web }));
    expect(people.rows.map(({ userName, from, to }) => [userName, from?.concurrencyGroup, to?.concurrencyGroup])).toEqual([
      ['ann@x.example', 'qa-web', 'Default'],
      ['bob@x.example', 'qa-web', 'qa-wide'],
    ]);
    must(await ask['preview:open-scenario']({ workspaceId, id: web.id }));
    expect(await placeOf('bob@x.example')).toBe('qa-wide');
    const left = must(await ask['preview:remove-scenario']({ workspaceId, id: web.id }));
    expect(left.whatIf.scenarios.map(({ name }) => name)).toEqual(['without api']);
  });

  it('plays the what-ifs again on the next run, in this session and in the next', async () => {
    const { ask, documents } = await withConflict();
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'qa-web' } }));
    const again = openDesks(documents);
    for (const desk of [ask, again.ask]) {
      const outcome = must(await desk['preview:run']({ workspaceId }));
      expect(outcome.kind === 'done' && outcome.run.whatIf.steps.map(({ label }) => label)).toEqual(['delete group qa-web']);
    }
  });

  it('explains people and groups as they are with the what-ifs', async () => {
    const { ask } = await withConflict();
    const before = must(await ask['preview:person']({ workspaceId, userName: 'bob@x.example' }));
    expect(before?.chains.some(({ conclusion }) => /qa-wide/.test(conclusion) && /came first/.test(conclusion))).toBe(true);
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'qa-web' } }));
    const after = must(await ask['preview:person']({ workspaceId, userName: 'bob@x.example' }));
    expect(after?.chains.map(({ conclusion }) => conclusion)).toContain('Is in concurrency group qa-wide.');
    expect(must(await ask['preview:group']({ workspaceId, displayName: 'qa-web' }))?.state).toBe('deleted');
    expect(must(await ask['preview:group-names']({ workspaceId }))).toEqual(['qa-wide']);
  });
});

describe('rules before any run', () => {
  it('counts the groups that each rule would take, and finds the rule that can never fire', async () => {
    const { ask } = await withConflict();
    const rules = [
      { type: 'prefix', pattern: 'qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 9 },
      { type: 'prefix', pattern: 'qa-web', target: 'Team', autoApprove: true, priority: 1 },
    ] as const;
    must(await ask['organisation:edit']({ workspaceId, edit: { kind: 'rules', rules: [...rules], label: 'Two rules' } }));
    const report = must(await ask['organisation:check-rules']({ workspaceId }));
    expect(report).toMatchObject({ taken: [2, 0], groups: 2, unmatched: 0 });
    expect(report.findings[0]).toMatchObject({ title: 'Can never fire', rules: [1, 0] });
    const change = must(
      await ask['organisation:try-rules']({ workspaceId, before: [...rules], after: [rules[1], { ...rules[0], priority: 0 }] }),
    );
    expect(change).toMatchObject({ total: 1, matters: 1 });
    expect(change.effects[0]).toEqual({ group: 'qa-web', before: rules[0], after: rules[1], matters: true });
  });
});
