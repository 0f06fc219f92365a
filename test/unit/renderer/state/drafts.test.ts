import { describe, expect, it } from 'vitest';
import { applyDrafts, noDrafts, withDraft, withoutDraft } from '../../../../renderer/state/drafts';
import { newWorkspace, setPasted, setValue } from '../../../../shared/guide/change-workspace';

const at = '2026-11-24T08:00:00.000Z';
const kept = setPasted(
  setValue(newWorkspace('w', 'W', at), 'scim-base-url', 'https://a.example/scim', at),
  'scim-base-url',
  '13',
  true,
  at,
);

describe('keystrokes on their way to main', () => {
  it('show as if they were kept: a changed text has lost its ticks', () => {
    const shown = applyDrafts(kept, withDraft(noDrafts, 'scim-base-url', 'https://a.example/scim/'));
    expect(shown.values['scim-base-url']).toMatchObject({ text: 'https://a.example/scim/', pasted: {}, again: {} });
  });

  it('change nothing where they say what is kept already', () => {
    const shown = applyDrafts(kept, withDraft(noDrafts, 'scim-base-url', 'https://a.example/scim'));
    expect(shown.values).toEqual(kept.values);
  });

  it('take a value away when its text is empty', () => {
    expect(applyDrafts(kept, withDraft(noDrafts, 'scim-base-url', '')).values).toEqual({});
  });

  it('end up as main writes them', () => {
    const typed = applyDrafts(kept, withDraft(noDrafts, 'display-label', 'TestMu AI'));
    const written = setValue(kept, 'display-label', 'TestMu AI', at);
    expect(typed.values).toEqual(written.values);
  });

  it('stay while something newer was typed', () => {
    const drafts = withDraft(noDrafts, 'display-label', 'Test');
    expect(withoutDraft(drafts, 'display-label', 'Tes')).toBe(drafts);
    expect(withoutDraft(drafts, 'display-label', 'Test').size).toBe(0);
  });
});
