import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import type { Deviation } from '../../../shared/scim/deviations';
import type { JsonObject } from '../../../shared/scim/json';
import { readProjection } from '../../../shared/scim/list/list-query';
import { touchedName } from '../../../shared/scim/patch/apply-patch';
import { vendorUserUrn } from '../../../shared/scim/urns';
import { isEmail } from '../../../shared/vendor/apply-user';
import type { Role } from '../../../shared/vendor/event';
import type { Person } from '../../../shared/vendor/model';
import { findPerson, must } from '../../../shared/vendor/organisation';
import type { AttributeChange, Change } from '../journal/journal';
import { answerUser } from './answer-resource';
import { type Call, type Desk, deviates, type Outcome, refused } from './desk';
import { explainRefusal } from './explain-refusal';
import { dropsAttributes, dropsNames, fieldsOf, keptAttributes, userNameOf } from './user-fields';

/** A role that a PATCH removed falls back to the default (vendor-behaviour.md section 2: User). */
const roleOf = (role: Role | undefined, isNamed: boolean, patched: boolean): { readonly role?: Role } => {
  if (!isNamed) return {};
  return role === undefined ? (patched ? { role: 'User' } : {}) : { role };
};

/**
 * PUT and PATCH: what differs, as events. `touched` holds what a PATCH named (null for PUT): only that is pushed, so that a
 * role which comes from a group does not become the person's own.
 */
export function changeUser(
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
  return writeUser(desk, call, { events, attributes }, finalName, { status: 200, deviations: used });
}

/** Performs the change and answers the User as it is then. */
export function writeUser(
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
