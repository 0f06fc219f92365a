import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from '../../../../shared/plan/planned';
import { type Flow, flowStatuses, flowsOf } from '../../../../shared/preview/flows';
import { drawPicture } from '../../../../shared/preview/picture';
import { defaultAssumptions } from '../../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../../shared/vendor/load-organisation';

const flow = (group: string, by: string, target: string | null, people: number, held = 0): Flow => ({
  group,
  by,
  status: target === null ? 'unmapped' : 'Auto-Approved',
  target: target === null ? null : { type: 'Team', name: target },
  people,
  held,
});

describe('flows of an organisation', () => {
  it('tell for each mapping how many people go where, and how many of them an open conflict keeps elsewhere', () => {
    const people = ['a', 'b', 'c'].map((name) => `${name}@x.example`);
    const baseline = loadOrganisation(
      {
        users: people.map((userName) => ({ userName })),
        rules: [
          { type: 'prefix', pattern: 'qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 },
          { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: false, priority: 1 },
        ],
      },
      defaultAssumptions,
    );
    if (!baseline.ok) throw new Error(baseline.error.message);
    const planned = plan({
      baseline: baseline.value,
      events: [
        { type: 'pushGroup', displayName: 'qa-web', members: people },
        { type: 'pushGroup', displayName: 'qa-api', members: people.slice(0, 2) },
        { type: 'pushGroup', displayName: 'eng-core', members: people.slice(2) },
        { type: 'pushGroup', displayName: 'sales', members: people.slice(1) },
        { type: 'pushGroup', displayName: 'nobody', members: [] },
      ],
    });
    expect(flowsOf(planned.outcome)).toEqual([
      {
        group: 'qa-web',
        by: 'prefix qa- (priority 2)',
        status: 'Auto-Approved',
        target: { type: 'ConcurrencyGroup', name: 'qa-web' },
        people: 3,
        held: 0,
      },
      // Both are in qa-web already: an exclusive place stays until an admin decides (vendor-behaviour.md section 7).
      {
        group: 'qa-api',
        by: 'prefix qa- (priority 2)',
        status: 'Auto-Approved',
        target: { type: 'ConcurrencyGroup', name: 'qa-api' },
        people: 2,
        held: 2,
      },
      { group: 'sales', by: 'no rule matches', status: 'unmapped', target: null, people: 2, held: 0 },
      {
        group: 'eng-core',
        by: 'prefix eng- (priority 1)',
        status: 'Pending',
        target: { type: 'Team', name: 'eng-core' },
        people: 1,
        held: 0,
      },
    ]);
  });
});

describe('the picture of flows', () => {
  it('gives few groups a box each, and links them over their rule to their target', () => {
    const { nodes, links } = drawPicture([flow('eng', 'rule 1', 'eng', 5, 2), flow('sales', 'no rule matches', null, 3)], 10);
    expect(nodes.map(({ column, label }) => `${column}: ${label}`)).toEqual([
      'by: rule 1',
      'group: eng',
      'target: team eng',
      'by: no rule matches',
      'group: sales',
      'target: nothing: not mapped',
    ]);
    expect(links).toEqual([
      { from: 'group eng', to: 'by rule 1', status: 'Auto-Approved', people: 5, held: 2 },
      { from: 'by rule 1', to: 'target Team eng', status: 'Auto-Approved', people: 5, held: 2 },
      { from: 'group sales', to: 'by no rule matches', status: 'unmapped', people: 3, held: 0 },
      { from: 'by no rule matches', to: 'target none', status: 'unmapped', people: 3, held: 0 },
    ]);
  });

  it('lets small groups share a box by rule, and says how many are in it', () => {
    const flows = Array.from({ length: 5000 }, (_, at) => flow(`g${at}`, `rule ${at % 3}`, `t${at}`, 5000 - at));
    const picture = drawPicture(flows, 10);
    expect(picture.nodes.length).toBeLessThan(40);
    expect(picture).toMatchObject({ groups: 5000, targets: 5000, flows: 5000 });
    const shared = picture.nodes.filter(({ column, members }) => column === 'group' && members > 1);
    expect(shared.map(({ label }) => label)).toEqual(['1,664 smaller groups', '1,663 smaller groups', '1,663 smaller groups']);
  });

  it('keeps every person of every flow on both sides of the rules, whatever is shared', () => {
    const flows = fc.array(
      fc.record({
        group: fc.nat(30).map((n) => `g${n}`),
        by: fc.nat(3).map((n) => `rule ${n}`),
        status: fc.constantFrom(...flowStatuses),
        target: fc.option(
          fc.nat(20).map((n) => ({ type: 'Team' as const, name: `t${n}` })),
          { nil: null },
        ),
        people: fc.integer({ min: 1, max: 50 }),
        held: fc.nat(5),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(flows, fc.integer({ min: 5, max: 20 }), (given, most) => {
        const { links, nodes } = drawPicture(given, most);
        const known = new Set(nodes.map(({ id }) => id));
        const total = given.reduce((sum, { people }) => sum + people, 0);
        const into = links.filter(({ to }) => to.startsWith('by '));
        const outOf = links.filter(({ from }) => from.startsWith('by '));
        expect(into.reduce((sum, { people }) => sum + people, 0)).toBe(total);
        expect(outOf.reduce((sum, { people }) => sum + people, 0)).toBe(total);
        expect(links.every(({ from, to }) => known.has(from) && known.has(to))).toBe(true);
      }),
    );
  });
});
