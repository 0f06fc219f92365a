import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import type { Result } from '../../../shared/result';
import { err, ok } from '../../../shared/result';
import type { Deviation } from '../../../shared/scim/deviations';
import { emptyObject, isObject, type JsonObject, valueUnder } from '../../../shared/scim/json';
import { readProjection } from '../../../shared/scim/list/list-query';
import { applyPatch, resolveTarget, touchedName } from '../../../shared/scim/patch/apply-patch';
import { type PatchOperation, readPatch } from '../../../shared/scim/patch/read-patch';
import { checkSchemas, readResource } from '../../../shared/scim/resource/read-resource';
import type { ResolvedPath } from '../../../shared/scim/schema/resource-shape';
import { httpError, type ScimError, scimError, shown } from '../../../shared/scim/scim-error';
import { patchOpUrn, userUrn, vendorUserUrn } from '../../../shared/scim/urns';
import { isEmail } from '../../../shared/vendor/apply-user';
import type { Role } from '../../../shared/vendor/event';
import type { Person } from '../../../shared/vendor/model';
import { findPerson, isInOtherOrganisation, must } from '../../../shared/vendor/organisation';
import type { AttributeChange, Change } from '../journal/journal';
import { answerUser, checkPrecondition } from './answer-resource';
import { type Call, type Desk, deviates, type Outcome, outcome, refused } from './desk';
import { explainRefusal } from './explain-refusal';
import { userResource } from './render-user';
import { personIdOf } from './resource-id';
import { userTag } from './user-tag';

/** GET /Users/{id} (RFC 7644 section 3.4.1). */
export function readUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id);
  return found.ok ? answerUser(desk, call, found.value, { status: 200 }) : found.error;
}

/** POST /Users: an unknown person is created; what happens to a known one is the profile's (vendor-behaviour.md section 2). */
export function createUser(desk: Desk, call: Call): Outcome {
  const read = readBody(desk, call);
  if (!read.ok) return refused(read.error);
  const wanted = read.value;
  const userName = userNameOf(desk, wanted);
  if (userName === '') return refused(scimError('invalidValue', 'userName: expected a value, found none'));
  const known = findPerson(desk.mirror.organisation, userName);
  const used: Deviation[] = [];
  const asked = { userName, ...fieldsOf(wanted) };
  if (known === undefined && deviates(desk, 'name-and-active-required')) {
    const missing = missingOnCreate(wanted);
    if (missing !== null)
      return refused(scimError('invalidValue', `${missing}: expected a value, which is required on create, found none`), {
        people: [userName],
        deviations: ['name-and-active-required'],
      });
  }
  if (known !== undefined && deviates(desk, 'post-updates-existing')) used.push('post-updates-existing');
  const event: MirrorEvent = deviates(desk, 'post-updates-existing') ? { type: 'pushUser', ...asked } : { type: 'createUser', ...asked };
  const kept = keptAttributes(desk, wanted, known);
  if (dropsAttributes(desk, wanted)) used.push('few-attributes');
  return write(desk, call, { events: [event], attributes: [{ resource: 'User', name: userName, attributes: kept }] }, userName, {
    status: known === undefined ? 201 : 200,
    deviations: used,
  });
}

/** PUT /Users/{id} (RFC 7644 section 3.5.1). */
export function replaceUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id, call);
  if (!found.ok) return found.error;
  const read = readBody(desk, call);
  if (!read.ok) return refused(read.error, { people: [found.value.userName] });
  const mayLeaveOut = deviates(desk, 'put-may-leave-out');
  if (!mayLeaveOut && userNameOf(desk, read.value) === '')
    return refused(scimError('invalidValue', 'userName: expected a value, which is required, found none'), {
      people: [found.value.userName],
    });
  return changeUser(desk, call, found.value, read.value, null, mayLeaveOut);
}

