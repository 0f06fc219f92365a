import { assertNever } from '../result';
import type { AssumptionId } from '../vendor/assumptions';
import { explainTrial } from './explain-near-miss';
import { explainRefusal, refusalFix } from './explain-refusal';
import { entityTypeWords, ruleText } from './explain-rule';
import type { GroupExplanation, GroupNote, MappingExplanation, RuleTrial } from './group-explanation';
import type { ManualLink, PersonExplanation, PlaceLink, RefusedLink, RoleExplanation } from './person-explanation';
import type { PlanConflict, PlanConflictSide } from './plan';

/** `no`: here the chain breaks. `waits`: it goes on once an admin decides. */
export type Standing = 'yes' | 'no' | 'waits';

export interface ChainStep {
  readonly kind: 'person' | 'group' | 'rule' | 'mapping' | 'place' | 'role' | 'event';
  readonly text: string;
  readonly standing: Standing;
}

/** One chain person → group → rule → mapping → place, read from left to right, and what comes of it. */
export interface ChainText {
  readonly steps: readonly ChainStep[];
  readonly conclusion: string;
  readonly advice: string | null;
  readonly assumptions: readonly AssumptionId[];
}

/** Every chain of a person: role first, then places, then what was set by hand, then what was refused. */
export function explainPerson(explanation: PersonExplanation): readonly ChainText[] {
  const { userName, role, places, manual, refused, inOtherOrganisation } = explanation;
  return [
    ...(inOtherOrganisation ? [elsewhere(userName)] : []),
    ...(role === null ? [] : [roleChain(userName, role)]),
    ...places.map((link) => placeChain(userName, link)),
    ...manual.map((link) => manualChain(userName, link)),
    ...refused.map((link) => refusedChain(userName, link)),
  ];
}

/** A group's mappings, what each rule says to its name, and what else stands in the way. */
export function explainGroup(explanation: GroupExplanation): readonly ChainText[] {
  const { displayName, members, mappings, trials, notes } = explanation;
  const group: ChainStep = {
    kind: 'group',
    text: `group ${displayName} (${members === 1 ? 'one member' : `${members} members`})`,
    standing: 'yes',
  };
  const mapped = mappings.map(
    (mapping): ChainText => ({
      steps: [group, ...mappingSteps(mapping)],
      conclusion: `${mapping.mapping.status}: ${mapping.mapping.reason}`,
      advice: mappingAdvice(mapping),
      assumptions: [],
    }),
  );
  return [...mapped, ...(mappings.length > 0 ? [] : [unmappedChain(group, trials)]), ...notes.map((note) => noteChain(group, note))];
}

const elsewhere = (userName: string): ChainText => ({
  steps: [{ kind: 'person', text: userName, standing: 'no' }],
  conclusion: 'This e-mail belongs to another organisation at the vendor: every request for it is refused with 400.',
  advice: 'Invite the person through team invite first.',
  assumptions: [],
});

function roleChain(userName: string, { role, ownRole, cause, groups, assumptions }: RoleExplanation): ChainText {
  const deciding = groups.filter((group) => group.decides);
  const lower = groups.filter((group) => group.gives !== null && !group.decides);
  const steps: ChainStep[] = [{ kind: 'person', text: userName, standing: 'yes' }];
  for (const { group, roles } of deciding)
    steps.push({ kind: 'group', text: `group ${group} carries ${roles.join(', ')}`, standing: 'yes' });
  steps.push({ kind: 'role', text: `role ${role}`, standing: 'yes' });
  return { steps, conclusion: `${roleReason()}${beaten()}`, advice: null, assumptions };

  function roleReason(): string {
    switch (cause.kind) {
      case 'groups':
        return 'The highest role over all groups counts, whatever the own role is.';
      case 'own':
        return groups.length === 0
          ? `In no group: the own role ${ownRole} counts.`
          : `None of the groups carries a role: the own role ${ownRole} counts.`;
      case 'no-roles':
        return groups.length === 0 ? 'In no group: User, or the role as pushed.' : 'None of the groups carries a role: User.';
      case 'by-admin':
        return 'Set by an admin; the next sync overwrites it if a group carries a role.';
      case 'pushed':
        return 'The OrganizationRole as pushed.';
      default:
        return assertNever(cause);
    }
  }

  function beaten(): string {
    return lower.length === 0 ? '' : ` Lower, and so without effect: ${lower.map(({ group, gives }) => `${group}=${gives}`).join(', ')}.`;
  }
}

