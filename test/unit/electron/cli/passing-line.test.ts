import { describe, expect, it } from 'vitest';
import { passingLine } from '../../../../electron/cli/passing-line';

function shownOn(isTTY: boolean): string {
  const written: string[] = [];
  const terminal = {
    isTTY,
    write: (words: string) => {
      written.push(words);
      return true;
    },
  } as unknown as NodeJS.WriteStream;
  const line = passingLine(terminal);
  for (const words of ['1 %', '1 %', '2 %']) line.show(words);
  line.wipe();
  return written.join('');
}

describe('a passing line', () => {
  it('is written over where it changes, and leaves an empty line', () => {
    expect(shownOn(true)).toBe('\r\u001b[K1 %\r\u001b[K2 %\r\u001b[K');
  });

  it('is not written into a file', () => {
    expect(shownOn(false)).toBe('');
  });
});