/** PATCH /Users/{id} (RFC 7644 section 3.5.2). */
export function patchUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id, call);
  if (!found.ok) return found.error;
  const about = { people: [found.value.userName] };
  const patched = readPatched(desk, call, found.value);
  if (!patched.ok) return refused(patched.error, about);
  const { resource, touched } = patched.value;
  if (userNameOf(desk, resource) === '')
    return refused(scimError('invalidValue', 'userName: expected a value, which is required, found none'), about);
  return changeUser(desk, call, found.value, resource, touched, false);
}

function readPatched(desk: Desk, call: Call, person: Person): Result<{ resource: JsonObject; touched: ReadonlySet<string> }, ScimError> {
  const operations = readPatch(call.body);
  if (!operations.ok) return operations;
  const schemas = checkMessage(desk, call, patchOpUrn);
  if (schemas !== null) return err(schemas);
  const { user } = desk.profile;
  if (!deviates(desk, 'few-attributes')) return applyPatch(user, withoutDerivedName(desk, person), operations.value);
  const kept: PatchOperation[] = [];
  const dropped = new Set<string>();
  for (const operation of operations.value) {
    const target = resolveTarget(user, operation);
    if (!target.ok) return target;
    const name = droppedName(target.value);
    if (name === null) kept.push(operation);
    else dropped.add(name);
  }
  const patched = applyPatch(user, withoutDerivedName(desk, person), kept);
  return patched.ok ? ok({ ...patched.value, touched: new Set([...patched.value.touched, ...dropped]) }) : patched;
}

/**
 * The attribute of an operation where this vendor does not keep it: such an operation is ignored whole, since `emails[type eq "work"]`
 * can name no value where there are none, and one ignored attribute must not refuse the others (J17: a replace for each attribute).
 */
function droppedName({ extension, attribute }: ResolvedPath): string | null {
  if (extension !== null) return extension === vendorUserUrn ? null : touchedName(extension, attribute?.name ?? '');
  return attribute === null || vendorNames.has(attribute.name) ? null : attribute.name;
}

/** A formatted name that was only put together from the others must not outlive their change. */
function withoutDerivedName(desk: Desk, person: Person): JsonObject {
  const resource = userResource(desk, person);
  const name = part(resource, 'name');
  if (name['formatted'] !== whole(person.givenName, person.familyName)) return resource;
  const { formatted: _, ...others } = name;
  return { ...resource, name: others };
}

/** DELETE /Users/{id} (RFC 7644 section 3.6); at this vendor it only deactivates (I1). */
export function deleteUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id, call);
  if (!found.ok) return found.error;
  const { userName } = found.value;
  const softly = deviates(desk, 'delete-deactivates');
  const change: Change = { events: [softly ? { type: 'deactivateUser', userName } : { type: 'deleteUser', userName }], attributes: [] };
  const performed = desk.mirror.perform(change, call.at);
  const about = { people: [userName], events: change.events, deviations: softly ? (['delete-deactivates'] as const) : [] };
  if (performed.refusal !== null) return refused(explainRefusal(performed.refusal), about);
  return outcome({ status: 204, effects: performed.effects, change: performed.written ? change : null, ...about });
}

/** The person behind an id: 404 for none, 400 for one of another organisation, 412 for another version than asked for. */
function findUser(desk: Desk, id: string, writing?: Call): Result<Person, Outcome> {
  const personId = personIdOf(id);
  const person = personId === null ? undefined : desk.mirror.organisation.people.get(personId);
  if (person === undefined) return err(refused(httpError(404, `User ${shown(id)} was not found`)));
  const about = { people: [person.userName] };
  if (deviates(desk, 'other-organisation') && isInOtherOrganisation(desk.mirror.organisation, person.userName))
    return err(
      refused(explainRefusal({ status: 400, kind: 'in-other-organisation', userName: person.userName }), {
        ...about,
        deviations: ['other-organisation'],
      }),
    );
  if (writing === undefined) return ok(person);
  const fault = checkPrecondition(writing, userTag(desk, person));
  return fault === null ? ok(person) : err(refused(fault, about));
}

function readBody(desk: Desk, call: Call): Result<JsonObject, ScimError> {
  const read = readResource(desk.profile.user, call.body);
  if (!read.ok) return read;
  const schemas = checkMessage(desk, call, userUrn);
  return schemas === null ? read : err(schemas);
}

