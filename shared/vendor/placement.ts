import type { AssumptionId } from './assumptions';
import type { Claim } from './claim';
import { claimsOf, syncOf } from './claims';
import type { ConflictView, PlaceSource, Trigger } from './effect';
import type { Conflict, ConflictSide, ManualPlaces, Person, Placement } from './model';
import { noManualPlaces, none, nothing, nowhere } from './model';
import type { Organisation } from './organisation';
import { must, writePerson } from './organisation';
import type { Run } from './run';
import type { Settlement } from './settle';
import { settle } from './settle';

/**
 * Puts a person where groups, decisions and manual assignments say they belong, and reports every difference. Called after
 * anything that can change a claim; what has not changed gives no effect.
 */
export function replace(run: Run, personId: number, trigger: Trigger): void {
  const { org } = run;
  const person = must(org.people.get(personId));
  const claims = claimsOf(org, person);
  if (claims.length === 0 && person.manual === null && person.placement === nowhere && person.conflicts.length === 0) return;
  const settlement = settle(claims, person.decisions, org.settings, person.waiting);
  if (settlement.waiting !== null || person.waiting !== null) writePerson(org, personId).waiting = settlement.waiting;
  const manual = overriddenManual(org, person, settlement);
  const placement = placementOf(org, person, manual, settlement);
  if (manual !== person.manual) writePerson(org, personId).manual = manual;
  reportConflicts(run, person, settlement.conflicts);
  if (samePlacement(person.placement, placement)) return;
  const before = person.placement;
  writePerson(org, personId).placement = placement;
  reportPlaces(run, must(org.people.get(personId)), before, placement, settlement, trigger);
}

/** What SCIM gives stands above a manual assignment, and takes over a team that was given by hand (section 7, A12, A20). */
function overriddenManual(org: Organisation, person: Person, settlement: Settlement): ManualPlaces | null {
  const manual = person.manual;
  if (manual === null) return null;
  let next: ManualPlaces = manual;
  if (
    settlement.concurrencyGroup !== null &&
    !manual.concurrencyGroupHolds &&
    manual.concurrencyGroup !== none &&
    !manual.concurrencyGroupOverridden
  )
    next = { ...next, concurrencyGroupOverridden: true };
  if (
    settlement.subOrganization !== null &&
    !manual.subOrganizationHolds &&
    manual.subOrganization !== none &&
    !manual.subOrganizationOverridden
  )
    next = { ...next, subOrganizationOverridden: true };
  if (org.settings.A20 === 'default' && manual.teams.some((team) => settlement.teams.some((claim) => claim.entityId === team)))
    next = { ...next, teams: manual.teams.filter((team) => !settlement.teams.some((claim) => claim.entityId === team)) };
  const claimed = (team: number): boolean => settlement.teams.some((claim) => claim.entityId === team);
  if (manual.hiddenTeams.some((team) => !claimed(team))) next = { ...next, hiddenTeams: manual.hiddenTeams.filter(claimed) };
  return isNothing(next) ? null : next;
}

const isNothing = (manual: ManualPlaces): boolean =>
  manual.teams.length === 0 &&
  manual.hiddenTeams.length === 0 &&
  manual.concurrencyGroup === none &&
  manual.subOrganization === none &&
  !manual.concurrencyGroupHolds &&
  !manual.subOrganizationHolds;

function placementOf(org: Organisation, person: Person, manual: ManualPlaces | null, settlement: Settlement): Placement {
  const own = !person.active && org.settings.A6 === 'other' ? noManualPlaces : (manual ?? noManualPlaces);
  const comesBack = org.settings.A12 === 'other';
  const subOrganization =
    settlement.subOrganization !== null && !own.subOrganizationHolds
      ? settlement.subOrganization.entityId
      : own.subOrganizationOverridden && !comesBack
        ? none
        : own.subOrganization;
  // A person in a sub-organisation has left the parent's pool: teams and concurrency groups there are invalid (section 4).
  if (subOrganization !== none) return { teams: [], concurrencyGroup: none, subOrganization };
  const concurrencyGroup =
    settlement.concurrencyGroup !== null && !own.concurrencyGroupHolds
      ? settlement.concurrencyGroup.entityId
      : own.concurrencyGroupOverridden && !comesBack
        ? none
        : own.concurrencyGroup;
  if (settlement.teams.length === 0 && own.teams.length === 0) {
    return concurrencyGroup === none ? nowhere : { teams: nowhere.teams, concurrencyGroup, subOrganization };
  }
  const teams = new Set<number>(own.teams);
  for (const claim of settlement.teams) if (!own.hiddenTeams.includes(claim.entityId)) teams.add(claim.entityId);
  return { teams: [...teams], concurrencyGroup, subOrganization };
}

