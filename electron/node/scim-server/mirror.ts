import type { AppError } from '../../../shared/app-error';
import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import { equalJson } from '../../../shared/scim/json';
import { apply } from '../../../shared/vendor/apply';
import type { Effect } from '../../../shared/vendor/effect';
import { none } from '../../../shared/vendor/model';
import { findGroup, findPerson, fork, groups, type Organisation, people, release } from '../../../shared/vendor/organisation';
import type { Refusal } from '../../../shared/vendor/refusal';
import { type OrganisationSnapshot, restoreSnapshot, snapshot } from '../../../shared/vendor/snapshot';
import type { Change } from '../journal/journal';
import { KeptTexts } from './kept-texts';
import { LiveIds } from './live-ids';
import { MemberTexts } from './member-texts';
import { PageTexts } from './page-texts';
import { ResourceRows, type StoredRow } from './resource-rows';

export interface Performed {
  readonly effects: readonly Effect[];
  readonly refusal: Refusal | null;
  /** True where anything at all was written: the change belongs into the journal. */
  readonly written: boolean;
}

export interface MirrorSnapshot {
  readonly organisation: OrganisationSnapshot;
  readonly users: readonly (StoredRow | null)[];
  readonly groups: readonly (StoredRow | null)[];
}

/**
 * The organisation behind the server, with what SCIM adds to each record. Changed by `perform` alone: by a request, by an act
 * of the vendor's admin, and by a replay of the journal, which therefore all come to the same.
 */
export class Mirror {
  readonly userRows = new ResourceRows();
  readonly groupRows = new ResourceRows();
  readonly userIds = new LiveIds();
  readonly groupIds = new LiveIds();
  /** Users as JSON, in the vendor's profile, where nothing but the User itself is in it. */
  readonly userTexts = new KeptTexts();
  /** The same, side by side for pages. */
  readonly pageTexts = new PageTexts();
  readonly memberTexts: MemberTexts;
  private performed = 0;

  constructor(
    readonly organisation: Organisation,
    at: number,
  ) {
    this.memberTexts = new MemberTexts(organisation);
    for (const person of people(organisation)) this.addUser(person.id, at);
    for (const group of groups(organisation)) {
      this.groupRows.add(group.id, at);
      if (group.state === 'active') this.groupIds.add(group.id);
    }
  }

  /** All of the change or nothing: several events are tried on a fork first, a single one is refused whole (`apply`). */
  perform(change: Change, at: number): Performed {
    const refusal = change.events.length > 1 ? this.rehearse(change.events) : null;
    if (refusal !== null) return { effects: [], refusal, written: false };
    const org = this.organisation;
    const before = { writes: org.writes, seq: org.seq, held: org.held };
    org.held = before.held.fork();
    const effects: Effect[] = [];
    for (const event of change.events) {
      const left = event.type === 'deleteUser' ? org.memberships.groupIds(findPerson(org, event.userName)?.id ?? none) : [];
      const applied = apply(org, event, this.performed);
      const first = applied.refusals[0];
      // A sync is refused in part, request by request; everything else as a whole.
      if (first !== undefined && event.type !== 'sync') {
        // The client hears of the refusal and sends again by itself: nothing is kept for it.
        org.held = before.held;
        return { effects: [], refusal: first, written: false };
      }
      this.performed += 1;
      for (const effect of applied.effects) effects.push(effect);
      this.note(event, applied.effects, at);
      // Somebody who is gone is a member of nothing: those groups are others now.
      for (const groupId of left) this.touchGroup(groupId, event, at);
    }
    const kept = this.keepAttributes(change, at);
    return { effects, refusal: null, written: kept || org.writes !== before.writes || org.seq !== before.seq };
  }

  private rehearse(events: readonly MirrorEvent[]): Refusal | null {
    const trial = fork(this.organisation);
    try {
      for (const [at, event] of events.entries()) {
        const first = apply(trial, event, at).refusals[0];
        if (first !== undefined && event.type !== 'sync') return first;
      }
      return null;
    } finally {
      release(trial);
    }
  }

