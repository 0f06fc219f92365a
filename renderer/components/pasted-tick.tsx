import { Checkbox } from '@mantine/core';

interface PastedTickProps {
  /** Where the value goes: "JumpCloud › SSO › SP Entity ID". */
  readonly into: string;
  /** Which value, for screen readers, where the words beside the box do not say it. */
  readonly of?: string;
  readonly pasted: boolean;
  readonly onChange: (pasted: boolean) => void;
}

/** One place where a value must be pasted, and whether that has been done. */
export function PastedTick({ into, of, pasted, onChange }: PastedTickProps) {
  return (
    <Checkbox
      size="xs"
      label={into}
      checked={pasted}
      onChange={(event) => onChange(event.currentTarget.checked)}
      {...(of === undefined ? {} : { 'aria-label': `${into}: ${of}` })}
    />
  );
}