const samePlacement = (a: Placement, b: Placement): boolean =>
  a === b ||
  (a.concurrencyGroup === b.concurrencyGroup &&
    a.subOrganization === b.subOrganization &&
    a.teams.length === b.teams.length &&
    a.teams.every((team) => b.teams.includes(team)));

function reportPlaces(run: Run, person: Person, before: Placement, after: Placement, settlement: Settlement, trigger: Trigger): void {
  const { org, event } = run;
  const personId = person.id;
  if (before.subOrganization !== after.subOrganization) {
    const source = sourceOf(org, person, settlement.subOrganization, after.subOrganization);
    run.effects.push({
      personId,
      event,
      trigger,
      kind: 'exclusive',
      type: 'SubOrganization',
      from: entityName(org, before.subOrganization),
      to: entityName(org, after.subOrganization),
      source,
      assumptions: exclusiveAssumptions(org, person, source, person.manual?.subOrganizationOverridden ?? false, settlement),
    });
  }
  if (before.concurrencyGroup !== after.concurrencyGroup) {
    const source = invalidIn(org, after) ?? sourceOf(org, person, settlement.concurrencyGroup, after.concurrencyGroup);
    run.effects.push({
      personId,
      event,
      trigger,
      kind: 'exclusive',
      type: 'ConcurrencyGroup',
      from: entityName(org, before.concurrencyGroup),
      to: entityName(org, after.concurrencyGroup),
      source,
      assumptions: exclusiveAssumptions(org, person, source, person.manual?.concurrencyGroupOverridden ?? false, settlement),
    });
  }
  for (const team of after.teams) {
    if (before.teams.includes(team)) continue;
    const claim = settlement.teams.find((candidate) => candidate.entityId === team) ?? null;
    const source = sourceOf(org, person, claim, team);
    run.effects.push({
      personId,
      event,
      trigger,
      kind: 'team',
      joined: true,
      entityId: team,
      team: entityName(org, team) ?? '',
      source,
      assumptions: activityAssumptions(org, person),
    });
  }
  for (const team of before.teams) {
    if (after.teams.includes(team)) continue;
    const source = invalidIn(org, after) ?? ({ kind: 'none' } as const);
    run.effects.push({
      personId,
      event,
      trigger,
      kind: 'team',
      joined: false,
      entityId: team,
      team: entityName(org, team) ?? '',
      source,
      assumptions: activityAssumptions(org, person),
    });
  }
}

/** Names of entities that are gone stay readable: the record is kept, the index forgets it. */
const entityName = (org: Organisation, id: number): string | null => (id === none ? null : (org.entities.get(id)?.name ?? null));

const invalidIn = (org: Organisation, after: Placement): PlaceSource | null =>
  after.subOrganization === none ? null : { kind: 'in-sub-organisation', subOrganization: entityName(org, after.subOrganization) ?? '' };

function sourceOf(org: Organisation, person: Person, claim: Claim | null, entityId: number): PlaceSource {
  if (entityId === none) return { kind: 'none' };
  if (claim !== null && claim.entityId === entityId) {
    if (claim.mapping === null) return { kind: 'attribute' };
    return {
      kind: 'mapping',
      via: { groupId: claim.groupId, group: must(org.groups.get(claim.groupId)).displayName, mapping: claim.mapping },
    };
  }
  return person.manual !== null && person.manual.attributeSeq !== none && person.manual.concurrencyGroup === entityId
    ? { kind: 'attribute' }
    : { kind: 'manual' };
}

function exclusiveAssumptions(
  org: Organisation,
  person: Person,
  source: PlaceSource,
  overridden: boolean,
  settlement: Settlement,
): readonly AssumptionId[] {
  const found: AssumptionId[] = [...activityAssumptions(org, person), ...sameGroupAssumption(settlement)];
  if (overridden && (source.kind === 'none' || source.kind === 'manual')) found.push('A12');
  if (person.manual !== null && person.manual.attributeSeq !== none && source.kind === 'mapping') found.push('A18');
  if (settlement.conflicts.some((conflict) => conflict.status === 'usedIncoming' || conflict.status === 'keptCurrent')) found.push('A11');
  return found.length === 0 ? nothing : found;
}

