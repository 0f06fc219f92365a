import { Button } from '@mantine/core';

interface ShowAllProps {
  readonly total: number;
  readonly shown: number;
  readonly onShow: () => void;
}

/** Unfolds the rest of a table, where there is any. */
export function ShowAll({ total, shown, onShow }: ShowAllProps) {
  if (total <= shown) return null;
  return (
    <Button mt="xs" size="compact-sm" variant="default" onClick={onShow}>
      Show all {total.toLocaleString('en-GB')}
    </Button>
  );
}
