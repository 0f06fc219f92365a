import { describe, expect, it } from 'vitest';
import { createLatestWriter } from '../../../../renderer/state/latest-writer';
import { settle } from '../../../fakes/window-bridge';

function slowDisk() {
  const written: string[] = [];
  const finish: (() => void)[] = [];
  const settledTexts: string[] = [];
  const writer = createLatestWriter<'a' | 'b', string>(
    (key, text) => {
      written.push(`${key}=${text}`);
      return new Promise((resolve) => finish.push(resolve));
    },
    (_key, text) => settledTexts.push(text),
  );
  return {
    written,
    settledTexts,
    writer,
    finishOne: async () => {
      finish.shift()?.();
      await settle();
    },
  };
}

describe('writing what was typed', () => {
  it('leaves out what was overtaken while a write was under way, and writes the newest', async () => {
    const { written, settledTexts, writer, finishOne } = slowDisk();
    for (const text of ['h', 'ht', 'htt', 'http']) writer.write('a', text);
    expect(written).toEqual(['a=h']);
    await finishOne();
    expect(written).toEqual(['a=h', 'a=http']);
    await finishOne();
    expect(settledTexts).toEqual(['http']);
  });

  it('does not let one field wait for another', () => {
    const { written, writer } = slowDisk();
    writer.write('a', '1');
    writer.write('b', '2');
    expect(written).toEqual(['a=1', 'b=2']);
  });

  it('writes an empty text like any other', async () => {
    const { written, writer, finishOne } = slowDisk();
    writer.write('a', 'x');
    writer.write('a', '');
    await finishOne();
    expect(written).toEqual(['a=x', 'a=']);
  });

  it('has settled only when the newest text is written', async () => {
    const { writer, finishOne } = slowDisk();
    let settled = false;
    writer.write('a', '1');
    writer.write('a', '2');
    void writer.settled().then(() => {
      settled = true;
    });
    await finishOne();
    expect(settled).toBe(false);
    await finishOne();
    expect(settled).toBe(true);
  });
});