function mappingSteps({ mapping, rule, madeBy, targetExists }: MappingExplanation): readonly ChainStep[] {
  const approved = mapping.status === 'Approved' || mapping.status === 'Auto-Approved';
  const standing: Standing = approved ? 'yes' : mapping.status === 'Pending' ? 'waits' : 'no';
  const maker = rule !== null ? ruleText(rule) : madeBy === 'given' ? 'mapped before' : 'mapped by an admin';
  return [
    { kind: 'rule', text: maker, standing: 'yes' },
    { kind: 'mapping', text: `mapping ${mapping.status}`, standing },
    {
      kind: 'place',
      text: `${entityTypeWords[mapping.type]} ${mapping.name}${targetExists ? '' : mapping.targetDeleted ? ' (deleted)' : ' (not there yet)'}`,
      standing: approved && targetExists ? 'yes' : standing === 'yes' ? 'no' : standing,
    },
  ];
}

function mappingAdvice({ mapping, ownedBy }: MappingExplanation): string | null {
  if (mapping.status === 'Rejected') return 'An admin can approve it again in the SCIM Group Provisioning dashboard.';
  if (mapping.status !== 'Pending') return null;
  if (ownedBy !== null)
    return `An entity is mapped from one group only: merge the group with ${ownedBy} in JumpCloud, or reject that mapping first.`;
  if (mapping.targetDeleted) return 'Map the group again by hand, to a new target.';
  if (mapping.type === 'SubOrganization') return 'Create the sub-organisation first, then approve the mapping by hand.';
  return 'Approve it in the SCIM Group Provisioning dashboard, or let the rule approve by itself.';
}

function placeChain(userName: string, link: PlaceLink): ChainText {
  const steps: ChainStep[] = [
    { kind: 'person', text: userName, standing: 'yes' },
    { kind: 'group', text: `member of group ${link.group}`, standing: 'yes' },
  ];
  if (link.mapping === null) return { ...unmappedChain(steps[1] as ChainStep, link.trials), steps: [...steps, ...trialSteps(link.trials)] };
  const whole = [...steps, ...mappingSteps(link.mapping)];
  const place = `${entityTypeWords[link.mapping.mapping.type]} ${link.mapping.mapping.name}`;
  const { outcome } = link;
  const chain = (standing: Standing, conclusion: string, advice: string | null): ChainText => ({
    steps: whole.map((step, at) => (at === whole.length - 1 ? { ...step, standing } : step)),
    conclusion,
    advice,
    assumptions: link.assumptions,
  });
  switch (outcome.kind) {
    case 'given':
      return chain('yes', `Is in ${place}.`, null);
    case 'no-mapping':
    case 'not-approved':
      return chain(
        link.mapping.mapping.status === 'Pending' ? 'waits' : 'no',
        `Not in ${place}: the mapping is ${link.mapping.mapping.status}, ${link.mapping.mapping.reason}.`,
        mappingAdvice(link.mapping),
      );
    case 'target-deleted':
      return chain('waits', `The ${place} was deleted, so the mapping gives nothing.`, mappingAdvice(link.mapping));
    case 'conflict':
      return chain(
        outcome.conflict.status === 'open' ? 'waits' : 'no',
        conflictWords(outcome.conflict, place),
        conflictAdvice(outcome.conflict),
      );
    case 'withheld':
      return chain(
        'waits',
        `Not in ${place}: the mapping is withheld from everybody while a member has an open conflict.`,
        'Resolve the open conflicts of the group’s members.',
      );
    case 'in-sub-organisation':
      return chain(
        'no',
        `Not in ${place}: places in the parent are invalid while the person is in sub-organisation ${outcome.subOrganization}.`,
        null,
      );
    case 'manual-stands':
      return chain(
        'no',
        `Not in ${place}: an admin changed it by hand; the next sync undoes that.`,
        'To keep somebody out for good, take them out of the group in JumpCloud.',
      );
    case 'inactive':
      return chain('no', `Not in ${place}: the person is deactivated.`, null);
    default:
      return assertNever(outcome);
  }
}

/** What comes of one link, without the steps on the way; of a rule that nearly matched, how nearly. */
export function concludePlace(link: PlaceLink): string {
  const { conclusion, advice } = placeChain('', link);
  const near = link.trials.some((trial) => trial.kind === 'no-match' && trial.nearMiss !== null);
  const said = near && advice !== null ? `${conclusion} ${advice}` : conclusion;
  return `${said.charAt(0).toLowerCase()}${said.slice(1)}`.replace(/\.$/, '');
}

const sideWords = ({ displayName, entity }: PlanConflictSide): string =>
  `${entityTypeWords[entity.type]} ${entity.name} (${displayName === null ? 'LambdatestGroup' : `group ${displayName}`})`;