/** `schemas` may be missing where the profile says so; a wrong one is refused by both. */
function checkMessage(desk: Desk, call: Call, urn: string): ScimError | null {
  const body = isObject(call.body) ? call.body : {};
  if (deviates(desk, 'schemas-optional') && valueUnder(body, 'schemas') === undefined) return null;
  return checkSchemas(body, urn);
}

/** An e-mail has no blanks around it; any other name is what it is, so that a filter finds it as it was sent. Empty where there is none. */
function userNameOf(desk: Desk, resource: JsonObject): string {
  const { userName } = resource;
  if (typeof userName !== 'string') return '';
  const trimmed = userName.trim();
  return trimmed === '' || deviates(desk, 'user-name-is-email') ? trimmed : userName;
}

const part = (resource: JsonObject, name: string): JsonObject => {
  const value = resource[name];
  return isObject(value) ? value : {};
};

interface Fields {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly role?: Role;
  readonly active?: boolean;
  readonly concurrencyGroup?: string;
}

/** What the organisation keeps of a User; what was not sent is not there. */
function fieldsOf(resource: JsonObject): Fields {
  const name = part(resource, 'name');
  const extension = part(resource, vendorUserUrn);
  const { givenName, familyName } = name;
  const { active } = resource;
  const { OrganizationRole: role, LambdatestGroup: concurrencyGroup } = extension;
  const fields: { -readonly [Name in keyof Fields]: Fields[Name] } = {};
  if (typeof givenName === 'string') fields.givenName = givenName;
  if (typeof familyName === 'string') fields.familyName = familyName;
  if (typeof role === 'string') fields.role = role as Role;
  if (typeof active === 'boolean') fields.active = active;
  if (typeof concurrencyGroup === 'string') fields.concurrencyGroup = concurrencyGroup;
  return fields;
}

function missingOnCreate(wanted: JsonObject): string | null {
  const { givenName, familyName, active } = fieldsOf(wanted);
  if (!givenName?.trim()) return 'name.givenName';
  if (!familyName?.trim()) return 'name.familyName';
  return active === undefined ? 'active' : null;
}

/** The rest of the User, kept as it came (RFC 7643 section 4.1); at this vendor only `externalId` and the formatted name. */
function keptAttributes(desk: Desk, wanted: JsonObject, known: Person | undefined): JsonObject | null {
  const before = known === undefined ? {} : (desk.mirror.userRows.attributes(known.id) ?? {});
  const { schemas: _s, id: _i, meta: _m, groups: _g, userName: _u, active: _a, [vendorUserUrn]: _e, name, ...others } = wanted;
  const { givenName, familyName, ...nameParts } = isObject(name) ? name : {};
  const kept = emptyObject();
  if (deviates(desk, 'few-attributes')) {
    const externalId = others['externalId'] ?? before['externalId'];
    if (externalId !== undefined) kept['externalId'] = externalId;
    const formatted = known === undefined ? nameParts['formatted'] : part(before, 'name')['formatted'];
    if (formatted !== undefined && formatted !== whole(givenName, familyName)) kept['name'] = { formatted };
  } else {
    for (const [key, value] of Object.entries(others)) if (value !== undefined) kept[key] = value;
    const assigned = Object.entries(nameParts).filter(
      ([key, value]) => value !== undefined && !(key === 'formatted' && value === whole(givenName, familyName)),
    );
    if (assigned.length > 0) kept['name'] = Object.fromEntries(assigned);
  }
  return Object.keys(kept).length === 0 ? null : kept;
}

const vendorNames = new Set(['schemas', 'id', 'meta', 'groups', 'userName', 'name', 'active', 'externalId', vendorUserUrn]);

/** True where the body has something that this vendor does not keep. */
const dropsAttributes = (desk: Desk, wanted: JsonObject): boolean =>
  deviates(desk, 'few-attributes') && Object.keys(wanted).some((name) => wanted[name] !== undefined && !vendorNames.has(name));

