/**
 * Two 32-bit sums that mix each word differently (multipliers of xxHash and Murmur), as 16 hexadecimal digits. Made for millions of
 * numbers: a loop keeps its sums in variables. No protection against forgery.
 */
export class Fingerprint {
  private a = 0x811c9dc5;
  private b = 0x01234567;

  number(value: number): void {
    this.a = mixA(this.a, value);
    this.b = mixB(this.b, value);
  }

  flag(value: boolean): void {
    this.number(value ? 1 : 0);
  }

  text(value: string): void {
    const { length } = value;
    let a = mixA(this.a, length);
    let b = mixB(this.b, length);
    for (let at = 0; at < length; at += 2) {
      const word = value.charCodeAt(at) | (at + 1 < length ? value.charCodeAt(at + 1) << 16 : 0);
      a = mixA(a, word);
      b = mixB(b, word);
    }
    this.a = a;
    this.b = b;
  }

  /** The length first: `[1], [2]` is not `[1, 2], []`. */
  numbers(values: readonly number[]): void {
    const { length } = values;
    let a = mixA(this.a, length);
    let b = mixB(this.b, length);
    for (let at = 0; at < length; at += 1) {
      a = mixA(a, values[at] as number);
      b = mixB(b, values[at] as number);
    }
    this.a = a;
    this.b = b;
  }

  /** Part of a longer list; how many they are is the caller's to add. */
  range(values: Int32Array, from: number, to: number): void {
    let { a, b } = this;
    for (let at = from; at < to; at += 1) {
      a = mixA(a, values[at] as number);
      b = mixB(b, values[at] as number);
    }
    this.a = a;
    this.b = b;
  }

  /** Any plain value; an absent field is an undefined one, and the order of fields does not count. */
  value(value: unknown): void {
    if (value === null || typeof value !== 'object') {
      this.text(`${typeof value} ${String(value)}`);
    } else if (Array.isArray(value)) {
      this.text(`list ${value.length}`);
      for (const part of value) this.value(part);
    } else {
      const fields = Object.entries(value).filter(([, part]) => part !== undefined);
      this.text(`record ${fields.length}`);
      for (const [name, part] of fields.sort(([a], [b]) => (a < b ? -1 : 1))) {
        this.text(name);
        this.value(part);
      }
    }
  }

  digits(): string {
    const half = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return half(this.a) + half(this.b);
  }
}

function mixA(sum: number, word: number): number {
  const mixed = sum ^ word;
  return Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1);
}

function mixB(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}
