/** How many members share one text. Smaller blocks are rendered anew faster, larger ones are sent faster. */
const blockSize = 128;

interface Block {
  readonly ids: number[];
  /** No id of the block lies outside of these two, so that most blocks need not be searched. */
  lowest: number;
  highest: number;
  /** `,{…},{…}` in UTF-8; null where it must be rendered anew. */
  text: Buffer | null;
}

/**
 * The members of one group as they stand in its answer, in their order, block by block: a change renders the block that it is in and
 * leaves the others. Like a `Set`: who is added comes last, who is removed leaves no gap.
 */
export class MemberBlocks {
  private blocks: Block[] = [];
  private count = 0;

  constructor(members: Iterable<number>) {
    for (const id of members) this.add(id);
  }

  get size(): number {
    return this.count;
  }

  /** `id` must not be there yet. */
  add(id: number): void {
    let last = this.blocks.at(-1);
    if (last === undefined || last.ids.length >= blockSize) {
      last = { ids: [], lowest: id, highest: id, text: null };
      this.blocks.push(last);
    }
    last.ids.push(id);
    last.lowest = Math.min(last.lowest, id);
    last.highest = Math.max(last.highest, id);
    last.text = null;
    this.count += 1;
  }

  has(id: number): boolean {
    return this.find(id) !== null;
  }

  remove(id: number): void {
    const found = this.find(id);
    if (found === null) return;
    found.block.ids.splice(found.at, 1);
    found.block.text = null;
    this.count -= 1;
    if (found.block.ids.length === 0) this.blocks = this.blocks.filter((block) => block !== found.block);
    else if (this.blocks.length > 8 && this.count * 4 < this.blocks.length * blockSize) this.pack();
  }

  /** What the answer shows of the member is another now. */
  touch(id: number): void {
    const found = this.find(id);
    if (found !== null) found.block.text = null;
  }

  /** The members, with commas between them. */
  pieces(render: (id: number) => string): readonly Buffer[] {
    return this.blocks.map((block, at) => {
      block.text ??= Buffer.from(block.ids.map((id) => `,${render(id)}`).join(''));
      return at === 0 ? block.text.subarray(1) : block.text;
    });
  }

  private find(id: number): { readonly block: Block; readonly at: number } | null {
    for (const block of this.blocks) {
      if (id < block.lowest || id > block.highest) continue;
      const at = block.ids.indexOf(id);
      if (at !== -1) return { block, at };
    }
    return null;
  }

  /** Blocks that are mostly empty would be many small pieces. */
  private pack(): void {
    const ids = this.blocks.flatMap((block) => block.ids);
    this.blocks = [];
    this.count = 0;
    for (const id of ids) this.add(id);
  }
}
