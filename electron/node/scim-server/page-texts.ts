import type { Pieces } from './answer-body';

/** Users with numbers next to each other share one text: a page is a few of them, and parts of the first and the last. */
const span = 64;
/** So many blocks are kept at most, some 8 MB; those of the pages asked for last. */
const mostKept = 256;

interface Block {
  readonly ids: readonly number[];
  /** Where the text of each begins, its comma first; and the end. */
  readonly starts: readonly number[];
  /** `,{…},{…}` in UTF-8. */
  readonly text: Buffer;
  /** Whose text is another now. */
  readonly stale: Set<number>;
}

const numberOf = (id: number): number => Math.floor(id / span);

/** Users as pages show them, in the order of their numbers; a change renders the one that changed. */
export class PageTexts {
  /** By number of the block, the one asked for last at the end. */
  private readonly blocks = new Map<number, Block>();

  /** `render` and `isThere` tell of any User of a block, not only of those asked for. `ids` ascend and leave nobody out. */
  page(ids: readonly number[], isThere: (id: number) => boolean, render: (id: number) => string): Pieces {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const first = ids[0];
    const last = ids.at(-1);
    if (first === undefined || last === undefined) return { pieces, bytes };
    for (let number = numberOf(first); number <= numberOf(last); number += 1) {
      const { ids: present, starts, text } = this.block(number, isThere, render);
      const from = number === numberOf(first) ? present.indexOf(first) : 0;
      const to = number === numberOf(last) ? present.indexOf(last) + 1 : present.length;
      if (from >= to) continue;
      // The first User of the page has no comma before it.
      const piece = text.subarray((starts[from] as number) + (pieces.length === 0 ? 1 : 0), starts[to] as number);
      pieces.push(piece);
      bytes += piece.length;
    }
    return { pieces, bytes };
  }

  /** The User is another now, or new, or gone. */
  touch(id: number): void {
    this.blocks.get(numberOf(id))?.stale.add(id);
  }

  clear(): void {
    this.blocks.clear();
  }

  private block(number: number, isThere: (id: number) => boolean, render: (id: number) => string): Block {
    const before = this.blocks.get(number);
    const block = before === undefined || before.stale.size > 0 ? build(number, before, isThere, render) : before;
    this.blocks.delete(number);
    this.blocks.set(number, block);
    for (const oldest of this.blocks.keys()) {
      if (this.blocks.size <= mostKept) break;
      this.blocks.delete(oldest);
    }
    return block;
  }
}

function build(number: number, before: Block | undefined, isThere: (id: number) => boolean, render: (id: number) => string): Block {
  const ids: number[] = [];
  const starts: number[] = [];
  const texts: Buffer[] = [];
  let end = 0;
  for (let id = number * span; id < (number + 1) * span; id += 1) {
    if (!isThere(id)) continue;
    const text = partOf(before, id) ?? Buffer.from(`,${render(id)}`);
    ids.push(id);
    starts.push(end);
    texts.push(text);
    end += text.length;
  }
  starts.push(end);
  return { ids, starts, text: Buffer.concat(texts, end), stale: new Set() };
}

function partOf(block: Block | undefined, id: number): Buffer | null {
  if (block === undefined || block.stale.has(id)) return null;
  const at = block.ids.indexOf(id);
  return at === -1 ? null : block.text.subarray(block.starts[at], block.starts[at + 1]);
}
