import { useHotkeys } from '@mantine/hooks';

/** j and k, or the arrows with Alt, go through the steps; not while typing. */
export function useStepKeys(goTo: (offset: 1 | -1) => void): void {
  useHotkeys([
    ['j', () => goTo(1)],
    ['k', () => goTo(-1)],
    ['alt+ArrowDown', () => goTo(1)],
    ['alt+ArrowUp', () => goTo(-1)],
  ]);
}
