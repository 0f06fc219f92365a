import { Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { StepId } from '../../../shared/guide/step-id';
import { Section } from '../../components/section';
import { useGuide } from '../../state/guide';

/** Whatever the admin wants to remember about the step: kept as typed, shown in the report. */
export function StepNote({ id }: { readonly id: StepId }) {
  const { workspace, actions } = useGuide();
  const kept = workspace.steps[id]?.note ?? '';
  const [text, setText] = useState(kept);
  // What undo or another window brought replaces what stands here, unless it is what was just typed.
  const [seen, setSeen] = useState(kept);
  if (kept !== seen) {
    setSeen(kept);
    if (kept !== text && text === seen) setText(kept);
  }
  const label = useMemo(() => `Note on step ${id}`, [id]);
  return (
    <Section title="Your note">
      <Textarea
        aria-label={label}
        placeholder="A ticket number, who was asked, what looked different…"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          actions.setNote(id, event.currentTarget.value);
        }}
      />
    </Section>
  );
}
