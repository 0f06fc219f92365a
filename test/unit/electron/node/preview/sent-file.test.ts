import { describe, expect, it } from 'vitest';
import { joinParts } from '../../../../../electron/node/preview/join-parts';
import { SentFile } from '../../../../../electron/node/preview/sent-file';
import { bytesOf, must } from './open-desks';

describe('a file that comes in parts', () => {
  it('is handed over whole, once', () => {
    const sent = new SentFile();
    must(sent.add('a', 0, bytesOf('one,')));
    must(sent.add('a', 4, bytesOf('two')));
    expect(new TextDecoder().decode(joinParts(must(sent.take('a'))))).toBe('one,two');
    expect(sent.take('a')).toMatchObject({ ok: false, error: { code: 'file-gone' } });
  });

  it('is dropped when another begins; a part of it is then refused', () => {
    const sent = new SentFile();
    must(sent.add('a', 0, bytesOf('one')));
    must(sent.add('b', 0, bytesOf('two')));
    expect(sent.add('a', 3, bytesOf('more'))).toMatchObject({ ok: false, error: { code: 'file-gone' } });
    expect(new TextDecoder().decode(joinParts(must(sent.take('b'))))).toBe('two');
  });

  it('has no holes', () => {
    const sent = new SentFile();
    must(sent.add('a', 0, bytesOf('one')));
    expect(sent.add('a', 5, bytesOf('two'))).toMatchObject({ ok: false, error: { code: 'part-missing' } });
  });

  it('may be empty', () => {
    const sent = new SentFile();
    must(sent.add('a', 0, bytesOf('')));
    expect(joinParts(must(sent.take('a')))).toHaveLength(0);
  });

  it('has at most 256 MiB', () => {
    const sent = new SentFile();
    const part = new Uint8Array(64 * 1_048_576);
    for (let at = 0; at < 4; at += 1) must(sent.add('a', at * part.byteLength, part));
    expect(sent.add('a', 4 * part.byteLength, bytesOf('x'))).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    expect(sent.take('a')).toMatchObject({ ok: false, error: { code: 'file-gone' } });
  });
});
