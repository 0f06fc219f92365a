import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import type { Group } from '../../../shared/vendor/model';
import { findPerson, must, type Organisation } from '../../../shared/vendor/organisation';
import { MemberBlocks } from './member-blocks';
import { userId } from './resource-id';

/** A smaller group is rendered faster than it is kept up to date. */
const smallestKept = 100;
/** Texts of so many members are kept at most, some 12 MB; those of the groups answered last. */
const mostKept = 200_000;

export const memberText = (personId: number, userName: string): string =>
  `{"value":"${userId(personId)}","display":${JSON.stringify(userName)}}`;

/** The members of large groups as their answers show them, from the first answer on. What no event explains is rendered anew. */
export class MemberTexts {
  /** By group, the one asked for last at the end. */
  private readonly kept = new Map<number, MemberBlocks>();

  constructor(private readonly organisation: Organisation) {}

  /** null: the group is small. */
  pieces(group: Group): readonly Buffer[] | null {
    if (group.members.size < smallestKept) return null;
    const blocks = this.kept.get(group.id) ?? this.make(group);
    this.kept.delete(group.id);
    this.kept.set(group.id, blocks);
    const { people } = this.organisation;
    return blocks.pieces((id) => memberText(id, must(people.get(id)).userName));
  }

  /** After an event that changed the members of the group. */
  follow(groupId: number, event: MirrorEvent): void {
    const blocks = this.kept.get(groupId);
    if (blocks === undefined) return;
    const group = this.organisation.groups.get(groupId);
    if (group === undefined || (event.type !== 'addMembers' && event.type !== 'removeMembers')) {
      this.kept.delete(groupId);
      return;
    }
    for (const userName of event.members) {
      const id = findPerson(this.organisation, userName)?.id;
      if (id === undefined) continue;
      const isMember = group.members.has(id);
      if (!isMember) blocks.remove(id);
      else if (event.type === 'addMembers' && !blocks.has(id)) blocks.add(id);
    }
    if (blocks.size !== group.members.size) this.kept.delete(groupId);
  }

  /** Somebody's name in the group is another now. */
  touch(groupId: number, personId: number): void {
    this.kept.get(groupId)?.touch(personId);
  }

  /** Others make room, the one asked for longest ago first. */
  private make(group: Group): MemberBlocks {
    let members = group.members.size;
    for (const blocks of this.kept.values()) members += blocks.size;
    for (const [groupId, blocks] of this.kept) {
      if (members <= mostKept) break;
      this.kept.delete(groupId);
      members -= blocks.size;
    }
    return new MemberBlocks(group.members);
  }
}
