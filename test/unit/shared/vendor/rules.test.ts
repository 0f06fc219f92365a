import {
  approve,
  caseTable,
  deleteGroup,
  matchAll,
  pool,
  prefix,
  push,
  regex,
  reject,
  rename,
  somePeople,
  subOrg,
  team,
} from './case-table';

const users = somePeople;
const organisation = { users };

caseTable('formats.md section 1: only `format` is required', [
  {
    says: 'a rule without autoApprove and priority leaves groups Pending, and comes after those of a higher priority',
    given: {
      organisation: {
        ...organisation,
        rules: [
          { type: 'matchAll', target: 'Team' },
          { type: 'prefix', pattern: 'qa', target: 'ConcurrencyGroup', priority: 1 },
        ],
      },
      events: [push('eng', 'a@x'), push('qa', 'a@x')],
    },
    gives: { groups: { eng: ['Team eng Pending'], qa: ['ConcurrencyGroup qa Pending'] } },
  },
  {
    says: 'a mapping without a status is Pending',
    given: {
      organisation: { ...organisation, groups: [{ displayName: 'eng', members: ['a@x'], mappings: [{ type: 'Team', name: 'eng' }] }] },
    },
    gives: { groups: { eng: ['Team eng Pending'] } },
  },
]);

caseTable('vendor-behaviour.md section 5: rules', [
  {
    says: 'prefix is case-insensitive',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team')] },
      events: [push('ENG-DevOps', 'a@x'), push('aeng-x', 'a@x')],
    },
    gives: { groups: { 'ENG-DevOps': ['Team ENG-DevOps Auto-Approved'], 'aeng-x': [] } },
  },
  {
    says: 'a prefix is no pattern: its characters mean themselves',
    given: { organisation: { ...organisation, rules: [prefix('a.*', 'Team')] }, events: [push('abc'), push('a.*c')] },
    gives: { groups: { abc: [], 'a.*c': ['Team a.*c Auto-Approved'] } },
  },
  {
    says: 'regex matches as the pattern says, capital letters told apart',
    given: {
      organisation: { ...organisation, rules: [regex('^qa-.*-team$', 'Team')] },
      events: [push('qa-web-team'), push('qa-web-teams'), push('QA-app-team'), push('xqa-web-team')],
    },
    gives: { groups: { 'qa-web-team': ['Team qa-web-team Auto-Approved'], 'qa-web-teams': [], 'QA-app-team': [], 'xqa-web-team': [] } },
  },
  {
    says: 'a regex without anchors matches anywhere',
    given: { organisation: { ...organisation, rules: [regex('web', 'Team')] }, events: [push('qa-web-team')] },
    gives: { groups: { 'qa-web-team': ['Team qa-web-team Auto-Approved'] } },
  },
  {
    says: 'match-all matches every group',
    given: { organisation: { ...organisation, rules: [matchAll('ConcurrencyGroup')] }, events: [push('anything')] },
    gives: { groups: { anything: ['ConcurrencyGroup anything Auto-Approved'] } },
  },
  {
    says: 'the highest priority is asked first, and the first match wins',
    given: {
      organisation: { ...organisation, rules: [matchAll('Team', 1), prefix('g', 'ConcurrencyGroup', 2)] },
      events: [push('g'), push('h')],
    },
    gives: { groups: { g: ['ConcurrencyGroup g Auto-Approved'], h: ['Team h Auto-Approved'] } },
  },
  {
    says: 'of equal priorities the one given first is asked first',
    given: {
      organisation: { ...organisation, rules: [prefix('g', 'ConcurrencyGroup', 1), matchAll('Team', 1)] },
      events: [push('g'), { type: 'addRule', rule: prefix('h', 'ConcurrencyGroup', 1) }, push('h')],
    },
    gives: { groups: { g: ['ConcurrencyGroup g Auto-Approved'], h: ['Team h Auto-Approved'] } },
  },
  {
    says: 'auto-approve on finds the entity with the group’s name',
    given: { organisation: { ...organisation, entities: [team('G')], rules: [matchAll('Team')] }, events: [push('g', 'a@x')] },
    gives: {
      entities: ['Team G'],
      groups: { g: ['Team G Auto-Approved'] },
      people: { 'a@x': { teams: ['G'] } },
      warnings: ['entity-taken-over'],
    },
  },
  {
    says: 'auto-approve on finds an existing sub-organisation',
    given: {
      organisation: { ...organisation, entities: [subOrg('eu')], rules: [matchAll('SubOrganization')] },
      events: [push('eu', 'a@x')],
    },
    gives: { groups: { eu: ['SubOrganization eu Auto-Approved'] }, people: { 'a@x': { subOrganization: 'eu' } } },
  },
  {
    says: 'auto-approve on creates it otherwise',
    given: { organisation: { ...organisation, entities: [pool('g')], rules: [matchAll('Team')] }, events: [push('g', 'a@x')] },
    gives: { entities: ['ConcurrencyGroup g', '+Team g'], groups: { g: ['Team g Auto-Approved'] } },
  },
  {
    says: 'auto-approve off: Pending, nothing created, a mapping whose entity does not exist carries the group’s name',
    given: { organisation: { ...organisation, rules: [matchAll('Team', 1, false)] }, events: [push('g', 'a@x')] },
    gives: { entities: [], groups: { g: ['Team g Pending'] }, reason: { g: 'rule matchAll (priority 1)' } },
  },
  {
    says: 'evaluated when a group is created, not when a rule is added',
    given: { organisation, events: [push('g', 'a@x'), { type: 'addRule', rule: matchAll('Team') }] },
    gives: { groups: { g: [] } },
  },
  {
    says: 'removing a rule changes no mapping',
    given: {
      organisation: { ...organisation, rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), { type: 'removeRule', rule: matchAll('Team') }],
    },
    gives: { groups: { g: ['Team g Auto-Approved'] }, people: { 'a@x': { teams: ['g'] } } },
  },
  {
    says: 'a rule that is not there cannot be removed, a pattern that is none cannot be added',
    given: {
      organisation,
      events: [
        { type: 'removeRule', rule: matchAll('Team') },
        { type: 'addRule', rule: regex('(', 'Team') },
        { type: 'addRule', rule: regex('(?=x)', 'Team') },
      ],
    },
    gives: { refusals: ['0 404', '1 400', '2 400'] },
  },
  {
    says: 'evaluated when a group is renamed: one without a mapping takes the rule that its new name matches, auto-approval included',
    given: { organisation: { ...organisation, rules: [prefix('eng-', 'Team')] }, events: [push('web', 'a@x'), rename('web', 'eng-web')] },
    gives: { groups: { 'eng-web': ['Team eng-web Auto-Approved'] }, people: { 'a@x': { teams: ['eng-web'] } } },
  },
  {
    says: 'evaluated when a group is restored',
    given: { organisation: { ...organisation, rules: [matchAll('Team')] }, events: [push('g', 'a@x'), deleteGroup('g'), push('g', 'a@x')] },
    gives: { groups: { g: ['Team g Auto-Approved'] }, people: { 'a@x': { teams: ['g'] } } },
  },
  {
    says: 'an existing mapping is not overwritten: renamed while the same rule matches',
    given: { organisation: { ...organisation, rules: [prefix('eng-', 'Team')] }, events: [push('eng-a', 'a@x'), rename('eng-a', 'eng-b')] },
    gives: { groups: { 'eng-b': ['Team eng-b Auto-Approved'] }, people: { 'a@x': { teams: ['eng-b'] } } },
  },
  {
    says: 'an existing mapping is not overwritten: renamed so that no rule matches',
    given: { organisation: { ...organisation, rules: [prefix('eng-', 'Team')] }, events: [push('eng-a', 'a@x'), rename('eng-a', 'ops')] },
    gives: { groups: { ops: ['Team ops Auto-Approved'] }, people: { 'a@x': { teams: ['ops'] } } },
  },
  {
    says: 'a rename for which a different rule matches sends the mapping back to Pending, and nobody is assigned by it',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team', 2), prefix('qa-', 'ConcurrencyGroup', 1)] },
      events: [push('eng-a', 'a@x'), rename('eng-a', 'qa-a')],
    },
    gives: { groups: { 'qa-a': ['Team qa-a Pending'] }, people: { 'a@x': { teams: [], concurrencyGroup: 'Default' } } },
  },
  {
    says: 'a different rule to the same target is a different rule',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team', 2), matchAll('Team', 1)] },
      events: [push('eng-a', 'a@x'), rename('eng-a', 'ops')],
    },
    gives: { groups: { ops: ['Team ops Pending'] }, people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'sent back to Pending, an admin can approve it again',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team', 2), matchAll('Team', 1)] },
      events: [push('eng-a', 'a@x'), rename('eng-a', 'ops'), approve('ops', team('ops'))],
    },
    gives: { groups: { ops: ['Team ops Approved'] }, people: { 'a@x': { teams: ['ops'] } } },
  },
  {
    says: 'a Pending mapping stays Pending when the group is renamed so that an auto-approving rule matches',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team', 2), matchAll('Team', 1, false)] },
      events: [push('ops', 'a@x'), rename('ops', 'eng-ops')],
    },
    gives: { groups: { 'eng-ops': ['Team eng-ops Pending'] }, people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'a rejected mapping is a mapping: a rename does not overwrite it',
    given: {
      organisation: { ...organisation, rules: [prefix('eng-', 'Team', 2), matchAll('Team', 1, false)] },
      events: [push('ops', 'a@x'), reject('ops', team('ops')), rename('ops', 'eng-ops')],
    },
    gives: { people: { 'a@x': { teams: [] } } },
  },
]);
