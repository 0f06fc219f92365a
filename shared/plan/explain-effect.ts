import { assertNever } from '../result';
import type { AssumptionId } from '../vendor/assumptions';
import type { Effect, EntityEffect, PersonEffect, PlaceSource, RoleCause, Trigger, Via } from '../vendor/effect';
import type { Role } from '../vendor/event';
import type { Mapping } from '../vendor/model';
import { ConflictWords } from './explain-conflict';
import { entityTypeWords, mappingReason, ruleText } from './explain-rule';
import type { Because, Chain } from './plan';

/** Where there is no concurrency group or sub-organisation of one's own. */
export interface DefaultNames {
  readonly defaultConcurrencyGroup: string;
}

/**
 * Effects on people into `because` entries. What was said last is kept: asked in the order in which it happened, everybody to whom an
 * event gives the same place or role shares one entry.
 */
export class EffectWords {
  private readonly byMapping = new Map<Mapping, MappingWords>();
  private lastMapping: { readonly mapping: Mapping; readonly words: MappingWords } | null = null;
  private readonly conflicts = new ConflictWords();
  private lastRole: { readonly effect: RoleEffect; readonly because: Because } | null = null;

  constructor(private readonly names: DefaultNames) {}

  /** `assumptions` may be more than the effect's own: what its mapping leaned on. */
  explain(effect: PersonEffect, assumptions: readonly AssumptionId[] = effect.assumptions): Because {
    const { event } = effect;
    switch (effect.kind) {
      case 'person-created':
        return {
          effect: 'created',
          event,
          why: pushedAs[effect.active ? 'active' : 'inactive'][effect.role],
          assumptions,
        };
      case 'person-deleted':
        return { effect: 'deleted', event, why: 'DELETE of a generic service provider', assumptions };
      case 'renamed':
        return { effect: `userName ${effect.to}`, event, why: `was ${effect.from}`, assumptions };
      case 'active':
        return {
          effect: effect.active ? 'activated' : 'deactivated',
          event,
          why: effect.cause === 'deactivated' ? 'DELETE only deactivates: the record stays' : `pushed with active ${effect.active}`,
          assumptions,
        };
      case 'role':
        return this.role(effect, assumptions);
      case 'team': {
        if (effect.joined && effect.source.kind === 'mapping') return this.given(effect, effect.source.via, assumptions);
        const why = effect.joined ? this.sourceWhy(effect.source) : leaveWhy(effect.source, effect.trigger);
        const place = `team ${effect.team}`;
        return this.withChain(effect.joined ? place : `left ${place}`, event, why, assumptions, effect.source, place);
      }
      case 'exclusive': {
        if (effect.to !== null && effect.source.kind === 'mapping') return this.given(effect, effect.source.via, assumptions);
        const place = this.placeWords(effect.type, effect.to);
        const goes = effect.to === null || effect.source.kind === 'none';
        const why = goes ? leaveWhy(effect.source, effect.trigger) : this.sourceWhy(effect.source);
        const back =
          effect.to === null ? (effect.type === 'SubOrganization' ? '; back to the root organisation' : '; back to the default group') : '';
        return this.withChain(place, event, why + back, assumptions, effect.source, place);
      }
      case 'conflict':
        return { effect: this.conflicts.effect(effect.conflict), event, why: this.conflicts.why(effect.conflict), assumptions };
      default:
        return assertNever(effect);
    }
  }

  /** Whoever has the role from one group alone shares the entry with all who got it by the same event. */
  private role(effect: RoleEffect, assumptions: readonly AssumptionId[]): Because {
    const known = this.lastRole;
    if (known !== null && sameRole(known.effect, effect) && sameIds(known.because.assumptions, assumptions)) return known.because;
    const { to, cause, event } = effect;
    const chain = roleChain(cause, to);
    const why = roleWhy(cause);
    const because: Because =
      chain === null ? { effect: roleWords[to], event, why, assumptions } : { effect: roleWords[to], event, why, assumptions, chain };
    if (cause.kind === 'groups' && cause.groups.length === 1) this.lastRole = { effect, because };
    return because;
  }

  /** A mapping gives somebody a place: the same words, and one entry, for all who get it by the same event. */
  private given(effect: PlaceEffect, via: Via, assumptions: readonly AssumptionId[]): Because {
    const words = this.wordsOf(via);
    const known = words.given;
    if (known !== null && readAlike(known.effect, effect) && sameIds(known.because.assumptions, assumptions)) return known.because;
    const place = effect.kind === 'team' ? `team ${effect.team}` : this.placeWords(effect.type, effect.to);
    const because = this.withChain(place, effect.event, words.why, assumptions, effect.source, place);
    words.given = { effect, because };
    return because;
  }

