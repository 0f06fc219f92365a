import { useHotkeys } from '@mantine/hooks';

/** j and k go through the steps while nothing is being typed; the arrows with Alt do so always. */
export function useStepKeys(goTo: (offset: 1 | -1) => void): void {
  useHotkeys([
    ['j', () => goTo(1)],
    ['k', () => goTo(-1)],
  ]);
  useHotkeys(
    [
      ['alt+ArrowDown', () => goTo(1)],
      ['alt+ArrowUp', () => goTo(-1)],
    ],
    [],
  );
}
