import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copySecret } from '../../../../electron/shell/copy-secret';
import { clipboard } from '../../../fakes/electron';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a secret on the clipboard', () => {
  it('is gone after a minute', async () => {
    await copySecret('secret-one');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(clipboard.text).toBe('secret-one');
    await vi.advanceTimersByTimeAsync(1000);
    expect(clipboard.text).toBe('');
  });

  it('leaves alone what was copied after it', async () => {
    await copySecret('secret-one');
    clipboard.writeText('a shopping list');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('stays a full minute when it is copied again', async () => {
    await copySecret('secret-one');
    await vi.advanceTimersByTimeAsync(40_000);
    await copySecret('secret-one');
    await vi.advanceTimersByTimeAsync(40_000);
    expect(clipboard.text).toBe('secret-one');
  });
});