  private placeWords(type: 'ConcurrencyGroup' | 'SubOrganization', name: string | null): string {
    if (name !== null) return `${entityTypeWords[type]} ${name}`;
    return type === 'SubOrganization' ? 'root organisation' : `${entityTypeWords[type]} ${this.names.defaultConcurrencyGroup}`;
  }

  private withChain(
    effect: string,
    event: number,
    why: string,
    assumptions: readonly AssumptionId[],
    source: PlaceSource,
    target: string,
  ): Because {
    if (source.kind !== 'mapping') return { effect, event, why, assumptions };
    const words = this.wordsOf(source.via);
    if (words.chain.target !== target) words.chain = { ...words.chain, target };
    return { effect, event, why, assumptions, chain: words.chain };
  }

  private sourceWhy(source: PlaceSource): string {
    return source.kind === 'mapping' ? this.wordsOf(source.via).why : sourceWords(source);
  }

  private wordsOf({ group, mapping }: Via): MappingWords {
    const last = this.lastMapping;
    const known = last?.mapping === mapping ? last.words : this.byMapping.get(mapping);
    // The group may have been renamed while the mapping stayed as it was.
    const words = known?.group === group ? known : makeWords(group, mapping);
    if (words !== known) this.byMapping.set(mapping, words);
    if (words !== last?.words) this.lastMapping = { mapping, words };
    return words;
  }
}

const makeWords = (group: string, mapping: Mapping): MappingWords => ({
  group,
  given: null,
  why: `group ${group} → ${mappingReason(mapping)} → ${mapping.status}`,
  chain: { group, ...(mapping.rule === null ? {} : { rule: ruleText(mapping.rule) }), mapping: mapping.status },
});

interface MappingWords {
  readonly group: string;
  readonly why: string;
  /** With the target that was last asked for: one mapping leads to one place. */
  chain: Chain;
  /** The last place that it gave. */
  given: { readonly effect: PlaceEffect; readonly because: Because } | null;
}

type RoleEffect = Extract<PersonEffect, { kind: 'role' }>;

type PlaceEffect = Extract<PersonEffect, { kind: 'team' | 'exclusive' }>;

/** Of two effects that give a role, the first of them for one group's sake. */
function sameRole(a: RoleEffect, b: RoleEffect): boolean {
  if (a.event !== b.event || a.to !== b.to) return false;
  if (a.cause === b.cause) return true;
  if (a.cause.kind !== 'groups' || b.cause.kind !== 'groups' || b.cause.groups.length !== 1) return false;
  const [one] = a.cause.groups;
  const [other] = b.cause.groups;
  return one?.group === other?.group && one?.role === other?.role;
}

/** Of two effects of one mapping that give a place. */
function readAlike(a: PlaceEffect, b: PlaceEffect): boolean {
  if (a.event !== b.event) return false;
  if (a.kind === 'team') return b.kind === 'team' && a.team === b.team;
  return b.kind === 'exclusive' && a.type === b.type && a.to === b.to;
}

const sameIds = (a: readonly AssumptionId[], b: readonly AssumptionId[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]));

const createdAs = (as: string): Readonly<Record<Role, string>> => ({
  Admin: `no such userName yet: pushed as ${as} Admin`,
  User: `no such userName yet: pushed as ${as} User`,
  Guest: `no such userName yet: pushed as ${as} Guest`,
});

const pushedAs = { active: createdAs('active'), inactive: createdAs('inactive') };

const roleWords = { Admin: 'role Admin', User: 'role User', Guest: 'role Guest' } as const satisfies Record<Role, string>;

/** The first of the groups that carry the role which counts. */
function roleChain(cause: RoleCause, role: Role): Chain | null {
  const deciding = cause.kind === 'groups' ? cause.groups.find((entry) => entry.role === role) : undefined;
  return deciding === undefined ? null : { group: deciding.group, target: roleWords[role] };
}

function roleWhy(cause: RoleCause): string {
  switch (cause.kind) {
    case 'groups':
      return rolesWhy(cause.groups);
    case 'own':
      return 'no group carries a role: own OrganizationRole';
    case 'no-roles':
      return 'no group carries a role: User';
    case 'by-admin':
      return 'set by an admin; overwritten at the next sync if a group has roles';
    case 'pushed':
      return 'OrganizationRole as pushed';
    default:
      return assertNever(cause);
  }
}

/** One flat text: many people have their role from groups of their own choice, and a text put together of pieces stays in pieces. */
function rolesWhy(groups: Extract<RoleCause, { kind: 'groups' }>['groups']): string {
  const parts: string[] = [];
  for (const { group, role } of groups) parts.push(parts.length === 0 ? 'highest role over groups: ' : ', ', group, '=', role);
  return parts.join('');
}

