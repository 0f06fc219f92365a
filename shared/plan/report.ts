import { endsStep, type Steps } from '../steps';
import { type AssumptionId, assumptionIds, assumptions } from '../vendor/assumptions';
import { conflictTypeWords } from './explain-conflict';
import { entityTypeWords } from './explain-rule';
import { explainChange, personChanges } from './person-changes';
import type { Plan, PlanConflictSide, PlanWarning } from './plan';
import { type WarningSeverity, warningCodes, warningKinds } from './warning-kinds';

/** A list stands one line each. */
export type Cell = string | readonly string[];

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly tone: WarningSeverity | 'plain';
  /** What to know before reading the rows. */
  readonly intro: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly tone: 'danger' | 'caution' | 'plain';
}

/** A plan as a person reads it; text, Markdown and HTML only set it differently. */
export interface Report {
  readonly title: string;
  readonly lead: string;
  /** What must be settled before going live; empty where nothing stands against it. */
  readonly stops: readonly string[];
  readonly figures: readonly Figure[];
  readonly sections: readonly ReportSection[];
}

export function* makeReportSteps(plan: Plan, organisation: string | null): Steps<Report> {
  const people = yield* peopleSection(plan);
  return {
    title: organisation === null ? 'What pushing would do' : `What pushing would do to ${organisation}`,
    lead: leadOf(plan),
    stops: plan.warnings.filter((warning) => warningKinds[warning.code].severity === 'stop').map(stopWords),
    figures: figuresOf(plan),
    sections: [
      ...warningSections(plan),
      people,
      conflictSection(plan),
      refusalSection(plan),
      groupSection(plan),
      entitySection(plan),
      assumptionSection(plan),
      provenanceSection(plan),
    ].filter((section) => section.rows.length > 0),
  };
}

function leadOf({ summary, provenance }: Plan): string {
  const changed =
    summary.peopleChanged === 0
      ? 'Nobody changes'
      : summary.peopleChanged === 1
        ? 'One person changes'
        : `${summary.peopleChanged} people change`;
  const events = provenance.events === 1 ? 'one event' : `${provenance.events} events`;
  return `${changed} when ${events} ${provenance.events === 1 ? 'is' : 'are'} played. This is a preview: nothing was written anywhere.`;
}

const stopWords = (warning: PlanWarning): string =>
  `${warningKinds[warning.code].title}: ${warning.why}. ${warningKinds[warning.code].advice}`;

function figuresOf({ summary }: Plan): readonly Figure[] {
  const figure = (label: string, value: number, tone: Figure['tone'] = 'plain'): Figure => ({
    label,
    value,
    tone: value === 0 ? 'plain' : tone,
  });
  return [
    figure('People who change', summary.peopleChanged),
    figure('New people', summary.usersCreated),
    figure('Gain Admin', summary.gainAdmin, 'danger'),
    figure('Lose Admin', summary.loseAdmin, 'danger'),
    figure('Open conflicts', summary.openConflicts, 'caution'),
    figure('Mappings that wait for an admin', summary.pending, 'caution'),
    figure('Groups without a mapping', summary.unmapped, 'caution'),
    figure('Refused events', summary.refusals, 'caution'),
    figure('Places created', summary.entitiesCreated),
  ];
}

function warningSections(plan: Plan): readonly ReportSection[] {
  return warningCodes.map((code): ReportSection => {
    const kind = warningKinds[code];
    return {
      id: `warning-${code}`,
      title: kind.title,
      tone: kind.severity,
      intro: kind.advice,
      columns: ['Who', 'Why'],
      rows: plan.warnings
        .filter((warning) => warning.code === code)
        .map((warning) => [concerned(warning), `${warning.why}${depends(warning.assumptions ?? [])}`]),
    };
  });
}

function concerned({ code, userName, group, people }: PlanWarning): Cell {
  if (userName !== undefined) return userName;
  if (code === 'rule-never-fires' || code === 'rules-overlap') return 'the rules';
  if (people !== undefined && people.length > 0) return people;
  return group === undefined ? 'the organisation' : `group ${group}`;
}

const depends = (ids: readonly AssumptionId[]): string => (ids.length === 0 ? '' : ` (depends on ${ids.join(', ')})`);

function* peopleSection(plan: Plan): Steps<ReportSection> {
  const rows: (readonly Cell[])[] = [];
  for (const { userName, before, after, because } of plan.people) {
    const changes = personChanges(before, after).map(explainChange);
    rows.push([
      userName,
      changes.length === 0 ? 'nothing' : changes,
      because.map(({ effect, why, event, assumptions: ids }) => `${effect}: ${why} (event ${event})${depends(ids)}`),
    ]);
    if (endsStep(rows.length)) yield;
  }
  return { id: 'people', title: 'People', tone: 'plain', intro: null, columns: ['Person', 'What changes', 'Because'], rows };
}

