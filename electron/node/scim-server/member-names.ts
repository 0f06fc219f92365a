import { err, ok, type Result } from '../../../shared/result';
import { isList, isObject, type Json, valueUnder } from '../../../shared/scim/json';
import { type ScimError, scimError, shown } from '../../../shared/scim/scim-error';
import type { Desk } from './desk';
import { personIdOf } from './resource-id';

/**
 * Members as the organisation names them. An id that does not exist is refused with the place it stands at, or left to the
 * organisation, which ignores it with a warning (A8).
 */
export function memberNames(desk: Desk, given: Json | undefined, where: string): Result<readonly string[], ScimError> {
  // One member where a list belongs, and plain ids instead of objects, are met in the field.
  const members = given === undefined || given === null ? [] : isList(given) ? given : [given];
  const names: string[] = [];
  const { people, settings } = desk.mirror.organisation;
  for (const [at, member] of members.entries()) {
    const value = isObject(member) ? valueUnder(member, 'value') : member;
    if (typeof value !== 'string')
      return err(scimError('invalidValue', `${where}[${at}].value: expected the id of a User, found ${shown(value ?? 'none')}`));
    const personId = personIdOf(value);
    const person = personId === null ? undefined : people.get(personId);
    if (person !== undefined) names.push(person.userName);
    else if (settings.A8 === 'default')
      return err(scimError('invalidValue', `${where}[${at}].value: expected the id of an existing User, found ${shown(value)}`));
    // No userName has a line break in it, so that the organisation cannot take this for one.
    else names.push(`\nid ${value.slice(0, 80)}`);
  }
  return ok(names);
}
