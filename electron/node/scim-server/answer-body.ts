/**
 * A long answer as pieces of UTF-8 that lie ready and are written one after the other: it is never put together, neither to be
 * sent nor for the log. The pieces are shared with other answers and never changed.
 */
export interface Pieces {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

/** A text that is known to have no characters but ASCII: its bytes need no encoding, and are as many as its characters. */
export interface Ascii {
  readonly ascii: string;
}

export type AnswerBody = string | Ascii | Pieces;

export const asAscii = (text: string): Ascii | string => (Buffer.byteLength(text) === text.length ? { ascii: text } : text);

export function byteLengthOf(body: AnswerBody): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return 'ascii' in body ? body.ascii.length : body.bytes;
}

export function textOf(body: AnswerBody): string {
  if (typeof body === 'string') return body;
  return 'ascii' in body ? body.ascii : decode(body.pieces);
}

/** The first characters, and whether there are more; of pieces only as many are read as that takes. */
export function beginningOf(body: AnswerBody, characters: number): { readonly text: string; readonly truncated: boolean } {
  const text = typeof body === 'object' && 'pieces' in body ? firstPieces(body.pieces, characters) : textOf(body);
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
  private text = '';
  private ascii = true;
  private bytes = 0;
  private readonly pieces: Buffer[] = [];

  add(part: AnswerBody): this {
    if (typeof part === 'string') {
      this.text += part;
      this.ascii = false;
    } else if ('ascii' in part) this.text += part.ascii;
    else {
      this.flush();
      for (const piece of part.pieces) this.pieces.push(piece);
      this.bytes += part.bytes;
    }
    return this;
  }

  done(): AnswerBody {
    const { text, ascii, pieces } = this;
    if (pieces.length === 0 && !ascii) return text;
    if (pieces.length === 0 && text.length < worthEncoding) return { ascii: text };
    this.flush();
    return { pieces, bytes: this.bytes };
  }

  private flush(): void {
    if (this.text === '') return;
    const piece = Buffer.from(this.text, this.ascii ? 'latin1' : 'utf8');
    this.pieces.push(piece);
    this.bytes += piece.length;
    this.text = '';
    this.ascii = true;
  }
}
