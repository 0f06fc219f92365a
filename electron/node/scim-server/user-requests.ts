import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { Deviation } from '../../../shared/scim/deviations';
import { httpError, scimError, shown } from '../../../shared/scim/scim-error';
import type { Person } from '../../../shared/vendor/model';
import { findPerson, isInOtherOrganisation } from '../../../shared/vendor/organisation';
import type { Change } from '../journal/journal';
import { answerUser, checkPrecondition } from './answer-resource';
import { type Call, type Desk, deviates, type Outcome, outcome, refused } from './desk';
import { explainRefusal } from './explain-refusal';
import { readUserBody, readUserPatch } from './read-user';
import { personIdOf } from './resource-id';
import { changeUser, writeUser } from './user-changes';
import { dropsAttributes, fieldsOf, keptAttributes, missingOnCreate, userNameOf } from './user-fields';
import { userTag } from './user-tag';

/** GET /Users/{id} (RFC 7644 section 3.4.1). */
export function readUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id);
  return found.ok ? answerUser(desk, call, found.value, { status: 200 }) : found.error;
}

/** POST /Users: an unknown person is created; what happens to a known one is the profile's (vendor-behaviour.md section 2). */
export function createUser(desk: Desk, call: Call): Outcome {
  const read = readUserBody(desk, call);
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
  return writeUser(desk, call, { events: [event], attributes: [{ resource: 'User', name: userName, attributes: kept }] }, userName, {
    status: known === undefined ? 201 : 200,
    deviations: used,
  });
}

/** PUT /Users/{id} (RFC 7644 section 3.5.1). */
export function replaceUser(desk: Desk, call: Call, id: string): Outcome {
  const found = findUser(desk, id, call);
  if (!found.ok) return found.error;
  const read = readUserBody(desk, call);
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
  const patched = readUserPatch(desk, call, found.value);
  if (!patched.ok) return refused(patched.error, about);
  const { resource, touched } = patched.value;
  if (userNameOf(desk, resource) === '')
    return refused(scimError('invalidValue', 'userName: expected a value, which is required, found none'), about);
  return changeUser(desk, call, found.value, resource, touched, false);
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