export const sideWords = ({ displayName, entity }: PlanConflictSide): string =>
  `${entityTypeWords[entity.type]} ${entity.name} (${displayName === null ? 'LambdatestGroup' : `group ${displayName}`})`;

export const conflictStatusWords = {
  open: 'open: an admin must decide',
  keptCurrent: 'decided: current kept',
  usedIncoming: 'decided: incoming used',
  autoResolved: 'over: one side no longer asks',
} as const;

function conflictSection(plan: Plan): ReportSection {
  return {
    id: 'conflicts',
    title: 'Conflicts',
    tone: 'caution',
    intro: 'The person keeps what they have until an admin says Keep Current or Use Incoming.',
    columns: ['Person', 'Has now', 'Also asked for', 'Kind', 'Status'],
    rows: plan.conflicts.map(({ userName, type, current, incoming, status }) => [
      userName,
      sideWords(current),
      sideWords(incoming),
      conflictTypeWords[type],
      conflictStatusWords[status],
    ]),
  };
}

function refusalSection(plan: Plan): ReportSection {
  return {
    id: 'refusals',
    title: 'Refused',
    tone: 'caution',
    intro: 'The vendor would refuse these events; the others are played on.',
    columns: ['Event', 'Status', 'Reason', 'What to do'],
    rows: plan.refusals.map(({ event, status, reason, fix }) => [`event ${event}`, String(status), reason, fix]),
  };
}

function groupSection(plan: Plan): ReportSection {
  return {
    id: 'groups',
    title: 'Groups and their mappings',
    tone: 'plain',
    intro: null,
    columns: ['Group', 'Mapped to', 'Status', 'Reason'],
    rows: plan.groups.flatMap(({ displayName, state, mappings }) => {
      const name = state === 'deleted' ? `${displayName} (deleted)` : displayName;
      if (mappings.length === 0) return [[name, 'nothing', 'no mapping', 'no rule matches and nobody mapped it']];
      return mappings.map(({ type, name: target, status, targetDeleted, reason }) => [
        name,
        `${entityTypeWords[type]} ${target}${targetDeleted ? ' (deleted)' : ''}`,
        status,
        reason,
      ]);
    }),
  };
}

function entitySection(plan: Plan): ReportSection {
  return {
    id: 'entities',
    title: 'Places created',
    tone: 'plain',
    intro: null,
    columns: ['Name', 'Kind'],
    rows: plan.entities.filter((entity) => entity.created).map(({ name, type }) => [name, entityTypeWords[type]]),
  };
}

/** Open questions about the vendor that something in this plan depends on, or that were answered the other way. */
function assumptionSection(plan: Plan): ReportSection {
  const uses = new Map<AssumptionId, number>();
  const count = (ids: readonly AssumptionId[]): void => {
    for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const person of plan.people) for (const because of person.because) count(because.assumptions);
  for (const warning of plan.warnings) count(warning.assumptions ?? []);
  const told = assumptionIds.filter((id) => uses.has(id) || plan.provenance.assumptions[id] === 'other');
  return {
    id: 'assumptions',
    title: 'What this plan assumes',
    tone: 'notice',
    intro: "Where the vendor's documents are silent or disagree, these answers were taken. Ask support before relying on them.",
    columns: ['Number', 'Question', 'Assumed here', 'Otherwise', 'Results that depend on it'],
    rows: told.flatMap((id) => {
      const assumption = assumptions.find((candidate) => candidate.id === id);
      if (assumption === undefined) return [];
      const other = plan.provenance.assumptions[id] === 'other';
      return [
        [
          id,
          assumption.question,
          other ? assumption.other : assumption.default,
          other ? assumption.default : assumption.other,
          String(uses.get(id) ?? 0),
        ],
      ];
    }),
  };
}

function provenanceSection({ provenance }: Plan): ReportSection {
  return {
    id: 'provenance',
    title: 'How this plan came about',
    tone: 'plain',
    intro: null,
    columns: ['What', 'Value'],
    rows: [
      ['Events played', String(provenance.events)],
      ['Organisation before planning', provenance.baselineBefore],
      ['The same after planning', provenance.baselineAfter],
      ['Records of it written', String(provenance.writes)],
      ['Organisation as it would be', provenance.outcome],
    ],
  };
}