const activityAssumptions = (org: Organisation, person: Person): readonly AssumptionId[] =>
  !person.active && org.settings.A6 === 'other' ? ['A6'] : nothing;

/** A15: the same group maps the person to the sub-organisation and to a place in the parent. */
function sameGroupAssumption(settlement: Settlement): readonly AssumptionId[] {
  const holder = settlement.subOrganization;
  if (holder === null) return [];
  const same = settlement.concurrencyGroup?.groupId === holder.groupId || settlement.teams.some((team) => team.groupId === holder.groupId);
  return same ? ['A15'] : [];
}

/** Open conflicts that are gone are auto-resolved and kept as history; a pair that only changed sides is the same conflict. */
function reportConflicts(run: Run, person: Person, settled: readonly Conflict[]): void {
  const previous = person.conflicts;
  if (previous.length === 0 && settled.length === 0) return;
  const next: Conflict[] = [...settled];
  let changed = false;
  for (const old of previous) {
    if (settled.some((conflict) => samePair(conflict, old))) continue;
    if (old.status === 'open') {
      const resolved: Conflict = { ...old, status: 'autoResolved' };
      next.push(resolved);
      changed = true;
      noteConflict(run, person, resolved);
    } else next.push(old);
  }
  for (const conflict of settled) {
    const old = previous.find((candidate) => samePair(candidate, conflict));
    if (old !== undefined && old.status === conflict.status && old.current.groupId === conflict.current.groupId) {
      if (
        old.blockers.length !== conflict.blockers.length ||
        old.blockers.some((blocker, at) => !sameSide(blocker, conflict.blockers[at] as ConflictSide))
      )
        changed = true;
      continue;
    }
    changed = true;
    noteConflict(run, person, conflict);
  }
  if (!changed && next.length === previous.length) return;
  writePerson(run.org, person.id).conflicts = next;
}

function noteConflict(run: Run, person: Person, conflict: Conflict): void {
  // Either side may be the one that was withheld: a conflict may change sides.
  if (conflict.type === 'crossType' && run.org.settings.A13 === 'other')
    for (const { groupId } of [conflict.current, conflict.incoming]) run.recheck.add(groupId);
  reportConflict(run, person, conflict, viewConflict(run.org, conflict));
}

export function reportConflict(run: Run, person: Person, conflict: Conflict, view: ConflictView): void {
  run.effects.push({
    kind: 'conflict',
    personId: person.id,
    event: run.event,
    conflict: view,
    assumptions: conflictAssumptions(run.org, person, conflict),
  });
}

const sameSide = (a: ConflictSide, b: ConflictSide): boolean => a.groupId === b.groupId && a.entityId === b.entityId;

/** The same two claims against each other, whichever is current. */
export const samePair = (a: Conflict, b: Conflict): boolean =>
  a.type === b.type &&
  ((sameSide(a.current, b.current) && sameSide(a.incoming, b.incoming)) ||
    (sameSide(a.current, b.incoming) && sameSide(a.incoming, b.current)));

export const viewConflict = (org: Organisation, { type, current, incoming, status }: Conflict): ConflictView => ({
  type,
  current: viewSide(org, current),
  incoming: viewSide(org, incoming),
  status,
});

export function viewSide(org: Organisation, { groupId, entityId }: ConflictSide): ConflictView['current'] {
  const { type, name } = must(org.entities.get(entityId));
  return {
    groupId,
    displayName: groupId === none ? null : must(org.groups.get(groupId)).displayName,
    entity: { type, name },
  };
}

function conflictAssumptions(org: Organisation, person: Person, conflict: Conflict): readonly AssumptionId[] {
  const found: AssumptionId[] = [];
  if (conflict.type === 'crossType') found.push(conflict.current.groupId === conflict.incoming.groupId ? 'A15' : 'A13');
  if (conflict.current.groupId === none || conflict.incoming.groupId === none) found.push('A18');
  if (conflict.status === 'keptCurrent' || conflict.status === 'usedIncoming') found.push('A11');
  else if (conflict.status === 'open' && inOneSync(org, person, conflict)) found.push('A5');
  return found;
}

function inOneSync(org: Organisation, person: Person, conflict: Conflict): boolean {
  const current = org.memberships.seqOf(person.id, conflict.current.groupId);
  const incoming = org.memberships.seqOf(person.id, conflict.incoming.groupId);
  return current > 0 && incoming > 0 && syncOf(org.syncSeqs, current) === syncOf(org.syncSeqs, incoming);
}
