import { Checkbox } from '@mantine/core';

interface PastedTickProps {
  /** Where the value goes: "JumpCloud › SSO › SP Entity ID". */
  readonly into: string;
  readonly pasted: boolean;
  readonly onChange: (pasted: boolean) => void;
}

/** One place where a value must be pasted, and whether that has been done. */
export function PastedTick({ into, pasted, onChange }: PastedTickProps) {
  return <Checkbox size="xs" label={into} checked={pasted} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
