import type { Fingerprint } from './fingerprint';
import type { ExpectedWrites } from './layered';
import { none } from './model';

/** Before the pairs of a list: how many there are, and for how many there is room. */
const headWords = 2;
/** With the head, sizes of eight words, sixteen and so on: most people are in few groups. */
const firstRoom = 3;
/** A word of no list: `fetch` puts there what it read, for a compiler may leave out reads that nothing comes of. */
const spare = 0;

/**
 * Who is in which active groups, in the order of joining, and when that was: for each person a short list of (group, operation number)
 * in one long array of numbers. A million memberships are then no objects that a collector follows, and joining touches one place
 * in memory. A child layer reads through to its parent and copies a list before it changes it, like the other records (layered.ts).
 */
export class Memberships {
  /** By person id: where this layer's own list begins; undefined where the parent's holds. */
  private readonly starts: number[];
  private words: Int32Array;
  private end = spare + 1;
  /** Lists given up for longer ones, by the words they take. */
  private readonly given = new Map<number, number[]>();

  constructor(
    private readonly parent: Memberships | null = null,
    people = 0,
    writes: ExpectedWrites = 'many',
  ) {
    this.starts = writes === 'many' ? new Array(people) : [];
    this.words = new Int32Array(writes === 'many' ? 1024 : 16);
  }

  count(personId: number): number {
    const start = this.starts[personId];
    if (start !== undefined) return this.words[start] as number;
    return this.parent === null ? 0 : this.parent.count(personId);
  }

  groupAt(personId: number, at: number): number {
    const start = this.starts[personId];
    if (start !== undefined) return this.words[start + headWords + 2 * at] as number;
    return this.parent === null ? none : this.parent.groupAt(personId, at);
  }

  seqAt(personId: number, at: number): number {
    const start = this.starts[personId];
    if (start !== undefined) return this.words[start + headWords + 2 * at + 1] as number;
    return this.parent === null ? none : this.parent.seqAt(personId, at);
  }

  groupIds(personId: number): readonly number[] {
    const ids = new Array<number>(this.count(personId));
    for (let at = 0; at < ids.length; at += 1) ids[at] = this.groupAt(personId, at);
    return ids;
  }

  joinSeqs(personId: number): readonly number[] {
    const seqs = new Array<number>(this.count(personId));
    for (let at = 0; at < seqs.length; at += 1) seqs[at] = this.seqAt(personId, at);
    return seqs;
  }

  /** The person's groups and times of joining, into a fingerprint. */
  sum(into: Fingerprint, personId: number): void {
    const start = this.starts[personId];
    if (start === undefined) {
      if (this.parent === null) into.number(0);
      else this.parent.sum(into, personId);
      return;
    }
    const count = this.words[start] as number;
    into.number(count);
    into.range(this.words, start + headWords, start + headWords + 2 * count);
  }

  /** When the person joined the group; `none` for somebody who is not in it. */
  seqOf(personId: number, groupId: number): number {
    const at = this.find(personId, groupId);
    return at === none ? none : this.seqAt(personId, at);
  }

  /** Answers those who were not in the group before: nobody is in it twice. */
  enter(personIds: readonly number[], groupId: number, seq: number): readonly number[] {
    this.fetch(personIds);
    const newcomers: number[] = [];
    for (const personId of personIds) {
      if (this.find(personId, groupId) !== none) continue;
      this.append(personId, groupId, seq);
      newcomers.push(personId);
    }
    return newcomers;
  }

  leave(personId: number, groupId: number): void {
    const at = this.find(personId, groupId);
    if (at === none) return;
    const start = this.withRoom(personId);
    const count = this.words[start] as number;
    const from = start + headWords + 2 * at;
    this.words.copyWithin(from, from + 2, start + headWords + 2 * count);
    this.words[start] = count - 1;
  }

  /** Other moments of joining, one for each of the person's groups. */
  date(personId: number, seqs: readonly number[]): void {
    const start = this.withRoom(personId);
    for (const [at, seq] of seqs.entries()) this.words[start + headWords + 2 * at + 1] = seq;
  }

  /** The whole list of somebody who is in no group yet. */
  restore(personId: number, groupIds: readonly number[], seqs: readonly number[]): void {
    for (const [at, groupId] of groupIds.entries()) this.append(personId, groupId, seqs[at] as number);
  }

  /** People whose list this layer wrote, in order. */
  *written(): IterableIterator<number> {
    for (const id in this.starts) yield Number(id);
  }

  private find(personId: number, groupId: number): number {
    const start = this.starts[personId];
    if (start === undefined) return this.parent === null ? none : this.parent.find(personId, groupId);
    const { words } = this;
    const count = words[start] as number;
    for (let at = 0; at < count; at += 1) if (words[start + headWords + 2 * at] === groupId) return at;
    return none;
  }

  /** Reads of each list how long it is, and needs no answer for the next: the processor fetches many at once, `find` would wait for each. */
  private fetch(personIds: readonly number[]): void {
    const { starts, words } = this;
    let all = 0;
    for (let at = 0; at < personIds.length; at += 1) {
      const start = starts[personIds[at] as number];
      if (start !== undefined) all = (all + (words[start] as number)) | 0;
    }
    words[spare] = all;
  }

  private append(personId: number, groupId: number, seq: number): void {
    const start = this.withRoom(personId);
    const count = this.words[start] as number;
    this.words[start + headWords + 2 * count] = groupId;
    this.words[start + headWords + 2 * count + 1] = seq;
    this.words[start] = count + 1;
  }

  /** Where the person's list in this layer begins, with room for one pair more. */
  private withRoom(personId: number): number {
    const old = this.starts[personId];
    if (old !== undefined && (this.words[old] as number) < (this.words[old + 1] as number)) return old;
    const count = this.count(personId);
    let room = firstRoom;
    while (room <= count) room = 2 * room + 1;
    const start = this.take(room);
    if (old !== undefined) this.words.copyWithin(start + headWords, old + headWords, old + headWords + 2 * count);
    else
      for (let at = 0; at < count; at += 1) {
        this.words[start + headWords + 2 * at] = this.groupAt(personId, at);
        this.words[start + headWords + 2 * at + 1] = this.seqAt(personId, at);
      }
    this.words[start] = count;
    this.words[start + 1] = room;
    this.starts[personId] = start;
    if (old !== undefined) this.giveUp(old, this.words[old + 1] as number);
    return start;
  }

  private take(room: number): number {
    const reused = this.given.get(room)?.pop();
    if (reused !== undefined) return reused;
    const start = this.end;
    this.end += headWords + 2 * room;
    if (this.end > this.words.length) {
      const longer = new Int32Array(2 * this.end);
      longer.set(this.words);
      this.words = longer;
    }
    return start;
  }

  private giveUp(start: number, room: number): void {
    const known = this.given.get(room);
    if (known === undefined) this.given.set(room, [start]);
    else known.push(start);
  }
}
