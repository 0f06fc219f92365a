import { z } from 'zod';
import type { AppError } from '../app-error';
import { explainJsonFault } from '../json-fault';
import type { Result } from '../result';
import { err, ok } from '../result';
import { type AsIs, asIs } from './as-is';
import {
  type AssumptionId,
  type AssumptionSettings,
  assumptionIds,
  assumptionWords,
  defaultAssumptions,
  readAssumptionValue,
} from './assumptions';
import { conflictTypes, entityTypes, roles } from './event';
import { jsonPath, shownValue } from './shown-value';

/** `scim-preflight/scenario@1` (formats.md section 1): read strictly, so that a misspelt field is told and not skipped. */

export const scenarioFormat = 'scim-preflight/scenario@1';

const name = z.string().min(1);
const entityType = z.enum(entityTypes);
const role = z.enum(roles);
const entity = z.strictObject({ type: entityType, name });
/** Only `format` is required, and what a thing is called: a rule does not approve by itself unless it says so. */
const ruleFields = { target: entityType, autoApprove: z.boolean().default(false), priority: z.number().default(0) };
export const ruleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('prefix'), pattern: z.string(), ...ruleFields }),
  z.strictObject({ type: z.literal('regex'), pattern: z.string(), ...ruleFields }),
  z.strictObject({ type: z.literal('matchAll'), ...ruleFields }),
]);
const mapping = z.strictObject({
  type: entityType,
  name,
  status: z.enum(['Pending', 'Approved', 'Auto-Approved', 'Rejected']).default('Pending'),
  targetDeleted: z.boolean().optional(),
});
const user = z.strictObject({
  userName: name,
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  active: z.boolean().optional(),
  role: role.optional(),
  teams: z.array(name).optional(),
  concurrencyGroup: name.nullable().optional(),
  subOrganization: name.nullable().optional(),
});
const group = z.strictObject({
  displayName: name,
  members: z.array(name).optional(),
  roles: z.array(role).optional(),
  mappings: z.array(mapping).optional(),
});
export const organisationSchema = z.strictObject({
  name: name.optional(),
  groupProvisioning: z.boolean().optional(),
  defaultConcurrencyGroup: name.optional(),
  enabledTypes: z.array(entityType).optional(),
  entities: z.array(entity).optional(),
  users: z.array(user).optional(),
  usersInOtherOrganisations: z.array(name).optional(),
  groups: z.array(group).optional(),
  rules: z.array(ruleSchema).optional(),
});

const members = z.array(name);
const groupMembers = { displayName: name, members };
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pushUser'),
    userName: name,
    givenName: z.string().optional(),
    familyName: z.string().optional(),
    role: role.optional(),
    active: z.boolean().optional(),
    concurrencyGroup: name.optional(),
  }),
  z.strictObject({ type: z.literal('deactivateUser'), userName: name }),
  z.strictObject({ type: z.literal('pushGroup'), displayName: name, members: members.optional(), roles: z.array(role).optional() }),
  z.strictObject({ type: z.literal('renameGroup'), displayName: name, to: name }),
  z.strictObject({ type: z.literal('addMembers'), ...groupMembers }),
  z.strictObject({ type: z.literal('removeMembers'), ...groupMembers }),
  z.strictObject({ type: z.literal('setMembers'), ...groupMembers }),
  z.strictObject({ type: z.literal('setGroupRoles'), displayName: name, roles: z.array(role) }),
  z.strictObject({ type: z.literal('deleteGroup'), displayName: name }),
  z.strictObject({ type: z.literal('sync') }),
  z.strictObject({ type: z.literal('createEntity'), entity }),
  z.strictObject({ type: z.literal('deleteEntity'), entity }),
  z.strictObject({ type: z.literal('renameEntity'), entity, to: name }),
  z.strictObject({ type: z.literal('approveMapping'), displayName: name, entity }),
  z.strictObject({ type: z.literal('rejectMapping'), displayName: name, entity }),
  z.strictObject({ type: z.literal('addRule'), rule: ruleSchema }),
  z.strictObject({ type: z.literal('removeRule'), rule: ruleSchema }),
  z.strictObject({
    type: z.literal('resolveConflict'),
    userName: name,
    use: z.enum(['current', 'incoming']),
    conflictType: z.enum(conflictTypes).optional(),
  }),
  z.strictObject({ type: z.literal('assign'), userName: name, entity }),
  z.strictObject({ type: z.literal('unassign'), userName: name, entity }),
  z.strictObject({ type: z.literal('setRole'), userName: name, role }),
  z.strictObject({ type: z.literal('setGroupProvisioning'), on: z.boolean() }),
]);

