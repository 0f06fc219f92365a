import { hashAt, packedEnd, packName, roomFor, unpackName } from './pack-name';

/** What a table answers for a name that it does not know. */
export const unknown = -2;

/** So many names are looked for together. */
const together = 128;

/** Names packed one after the other, to be looked for in one table and then in another. */
export class PackedNames {
  words: Int32Array = new Int32Array(together * 16);
  readonly starts = new Int32Array(together + 1);
  /** The number of each name; `unknown` as long as no table knew it. */
  readonly values = new Int32Array(together);
  /** Where a table may have its record; for the table's own use. */
  readonly records = new Int32Array(together);
  count = 0;

  /** Packs names from `first` on, as many as go together. */
  pack(names: readonly string[], first: number): void {
    const count = Math.min(names.length - first, together);
    this.count = 0;
    while (this.count < count) this.add(names[first + this.count] as string);
  }

  packOne(name: string): void {
    this.count = 0;
    this.add(name);
  }

  private add(name: string): void {
    const start = this.count === 0 ? 0 : (this.starts[this.count] as number);
    if (start + roomFor(name) > this.words.length) this.words = longer(this.words, start + roomFor(name));
    this.starts[this.count] = start;
    this.values[this.count] = unknown;
    this.count += 1;
    this.starts[this.count] = packName(name, this.words, start);
  }
}

/** A name that finds no free place within so many steps goes elsewhere: names made to collide cannot make a table slow. */
const farthest = 64;

/** Before a packed name: its number. */
const recordHead = 1;

/**
 * Names → numbers, compared without case. Open addressing over numbers: a slot is a hash and where the name's record begins, the records
 * lie one after the other. A look-up touches two places in memory, and many of them are under way at the same time. Nothing is ever
 * taken out: whoever removes a name gives it a number that says so.
 */
export class NameTable {
  private slots: Int32Array = new Int32Array(2 * 16);
  private records: Int32Array = new Int32Array(64);
  /** Where the next record goes; 0 stands for none. */
  private end = 1;
  private count = 0;
  private readonly elsewhere = new Map<string, number>();

  /** About how many names it knows. */
  get size(): number {
    return this.count + this.elsewhere.size;
  }

  clone(): NameTable {
    const copy = new NameTable();
    copy.slots = this.slots.slice();
    copy.records = this.records.slice();
    copy.end = this.end;
    copy.count = this.count;
    for (const [name, value] of this.elsewhere) copy.elsewhere.set(name, value);
    return copy;
  }

  /** Fills in the numbers of those names that no other table knew. Each loop does little, so that many look-ups overlap. */
  fill({ words, starts, values, records: found, count }: PackedNames): void {
    const { slots, records } = this;
    const last = slots.length - 1;
    for (let at = 0; at < count; at += 1) {
      const hash = words[(starts[at] as number) + hashAt] as number;
      let slot = (hash << 1) & last;
      for (let step = 1; step < farthest && slots[slot] !== hash && slots[slot + 1] !== 0; step += 1) slot = (slot + 2) & last;
      found[at] = slots[slot + 1] as number;
    }
    for (let at = 0; at < count; at += 1) {
      if (values[at] !== unknown) continue;
      const start = starts[at] as number;
      const end = starts[at + 1] as number;
      const record = found[at] as number;
      values[at] = record !== 0 && this.isAt(record, words, start, end) ? (records[record] as number) : this.get(words, start, end);
    }
  }

  get(words: Int32Array, start: number, end: number): number {
    const record = this.find(words, start, end);
    if (record !== 0) return this.records[record] as number;
    return this.elsewhere.size === 0 ? unknown : (this.elsewhere.get(unpackName(words, start)) ?? unknown);
  }

  set(words: Int32Array, start: number, end: number, value: number): void {
    const record = this.find(words, start, end);
    if (record !== 0) this.records[record] = value;
    else if (this.elsewhere.size > 0 && this.elsewhere.has(unpackName(words, start))) this.elsewhere.set(unpackName(words, start), value);
    else this.add(words, start, end, value);
  }

  /** Each name's number, as this table has it. */
  takeOver(other: NameTable): void {
    for (let record = 1; record < other.end; ) {
      const end = packedEnd(other.records, record + recordHead);
      this.set(other.records, record + recordHead, end, other.records[record] as number);
      record = end;
    }
    for (const [name, value] of other.elsewhere) {
      const words = new Int32Array(roomFor(name));
      this.set(words, 0, packName(name, words, 0), value);
    }
  }

  private find(words: Int32Array, start: number, end: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    const hash = words[start + hashAt] as number;
    let slot = (hash << 1) & last;
    for (let step = 0; step < farthest; step += 1) {
      const record = slots[slot + 1] as number;
      if (record === 0) return 0;
      if (slots[slot] === hash && this.isAt(record, words, start, end)) return record;
      slot = (slot + 2) & last;
    }
    return 0;
  }

  private isAt(record: number, words: Int32Array, start: number, end: number): boolean {
    const { records } = this;
    const shift = record + recordHead - start;
    for (let at = start; at < end; at += 1) if (records[at + shift] !== words[at]) return false;
    return true;
  }

  private add(words: Int32Array, start: number, end: number, value: number): void {
    if (4 * (this.count + 1) > this.slots.length) this.spread();
    const slot = freeSlot(this.slots, words[start + hashAt] as number);
    if (slot === null) {
      this.elsewhere.set(unpackName(words, start), value);
      return;
    }
    const record = this.end;
    this.end += recordHead + end - start;
    if (this.end > this.records.length) this.records = longer(this.records, this.end);
    this.records[record] = value;
    for (let at = start; at < end; at += 1) this.records[record + recordHead + at - start] = words[at] as number;
    this.slots[slot] = words[start + hashAt] as number;
    this.slots[slot + 1] = record;
    this.count += 1;
  }

  /** Over twice as many slots, so that at least half of them stay free. */
  private spread(): void {
    const slots = new Int32Array(2 * this.slots.length);
    for (let record = 1; record < this.end; ) {
      const packed = record + recordHead;
      const hash = this.records[packed + hashAt] as number;
      const slot = freeSlot(slots, hash);
      if (slot === null) this.elsewhere.set(unpackName(this.records, packed), this.records[record] as number);
      else {
        slots[slot] = hash;
        slots[slot + 1] = record;
      }
      record = packedEnd(this.records, packed);
    }
    this.slots = slots;
  }
}

/** Where a new name goes; null where that is too far from where its hash says. */
function freeSlot(slots: Int32Array, hash: number): number | null {
  const last = slots.length - 1;
  let slot = (hash << 1) & last;
  for (let step = 0; step < farthest; step += 1) {
    if (slots[slot + 1] === 0) return slot;
    slot = (slot + 2) & last;
  }
  return null;
}

function longer(words: Int32Array, room: number): Int32Array {
  const copy = new Int32Array(2 * room);
  copy.set(words);
  return copy;
}
