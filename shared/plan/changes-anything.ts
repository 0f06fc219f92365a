import type { Group, Person } from '../vendor/model';
import { compareText } from '../vendor/names';
import type { Organisation } from '../vendor/organisation';
import { viewConflict } from '../vendor/placement';
import { sameView, viewPerson } from '../vendor/view-person';
import { planEntities } from './build-plan';
import { planGroup } from './plan-groups';
import type { Planned } from './planned';

/**
 * Whether an admin of the vendor would find the organisation other than before (formats.md section 4: the command exits 2). Where only the
 * provider remembers more, of a refused push or of a `sync` that found all in order, nothing changes.
 */
export function changesAnything({ baseline, outcome, baselineBefore, outcomeHash }: Planned): boolean {
  if (outcomeHash === baselineBefore) return false;
  return settingsChange(baseline, outcome) || groupsChange(baseline, outcome) || peopleChange(baseline, outcome);
}

function settingsChange(baseline: Organisation, outcome: Organisation): boolean {
  const shown = (org: Organisation): string =>
    JSON.stringify([
      org.groupProvisioning,
      org.rules.map((rule) => rule.spec),
      planEntities(org)
        .map(({ type, name }) => `${type} ${name}`)
        .sort(compareText),
    ]);
  return shown(baseline) !== shown(outcome);
}

function groupsChange(baseline: Organisation, outcome: Organisation): boolean {
  for (let id = 0; id < outcome.groups.size; id += 1) {
    const was = baseline.groups.get(id);
    const is = outcome.groups.get(id);
    if (was === undefined ? is !== undefined : is === undefined || !sameGroup(baseline, was, outcome, is)) return true;
  }
  return false;
}

function sameGroup(baseline: Organisation, was: Group, outcome: Organisation, is: Group): boolean {
  if (was.members.size !== is.members.size) return false;
  for (const member of is.members) if (!was.members.has(member)) return false;
  const shown = (org: Organisation, group: Group): string =>
    JSON.stringify([planGroup(org, group), group.roles], (key, value) => (key === 'reason' ? undefined : value));
  return shown(baseline, was) === shown(outcome, is);
}

function peopleChange(baseline: Organisation, outcome: Organisation): boolean {
  for (let id = 0; id < outcome.people.size; id += 1) {
    const was = baseline.people.get(id);
    const is = outcome.people.get(id);
    if (was === is) continue;
    if (was === undefined || is === undefined || !samePerson(baseline, was, outcome, is)) return true;
  }
  return false;
}

function samePerson(baseline: Organisation, was: Person, outcome: Organisation, is: Person): boolean {
  const conflicts = (org: Organisation, person: Person): string => JSON.stringify(person.conflicts.map((one) => viewConflict(org, one)));
  return (
    was.userName === is.userName &&
    was.givenName === is.givenName &&
    was.familyName === is.familyName &&
    was.ownRole === is.ownRole &&
    sameView(viewPerson(baseline, was), viewPerson(outcome, is)) &&
    conflicts(baseline, was) === conflicts(outcome, is)
  );
}
