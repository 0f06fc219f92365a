import type { AssumptionId, AssumptionValue } from '../vendor/assumptions';
import type { Scenario } from '../vendor/scenario';
import { scenarioFormat } from '../vendor/scenario';
import type { Pseudonyms } from './pseudonyms';

/** A scenario as its file has it (formats.md section 1): only the assumptions that differ from the default are named. */
export interface ScenarioFile {
  readonly format: typeof scenarioFormat;
  readonly organisation: Scenario['organisation'];
  readonly assumptions: Readonly<Partial<Record<AssumptionId, AssumptionValue>>>;
  readonly events: Scenario['events'];
}

type ScenarioEvent = Scenario['events'][number];

/** The scenario without people's names; groups, entities and rules keep theirs, because rules match on them. */
export function redactScenario(scenario: Scenario, pseudonyms: Pseudonyms): ScenarioFile {
  const { organisation } = scenario;
  const { userName } = pseudonyms;
  const assumptions = Object.fromEntries(Object.entries(scenario.assumptions).filter(([, value]) => value !== 'default'));
  return {
    format: scenarioFormat,
    organisation: {
      ...organisation,
      ...(organisation.name === undefined ? {} : { name: 'Organisation' }),
      ...(organisation.users === undefined ? {} : { users: organisation.users.map((user) => redactUser(user, pseudonyms)) }),
      ...(organisation.usersInOtherOrganisations === undefined
        ? {}
        : { usersInOtherOrganisations: organisation.usersInOtherOrganisations.map(userName) }),
      ...(organisation.groups === undefined
        ? {}
        : {
            groups: organisation.groups.map((group) => ({
              ...group,
              ...(group.members === undefined ? {} : { members: group.members.map(userName) }),
            })),
          }),
    },
    assumptions,
    events: scenario.events.map((event) => redactEvent(event, pseudonyms)),
  };
}

interface Named {
  readonly userName: string;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
}

function redactUser<T extends Named>(user: T, { userName, name }: Pseudonyms): T {
  return {
    ...user,
    userName: userName(user.userName),
    ...(user.givenName === undefined ? {} : { givenName: name(user.givenName) }),
    ...(user.familyName === undefined ? {} : { familyName: name(user.familyName) }),
  };
}

function redactEvent(event: ScenarioEvent, pseudonyms: Pseudonyms): ScenarioEvent {
  switch (event.type) {
    case 'pushUser':
      return redactUser(event, pseudonyms);
    case 'deactivateUser':
    case 'resolveConflict':
    case 'assign':
    case 'unassign':
    case 'setRole':
      return { ...event, userName: pseudonyms.userName(event.userName) };
    case 'pushGroup':
      return event.members === undefined ? event : { ...event, members: event.members.map(pseudonyms.userName) };
    case 'addMembers':
    case 'removeMembers':
    case 'setMembers':
      return { ...event, members: event.members.map(pseudonyms.userName) };
    default:
      return event;
  }
}
