import type { Ascii } from './answer-body';

/** A generation holds so many texts, some 4 MB of Users. */
const generation = 8192;

/**
 * Texts of resources as last rendered. Only those that are asked for stay: two generations of bounded size, and what was not asked
 * for during a whole one goes.
 */
export class KeptTexts {
  private young = new Map<number, Ascii | string>();
  private old = new Map<number, Ascii | string>();

  get(id: number): Ascii | string | undefined {
    const text = this.young.get(id);
    if (text !== undefined) return text;
    const older = this.old.get(id);
    if (older !== undefined) this.set(id, older);
    return older;
  }

  set(id: number, text: Ascii | string): void {
    if (this.young.size >= generation) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(id, text);
  }

  forget(id: number): void {
    this.young.delete(id);
    this.old.delete(id);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