function conflictWords({ status, current, incoming }: PlanConflict, place: string): string {
  switch (status) {
    case 'open':
      return `Not in ${place}: ${sideWords(current)} came first, and a person has one or the other. What they have stays until an admin decides.`;
    case 'keptCurrent':
      return `Not in ${place}: an admin kept ${sideWords(current)}.`;
    case 'usedIncoming':
      return `Not in ${place}: an admin preferred ${sideWords(incoming)}.`;
    case 'autoResolved':
      return `Not in ${place}.`;
  }
}

const conflictAdvice = ({ status, current, incoming }: PlanConflict): string | null =>
  status === 'open'
    ? `Say Keep Current or Use Incoming in the Conflicts tab, push ${incoming.displayName ?? 'the other'} before ${current.displayName ?? 'this'}, or take the person out of one of the two groups.`
    : null;

const trialSteps = (trials: readonly RuleTrial[]): readonly ChainStep[] =>
  trials.map((trial) => ({ kind: 'rule', text: explainTrial(trial), standing: 'no' }));

function unmappedChain(group: ChainStep, trials: readonly RuleTrial[]): ChainText {
  const near = trials.find((trial) => trial.kind === 'no-match' && trial.nearMiss !== null);
  const fires = trials.find((trial) => trial.kind === 'fires');
  return {
    steps: [group, ...trialSteps(trials)],
    conclusion:
      fires !== undefined
        ? 'No mapping: the rule that matches was not there when the group was last created, renamed or restored.'
        : trials.length === 0
          ? 'No mapping: there are no rules, and nobody mapped the group.'
          : 'No mapping: no rule matches the name, and nobody mapped the group.',
    advice:
      near !== undefined
        ? `Nearest: ${explainTrial(near)}.`
        : fires !== undefined
          ? 'Map the group by hand.'
          : 'Add a rule that matches the name before the group is pushed, or map it by hand.',
    assumptions: [],
  };
}

const manualChain = (userName: string, { entity, by, counts }: ManualLink): ChainText => ({
  steps: [
    { kind: 'person', text: userName, standing: 'yes' },
    { kind: 'event', text: by === 'admin' ? 'assigned by an admin' : 'LambdatestGroup as pushed', standing: 'yes' },
    { kind: 'place', text: `${entityTypeWords[entity.type]} ${entity.name}`, standing: counts ? 'yes' : 'no' },
  ],
  conclusion: counts
    ? 'Counts until a group’s mapping asks for another place of this kind.'
    : 'A group’s mapping stands above it: SCIM overrides what was set outside its groups.',
  advice: null,
  assumptions: by === 'attribute' ? ['A18'] : counts ? [] : ['A12'],
});

const refusedChain = (userName: string, { event, group, refusal }: RefusedLink): ChainText => ({
  steps: [
    { kind: 'person', text: userName, standing: 'yes' },
    ...(group === null ? [] : [{ kind: 'group', text: `group ${group}`, standing: 'no' } as const]),
    { kind: 'event', text: `event ${event} refused with ${refusal.status}`, standing: 'no' },
  ],
  conclusion: `Refused: ${explainRefusal(refusal)}.`,
  advice: refusalFix(refusal),
  assumptions: refusal.kind === 'unknown-members' ? ['A8'] : refusal.kind === 'unknown-concurrency-group' ? ['A17'] : [],
});

function noteChain(group: ChainStep, note: GroupNote): ChainText {
  const chain = (conclusion: string, advice: string | null, assumptions: readonly AssumptionId[] = []): ChainText => ({
    steps: [group],
    conclusion,
    advice,
    assumptions,
  });
  switch (note.kind) {
    case 'empty':
      return chain(
        'Nobody is in the group: JumpCloud does not create it, so no rule ever fires for it (J11, I5).',
        'Put somebody into the group in JumpCloud.',
      );
    case 'provisioning-off':
      return chain(
        'Group provisioning is off: every change of a group is refused with 403; what exists stays.',
        'Switch SCIM Group Provisioning on, or ask support to.',
      );
    case 'refused':
      return chain(
        `Event ${note.event} was refused with ${note.refusal.status}: ${explainRefusal(note.refusal)}.`,
        refusalFix(note.refusal),
      );
    case 'takes-over':
      return chain(
        `The ${entityTypeWords[note.type]} ${note.name} was there before the group, which now decides who is in it and what it is called (I4).`,
        'Rename the group in JumpCloud first if the two are not meant to be one.',
        note.assumptions,
      );
    case 'type-not-enabled':
      return chain(`The type ${entityTypeWords[note.type]} is not enabled for this organisation.`, 'Ask support to enable it.', ['A16']);
    default:
      return assertNever(note);
  }
}
