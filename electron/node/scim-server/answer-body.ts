/**
 * A long answer as pieces of UTF-8 that lie ready and are written one after the other: it is never put together, neither to be
 * sent nor for the log. The pieces are shared with other answers and never changed.
 */
export interface Pieces {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

export type AnswerBody = string | Pieces;

/** A text that is known to have no characters but ASCII: its bytes need no encoding, and are as many as its characters. */
export interface Ascii {
  readonly ascii: string;
}

export const asAscii = (text: string): Ascii | string => (Buffer.byteLength(text) === text.length ? { ascii: text } : text);
export const plainText = (text: Ascii | string): string => (typeof text === 'string' ? text : text.ascii);

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
    // A character takes three bytes at most, or four where it counts as two: what may be cut off at the end lies behind those asked for.
    text += piece.toString('utf8', 0, Math.min(piece.length, 3 * (characters + 2)));
    if (text.length > characters) break;
  }
  return text;
}

/** No piece ends within a character. */
const decode = (pieces: readonly Buffer[]): string => pieces.map((piece) => piece.toString('utf8')).join('');

/** Shorter texts are written as they are. */
const worthEncoding = 4096;

/** Puts an answer together of texts and of others' pieces. */
export class AnswerWriter {
  private texts: string[] = [];
  private ascii = true;
  private bytes = 0;
  private readonly pieces: Buffer[] = [];

  add(part: AnswerBody | Ascii): this {
    if (typeof part === 'string') {
      this.texts.push(part);
      this.ascii = false;
    } else if ('ascii' in part) this.texts.push(part.ascii);
    else {
      this.flush();
      for (const piece of part.pieces) this.pieces.push(piece);
      this.bytes += part.bytes;
    }
    return this;
  }

  done(): AnswerBody {
    if (this.pieces.length === 0) {
      const text = this.texts.join('');
      if (!this.ascii || text.length < worthEncoding) return text;
      this.texts = [text];
    }
    this.flush();
    return { pieces: this.pieces, bytes: this.bytes };
  }

  private flush(): void {
    if (this.texts.length === 0) return;
    const piece = Buffer.from(this.texts.join(''), this.ascii ? 'latin1' : 'utf8');
    this.pieces.push(piece);
    this.bytes += piece.length;
    this.texts = [];
    this.ascii = true;
  }
}