  /** Which representations an event changed. */
  private note(event: MirrorEvent, effects: readonly Effect[], at: number): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'person-created':
          this.addUser(effect.personId, at);
          break;
        case 'person-deleted':
          this.userRows.remove(effect.personId);
          this.forgetText(effect.personId);
          this.userIds.remove(effect.personId);
          break;
        case 'active':
        case 'role':
        case 'exclusive':
          this.touchUser(effect.personId, at);
          break;
        case 'renamed':
          this.renameMember(effect.personId, at);
          break;
        case 'group-created':
          this.groupRows.add(effect.groupId, at);
          this.groupIds.add(effect.groupId);
          break;
        case 'group-restored':
          this.touchGroup(effect.groupId, event, at);
          this.groupIds.add(effect.groupId);
          break;
        case 'group-deleted':
          this.touchGroup(effect.groupId, event, at);
          this.groupRows.keep(effect.groupId, null);
          this.groupIds.remove(effect.groupId);
          break;
        case 'group-renamed':
        case 'group-roles':
          this.groupRows.touch(effect.groupId, at);
          break;
        case 'members':
          this.touchGroup(effect.groupId, event, at);
          break;
        case 'entity-renamed':
          // LambdatestGroup is told by name.
          if (effect.type === 'ConcurrencyGroup')
            for (const person of people(this.organisation))
              if (person.placement.concurrencyGroup === effect.entityId) this.touchUser(person.id, at);
          break;
        default:
          break;
      }
    }
    // A changed name gives no effect, since it changes nobody's access.
    if (event.type === 'replaceUser') this.touchUser(findPerson(this.organisation, event.to ?? event.userName)?.id ?? none, at);
  }

  private touchUser(personId: number, at: number): void {
    this.userRows.touch(personId, at);
    this.forgetText(personId);
  }

  private forgetText(personId: number): void {
    this.userTexts.forget(personId);
    this.pageTexts.touch(personId);
  }

  /** Resources tell their own address: under another one they are rendered anew. */
  forgetTexts(): void {
    this.userTexts.clear();
    this.pageTexts.clear();
  }

  private addUser(personId: number, at: number): void {
    this.userRows.add(personId, at);
    this.pageTexts.touch(personId);
    this.userIds.add(personId);
  }

  /** Its members are others now. */
  private touchGroup(groupId: number, event: MirrorEvent, at: number): void {
    this.groupRows.touch(groupId, at);
    this.memberTexts.follow(groupId, event);
  }

  /** Groups show their members' userName. */
  private renameMember(personId: number, at: number): void {
    this.touchUser(personId, at);
    for (const id of this.organisation.memberships.groupIds(personId)) {
      this.groupRows.touch(id, at);
      this.memberTexts.touch(id, personId);
    }
  }

  private keepAttributes(change: Change, at: number): boolean {
    let kept = false;
    for (const { resource, name, attributes } of change.attributes) {
      const id = (resource === 'User' ? findPerson(this.organisation, name) : findGroup(this.organisation, name))?.id;
      const rows = resource === 'User' ? this.userRows : this.groupRows;
      if (id === undefined || !rows.has(id) || equalJson(rows.attributes(id), attributes)) continue;
      rows.keep(id, attributes);
      if (resource === 'User') this.touchUser(id, at);
      else rows.touch(id, at);
      kept = true;
    }
    return kept;
  }

  /** Shared with the mirror: write it down before the next change. */
  snapshot(): MirrorSnapshot {
    return { organisation: snapshot(this.organisation), users: this.userRows.store(), groups: this.groupRows.store() };
  }

  static restore(stored: MirrorSnapshot): Result<Mirror, AppError> {
    const organisation = restoreSnapshot(stored.organisation);
    if (!organisation.ok) return organisation;
    if (!Array.isArray(stored.users) || !Array.isArray(stored.groups))
      return err({ code: 'invalid-snapshot', message: 'expected lists of users and groups beside the organisation, found none' });
    const mirror = new Mirror(organisation.value, 0);
    mirror.userRows.restore(stored.users);
    mirror.groupRows.restore(stored.groups);
    return ok(mirror);
  }
}
