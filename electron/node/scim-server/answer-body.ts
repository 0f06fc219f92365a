/**
 * A long answer as pieces of UTF-8 that lie ready and are written one after the other: it is never put together, neither to be
 * sent nor for the log. The pieces are shared with other answers and never changed.
 */
export interface Pieces {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

export type AnswerBody = string | Pieces;

export const byteLengthOf = (body: AnswerBody): number => (typeof body === 'string' ? Buffer.byteLength(body) : body.bytes);

export const textOf = (body: AnswerBody): string => (typeof body === 'string' ? body : decode(body.pieces));

/** The first characters, and whether there are more; of pieces only as many are read as that takes. */
export function beginningOf(body: AnswerBody, characters: number): { readonly text: string; readonly truncated: boolean } {
  const text = typeof body === 'string' ? body : firstPieces(body.pieces, characters);
  return text.length > characters ? { text: text.slice(0, characters), truncated: true } : { text, truncated: false };
}

function firstPieces(pieces: readonly Buffer[], characters: number): string {
  let text = '';
  for (const piece of pieces) {
    text += piece.toString('utf8');
    if (text.length > characters) break;
  }
  return text;
}

/** No piece ends within a character. */
const decode = (pieces: readonly Buffer[]): string => pieces.map((piece) => piece.toString('utf8')).join('');

/** Puts an answer together of texts and of others' pieces. */
export class AnswerWriter {
  private text = '';
  private bytes = 0;
  private readonly pieces: Buffer[] = [];

  add(part: AnswerBody): this {
    if (typeof part === 'string') this.text += part;
    else {
      this.flush();
      for (const piece of part.pieces) this.pieces.push(piece);
      this.bytes += part.bytes;
    }
    return this;
  }

  done(): AnswerBody {
    if (this.pieces.length === 0) return this.text;
    this.flush();
    return { pieces: this.pieces, bytes: this.bytes };
  }

  private flush(): void {
    if (this.text === '') return;
    const piece = Buffer.from(this.text);
    this.pieces.push(piece);
    this.bytes += piece.length;
    this.text = '';
  }
}
