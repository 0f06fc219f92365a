import { assertNever } from '../result';
import { type Danger, kindOf } from './danger';

export interface DangerWords {
  readonly title: string;
  readonly why: string;
  /** Who or what it concerns, to be read before it is accepted. */
  readonly names: readonly string[];
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const groups = (count: number): string => (count === 1 ? '1 group' : `${count} groups`);

export function explainDanger(danger: Danger): DangerWords {
  switch (danger.kind) {
    case 'loses-admin':
      return {
        title: `${people(danger.people.length)} will lose the role Admin`,
        why: 'A group role or a sync without roles overrules the role they have now (vendor section 6, I7). Make sure that somebody who stays Admin can still sign in.',
        names: danger.people,
      };
    case 'gains-admin':
      return {
        title: `${people(danger.people.length)} will become Admin`,
        why: 'A group that carries the role Admin gives it to every member (vendor section 3).',
        names: danger.people,
      };
    case 'deactivated':
      return {
        title: `${people(danger.people.length)} will be deactivated`,
        why: 'They are suspended or not bound any more (J12, J13), and cannot work from the moment of the sync.',
        names: danger.people,
      };
    case 'moves-sub-organisation':
      return {
        title: `${people(danger.people.length)} will move to another sub-organisation`,
        why: "They leave the parent's pool: their team and concurrency-group places there become invalid (vendor section 4).",
        names: danger.people,
      };
    case 'open-conflict':
      return {
        title: `${people(danger.people.length)} will have an open conflict`,
        why: 'They keep their current assignment until an admin says Keep Current or Use Incoming (vendor section 7).',
        names: danger.people,
      };
    case 'refusals':
      return {
        title: `The vendor will refuse ${danger.reasons.length} ${danger.reasons.length === 1 ? 'request' : 'requests'}`,
        why: 'JumpCloud will report errors for these, and try them again.',
        names: danger.reasons,
      };
    case 'pending-mappings':
      return {
        title: `${groups(danger.groups.length)} will wait for an admin`,
        why: 'A pending mapping assigns nobody until it is approved in the dashboard (vendor section 4).',
        names: danger.groups,
      };
    case 'unmapped-groups':
      return {
        title: `${groups(danger.groups.length)} will have no mapping`,
        why: 'No rule matches and nobody mapped them: their members get no team or concurrency group (vendor section 4).',
        names: danger.groups,
      };
    case 'entities-created':
      return {
        title: `${danger.count} ${danger.count === 1 ? 'team or concurrency group' : 'teams and concurrency groups'} will be created`,
        why: 'Rules that approve by themselves create what they do not find (vendor section 5).',
        names: [],
      };
    case 'plan-warning': {
      const kind = kindOf(danger.code);
      return {
        title: kind?.title ?? danger.code.replaceAll('-', ' '),
        why: kind === undefined ? danger.why : `${danger.why}. ${kind.advice}`,
        names: danger.people,
      };
    }
    default:
      return assertNever(danger);
  }
}
