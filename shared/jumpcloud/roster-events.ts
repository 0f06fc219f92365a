import type { VendorEvent } from '../vendor/event';
import { compareText, userKey } from '../vendor/names';
import type { Roster, RosterPerson } from './roster';

/** What JumpCloud sees at the service before it pushes. */
export interface OrganisationView {
  readonly hasActiveGroup: (displayName: string) => boolean;
  readonly isInOtherOrganisation: (email: string) => boolean;
}

/** What JumpCloud leaves out, with the people or groups it concerns. */
export type RosterNotice =
  | { readonly kind: 'staged-not-pushed'; readonly fact: 'J13'; readonly people: readonly string[] }
  | { readonly kind: 'nameless-not-pushed'; readonly fact: 'J18'; readonly people: readonly string[] }
  /** Inferred: their creation is refused, so JumpCloud holds no id with which to list them as members. */
  | { readonly kind: 'other-organisation-not-member'; readonly fact: 'section 2'; readonly people: readonly string[] }
  /** Inferred: all their groups are unbound from the application, through which JumpCloud provisions people. */
  | { readonly kind: 'unbound-not-pushed'; readonly fact: 'J12'; readonly people: readonly string[] }
  | { readonly kind: 'empty-group-not-created'; readonly fact: 'J11'; readonly groups: readonly string[] }
  /** Inferred from J11: a group that is there and holds nobody in JumpCloud is taken over and emptied. */
  | { readonly kind: 'empty-group-taken-over'; readonly fact: 'J11'; readonly groups: readonly string[] };

export interface RosterEvents {
  readonly events: readonly VendorEvent[];
  readonly notices: readonly RosterNotice[];
}

/**
 * What JumpCloud pushes for a roster: people by e-mail, then groups by name. The order decides conflicts (I8), JumpCloud's own is not
 * known, and that of the rows says nothing: the same roster in another order gives the same events. A group that the organisation
 * has already is taken over: its membership is replaced (J11).
 */
export function rosterEvents(roster: Roster, organisation: OrganisationView): RosterEvents {
  const events: VendorEvent[] = [];
  const staged: string[] = [];
  const nameless: string[] = [];
  const elsewhere: string[] = [];
  const members = new Map<string, string[]>();
  for (const person of byEmail(roster.people)) {
    const membership = reasonToOmit(person, roster.hasNames);
    if (membership === 'staged') staged.push(person.email);
    if (membership === 'nameless') nameless.push(person.email);
    if (membership === null) events.push(pushUser(person, roster.hasNames));
    const isElsewhere = membership === null && organisation.isInOtherOrganisation(person.email);
    if (isElsewhere && person.groups.length > 0) elsewhere.push(person.email);
    for (const group of person.groups) {
      const list = members.get(group);
      const listed = membership === null && !isElsewhere;
      if (list === undefined) members.set(group, listed ? [person.email] : []);
      else if (listed) list.push(person.email);
    }
  }
  for (const group of roster.emptyGroups) if (!members.has(group)) members.set(group, []);
  const notCreated: string[] = [];
  const emptied: string[] = [];
  for (const displayName of [...members.keys()].sort(compareText)) {
    const list = members.get(displayName) ?? [];
    if (organisation.hasActiveGroup(displayName)) {
      events.push({ type: 'setMembers', displayName, members: list });
      if (list.length === 0) emptied.push(displayName);
    } else if (list.length === 0) notCreated.push(displayName);
    else events.push({ type: 'pushGroup', displayName, members: list });
  }
  const notices: RosterNotice[] = [];
  if (staged.length > 0) notices.push({ kind: 'staged-not-pushed', fact: 'J13', people: staged });
  if (nameless.length > 0) notices.push({ kind: 'nameless-not-pushed', fact: 'J18', people: nameless });
  if (elsewhere.length > 0) notices.push({ kind: 'other-organisation-not-member', fact: 'section 2', people: elsewhere });
  if (notCreated.length > 0) notices.push({ kind: 'empty-group-not-created', fact: 'J11', groups: notCreated });
  if (emptied.length > 0) notices.push({ kind: 'empty-group-taken-over', fact: 'J11', groups: emptied });
  return { events, notices };
}

/** Addresses are there once, whatever their case. */
function byEmail(people: readonly RosterPerson[]): readonly RosterPerson[] {
  return people
    .map((person) => ({ person, key: userKey(person.email) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ person }) => person);
}

function reasonToOmit(person: RosterPerson, hasNames: boolean): 'staged' | 'nameless' | null {
  if (person.staged === true) return 'staged';
  return hasNames && (person.firstname === '' || person.lastname === '') ? 'nameless' : null;
}

function pushUser(person: RosterPerson, hasNames: boolean): VendorEvent {
  return {
    type: 'pushUser',
    userName: person.email,
    ...(hasNames ? { givenName: person.firstname, familyName: person.lastname } : {}),
    ...(person.role === undefined ? {} : { role: person.role }),
    active: person.active,
  };
}