const scenarioSchema = z.strictObject({
  format: z.string(),
  organisation: organisationSchema.optional(),
  assumptions: z.record(z.string(), z.string()).optional(),
  events: z.array(eventSchema).optional(),
});

/** Lists that may be long, with what says that they are in order. */
const fileLists = { events: asIs(z.array(eventSchema)) };
const organisationLists = { users: asIs(z.array(user)), groups: asIs(z.array(group)) };

export type OrganisationSpec = z.output<typeof organisationSchema>;

export interface Scenario {
  readonly organisation: OrganisationSpec;
  readonly assumptions: AssumptionSettings;
  readonly events: readonly z.output<typeof eventSchema>[];
}

/** Text of a scenario file → scenario; an error names the JSON path and what was expected there. */
export function readScenario(text: string): Result<Scenario, AppError> {
  const json = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  return json.ok ? checkScenario(json.value) : json;
}

export function parseJson(text: string): Result<unknown, AppError> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err({
      code: 'not-json',
      message: `expected JSON, found text that is not: ${explainJsonFault(text, error)}`,
      fix: 'Check the file for a cut-off end, a comma too many, or another format saved under this name.',
    });
  }
}

export function checkScenario(json: unknown): Result<Scenario, AppError> {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof json !== 'object' || json === null || format !== scenarioFormat) {
    const found = format === undefined ? 'no format field' : shownValue(format);
    return err({
      code: 'unknown-format',
      path: 'format',
      message: `expected "${scenarioFormat}", found ${found}`,
      fix: 'Open a scenario file of this version.',
    });
  }
  const lost = lostAssumption(json);
  if (lost !== null) return lost;
  const file = setAside(withConflictTypes(json), fileLists);
  const inside = setAside(file.rest['organisation'], organisationLists);
  const rest = 'organisation' in file.rest ? { ...file.rest, organisation: inside.rest } : file.rest;
  const parsed = scenarioSchema.safeParse(rest, { reportInput: true });
  if (!parsed.success) return err(issueError(parsed.error.issues));
  const assumptions = readAssumptions(parsed.data.assumptions ?? {});
  if (!assumptions.ok) return assumptions;
  return ok({
    organisation: { ...parsed.data.organisation, ...inside.lists },
    assumptions: assumptions.value,
    events: file.lists.events ?? parsed.data.events ?? [],
  });
}

interface SetAside<T> {
  /** What was given, with those lists empty. */
  readonly rest: T;
  readonly lists: Pick<OrganisationSpec, 'users' | 'groups'> & Partial<Pick<Scenario, 'events'>>;
}

/** Takes out the lists that can stay as they are: most of a file, of which no copy is made then. */
function setAside<T>(given: T, wanted: Readonly<Record<string, AsIs>>): SetAside<T> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { rest: given, lists: {} };
  const lists = Object.fromEntries(
    Object.entries(given).filter(([key, value]) => Object.hasOwn(wanted, key) && wanted[key]?.(value) === true),
  );
  const emptied = Object.fromEntries(Object.keys(lists).map((key) => [key, []]));
  return { rest: { ...given, ...emptied }, lists };
}

/**
 * formats.md section 1 lets `resolveConflict` say its conflict type in a second field `type`. JSON keeps the last of two fields of
 * one name, so such an event arrives as `{ "type": "crossType", "userName", "use" }`; `conflictType` says the same without the clash.
 */