/** The same of what a PATCH named. */
const dropsNames = (desk: Desk, touched: ReadonlySet<string>): boolean =>
  deviates(desk, 'few-attributes') && [...touched].some((name) => !vendorNames.has(name) && !name.startsWith(`${vendorUserUrn}:`));

/** A role that a PATCH removed falls back to the default (vendor-behaviour.md section 2: User). */
const roleOf = (role: Role | undefined, isNamed: boolean, patched: boolean): { readonly role?: Role } => {
  if (!isNamed) return {};
  return role === undefined ? (patched ? { role: 'User' } : {}) : { role };
};

const whole = (givenName: unknown, familyName: unknown): string => `${givenName ?? ''} ${familyName ?? ''}`.trim();

/**
 * PUT and PATCH: what differs, as events. `touched` holds what a PATCH named (null for PUT): only that is pushed, so that a
 * role which comes from a group does not become the person's own.
 */
function changeUser(
  desk: Desk,
  call: Call,
  person: Person,
  wanted: JsonObject,
  touched: ReadonlySet<string> | null,
  mayLeaveOut: boolean,
): Outcome {
  const fields = fieldsOf(wanted);
  const named = (name: string, extension: string | null = null): boolean => touched === null || touched.has(touchedName(extension, name));
  const used: Deviation[] = [];
  const events: MirrorEvent[] = [];
  const userName = userNameOf(desk, wanted) || person.userName;
  const renames = userName !== person.userName && named('userName');
  const givenName = fields.givenName ?? (mayLeaveOut ? person.givenName : '');
  const familyName = fields.familyName ?? (mayLeaveOut ? person.familyName : '');
  const changesName = named('name') && (givenName !== person.givenName || familyName !== person.familyName);
  if (renames && deviates(desk, 'user-name-immutable')) used.push('user-name-immutable');
  if (changesName && deviates(desk, 'name-ignored')) used.push('name-ignored');
  if (dropsAttributes(desk, wanted) || (touched !== null && dropsNames(desk, touched))) used.push('few-attributes');
  const finalName = renames && !deviates(desk, 'user-name-immutable') ? userName : person.userName;
  if ((renames && !deviates(desk, 'user-name-immutable')) || (changesName && !deviates(desk, 'name-ignored')))
    events.push({ type: 'replaceUser', userName: person.userName, to: finalName, givenName, familyName });
  const pushed = {
    ...roleOf(fields.role, named('OrganizationRole', vendorUserUrn), touched !== null),
    ...(fields.active !== undefined && named('active') ? { active: fields.active } : {}),
    ...(fields.concurrencyGroup !== undefined && named('LambdatestGroup', vendorUserUrn)
      ? { concurrencyGroup: fields.concurrencyGroup }
      : {}),
  };
  if (Object.keys(pushed).length > 0) events.push({ type: 'pushUser', userName: finalName, ...pushed });
  const attributes: AttributeChange[] = [{ resource: 'User', name: finalName, attributes: keptAttributes(desk, wanted, person) }];
  return write(desk, call, { events, attributes }, finalName, { status: 200, deviations: used });
}

function write(
  desk: Desk,
  call: Call,
  change: Change,
  userName: string,
  about: { readonly status: number; readonly deviations: readonly Deviation[] },
): Outcome {
  const { events } = change;
  const named = { people: [userName], events, ...about };
  // A wrong projection is told before anything is changed.
  const projection = readProjection(call.parameters);
  if (!projection.ok) return refused(projection.error, named);
  const performed = desk.mirror.perform(change, call.at);
  if (performed.refusal !== null) {
    const deviations: Deviation[] =
      performed.refusal.kind === 'in-other-organisation' ? ['other-organisation'] : isEmail(userName) ? [] : ['user-name-is-email'];
    return refused(explainRefusal(performed.refusal), { ...named, deviations });
  }
  const person = must(findPerson(desk.mirror.organisation, userName));
  return answerUser(desk, call, person, { events, effects: performed.effects, change: performed.written ? change : null, ...about });
}
