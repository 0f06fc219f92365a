import { describe, expect, it } from 'vitest';
import { parseRosterCsv } from '../../../../shared/jumpcloud/roster-csv';
import { diffRosters } from '../../../../shared/jumpcloud/roster-diff';

const roster = (...rows: readonly string[]) => parseRosterCsv(['email,firstname,lastname,active,groups', ...rows].join('\n'));

describe('importing a roster again', () => {
  it('shows who joined, left and changed, and which groups came and went', () => {
    const diff = diffRosters(
      roster('ann@x.example,Ann,Lee,true,eng;qa', 'bob@x.example,Bob,Ray,true,old', 'cid@x.example,Cid,Ray,true,'),
      roster('cid@x.example,Cid,Ray,true,', 'dot@x.example,Dot,Ray,true,new', 'ANN@x.example,Ann,Lee,false,eng;new'),
    );
    expect(diff).toEqual({
      changes: [
        {
          kind: 'changed',
          email: 'ANN@x.example',
          fields: [
            { field: 'email', before: 'ann@x.example', after: 'ANN@x.example' },
            { field: 'state', before: 'active', after: 'suspended' },
          ],
          groupsAdded: ['new'],
          groupsRemoved: ['qa'],
        },
        { kind: 'left', email: 'bob@x.example', groups: ['old'] },
        { kind: 'joined', email: 'dot@x.example', groups: ['new'] },
      ],
      groupsAppeared: ['new'],
      groupsGone: ['qa', 'old'],
      unchanged: 1,
    });
  });
});
