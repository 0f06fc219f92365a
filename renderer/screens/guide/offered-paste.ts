/** The text that was pasted into the guide as a whole, until it is taken or dismissed. Kept outside React: buttons and the keyboard offer it. */
let offered: string | null = null;
const listeners = new Set<() => void>();

export const offeredPaste = (): string | null => offered;

export function offerPaste(text: string | null): void {
  offered = text;
  for (const listener of listeners) listener();
}

export function subscribeToOfferedPaste(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