function withConflictTypes(json: object): Readonly<Record<string, unknown>> {
  if (!('events' in json) || !Array.isArray(json.events)) return { ...json };
  const { events } = json;
  if (!events.some(namesConflictType)) return { ...json };
  return {
    ...json,
    events: events.map((event: unknown) =>
      namesConflictType(event) ? { ...event, type: 'resolveConflict', conflictType: event.type } : event,
    ),
  };
}

const namesConflictType = (event: unknown): event is { readonly type: string } =>
  typeof event === 'object' &&
  event !== null &&
  'type' in event &&
  'use' in event &&
  (conflictTypes as readonly unknown[]).includes(event.type);

/** A record's reader passes over a field called `__proto__`; nothing of a file is passed over in silence. */
function lostAssumption(json: unknown): Result<never, AppError> | null {
  const given = typeof json === 'object' && json !== null && 'assumptions' in json ? json.assumptions : null;
  return typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__') ? unknownAssumption('__proto__') : null;
}

const unknownAssumption = (key: string): Result<never, AppError> =>
  err({
    code: 'unknown-assumption',
    path: jsonPath(['assumptions', key]),
    message: `expected one of ${assumptionIds[0]} to ${assumptionIds.at(-1)}, found ${shownValue(key)}`,
  });

/** Ids to "default" or "other", or to one of the assumption's own two words. */
export function readAssumptions(given: Readonly<Record<string, string>>): Result<AssumptionSettings, AppError> {
  const settings: Record<string, string> = { ...defaultAssumptions };
  for (const [key, text] of Object.entries(given)) {
    const id = assumptionIds.find((known): known is AssumptionId => known === key);
    if (id === undefined) return unknownAssumption(key);
    const value = readAssumptionValue(id, text);
    if (value === null)
      return err({
        code: 'invalid-assumption',
        path: jsonPath(['assumptions', key]),
        message: `expected ${assumptionWords(id)}, found ${shownValue(text)}`,
      });
    settings[id] = value;
  }
  return ok(settings as AssumptionSettings);
}

/** What was expected there, without the library's way of putting it; what was found is told behind it. */
const expected = (issue: z.core.$ZodIssue): string =>
  issue.code === 'too_small' && issue.origin === 'string'
    ? 'expected text that is not empty'
    : issue.message
        .replace(/^Invalid (input|option): /, '')
        .replace(/, received .*$/, '')
        .replace(/^expected (\w+)$/, (whole, type: string) => `expected ${jsonWords[type] ?? whole}`)
        .replaceAll('|', ', ');

/** What a JSON file has, for somebody who writes no programs. */
const jsonWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  nonoptional: 'a value',
  object: 'an object',
  record: 'an object',
};

/** The first of zod's issues as an error with the JSON path: `organisation.rules[2].pattern`. */
export function issueError([first]: readonly z.core.$ZodIssue[]): AppError {
  const issue = first as z.core.$ZodIssue;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return {
      code: 'unknown-field',
      path: jsonPath([...issue.path, key]),
      message: `unknown field ${shownValue(key)}`,
      fix: 'Remove it, or correct its spelling.',
    };
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    const { discriminator, input } = issue;
    const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[discriminator] : input;
    // Told at run time, and not in the type.
    const options = 'options' in issue && Array.isArray(issue.options) ? (issue.options as readonly unknown[]) : [];
    const known = options.map(String).join(', ');
    return {
      code: 'invalid-field',
      path: jsonPath(issue.path),
      message: `expected a ${discriminator} that is one of ${known}; found ${shownValue(given)}`,
    };
  }
  const found = 'input' in issue ? ` found ${shownValue(issue.input)}` : '';
  return {
    code: 'invalid-field',
    path: jsonPath(issue.path),
    message: `${expected(issue)};${found}`.replace(/;$/, ''),
  };
}