function sourceWords(source: Exclude<PlaceSource, { kind: 'mapping' }>): string {
  switch (source.kind) {
    case 'manual':
      return 'assigned by an admin';
    case 'attribute':
      return 'LambdatestGroup as pushed';
    case 'none':
      return 'nothing assigns another place';
    case 'in-sub-organisation':
      return `places in the parent are invalid while the person is in sub-organisation ${source.subOrganization}`;
    default:
      return assertNever(source);
  }
}

function leaveWhy(source: PlaceSource, trigger: Trigger): string {
  if (source.kind === 'in-sub-organisation') return sourceWords(source);
  switch (trigger.kind) {
    case 'joined':
      return `after joining group ${trigger.group}`;
    case 'left':
      return `no longer in group ${trigger.group}`;
    case 'group-deleted':
      return `group ${trigger.group} was deleted`;
    case 'mapping-approved':
      return `a mapping of group ${trigger.group} was approved`;
    case 'mapping-pending':
      return `the mapping of group ${trigger.group} went back to Pending`;
    case 'mapping-rejected':
      return `the mapping of group ${trigger.group} was rejected`;
    case 'mapping-withheld':
      return `the mapping of group ${trigger.group} is withheld`;
    case 'entity-deleted':
      return `${entityTypeWords[trigger.entity.type]} ${trigger.entity.name} was deleted`;
    case 'decided':
      return `an admin chose Use ${trigger.use === 'incoming' ? 'Incoming' : 'Current'}`;
    case 'by-admin':
      return 'an admin changed it by hand';
    case 'attribute':
      return 'LambdatestGroup was pushed';
    case 'activity':
      return 'the person was deactivated or activated';
    case 'sync':
      return 'a manual change was undone at the sync';
    case 'rules':
      return 'another rule maps the group';
    default:
      return assertNever(trigger);
  }
}

/** A person stays where they are and the place has another name: an entity follows its group, or an admin renamed it (section 4). */
export function explainRename(effect: Extract<EntityEffect, { kind: 'entity-renamed' }>, from: string): Because {
  const word = entityTypeWords[effect.type];
  return {
    effect: `${word} ${effect.name}`,
    event: effect.event,
    why: effect.group === null ? `an admin renamed ${word} ${from}` : `${word} ${from} follows its group, which is now ${effect.group}`,
    assumptions: effect.assumptions,
  };
}

/** What an event did beyond single people: groups, mappings, entities, notices. */
export function explainEffect(effect: Exclude<Effect, PersonEffect>): string {
  switch (effect.kind) {
    case 'group-created':
      return `group ${effect.displayName} created`;
    case 'group-restored':
      return `group ${effect.displayName} restored: its members must be pushed again`;
    case 'group-renamed':
      return `group ${effect.from} renamed to ${effect.displayName}`;
    case 'group-deleted':
      return `group ${effect.displayName} soft-deleted`;
    case 'group-roles':
      return `group ${effect.displayName} carries ${effect.roles.length === 0 ? 'no roles' : effect.roles.join(', ')}`;
    case 'members':
      return `group ${effect.displayName}: ${effect.added} joined, ${effect.removed} left`;
    case 'mapping':
      return `group ${effect.displayName} → ${entityTypeWords[effect.mapping.type]} ${effect.mapping.name}: ${effect.mapping.status} (${mappingReason(effect.mapping)})`;
    case 'unmapped':
      return `group ${effect.displayName}: no rule matches, no mapping`;
    case 'entity-created':
      return `${entityTypeWords[effect.type]} ${effect.name} created`;
    case 'entity-renamed':
      return `${entityTypeWords[effect.type]} ${effect.from} renamed to ${effect.name}`;
    case 'entity-deleted':
      return `${entityTypeWords[effect.type]} ${effect.name} deleted`;
    case 'entity-taken-over':
      return `${entityTypeWords[effect.type]} ${effect.name} was there before and now follows group ${effect.group}`;
    case 'name-kept':
      return `${entityTypeWords[effect.type]} ${effect.name} keeps its name: ${effect.wanted} is taken (A4)`;
    case 'unknown-members-ignored':
      return `group ${effect.group}: ${effect.members.length} unknown members ignored (A8)`;
    case 'attribute-ignored':
      return `LambdatestGroup ${effect.concurrencyGroup} of ${effect.userName} does not exist: ignored (A17)`;
    case 'name-ignored':
      return `the new name of ${effect.userName} is ignored: names change in Account Settings only`;
    case 'group-provisioning':
      return `group provisioning switched ${effect.on ? 'on' : 'off'}`;
    case 'rules-changed':
      return 'rules changed: they count when a group is next created, renamed or restored';
    default:
      return assertNever(effect);
  }
}
