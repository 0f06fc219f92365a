/** Marks the field of a value in the document, so that a check or a paste can lead to it. */
export const fieldAttribute = 'data-value-field';

const fields = (root: ParentNode): readonly HTMLElement[] => Array.from(root.querySelectorAll<HTMLElement>(`[${fieldAttribute}]`));

function reveal(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
  element.focus({ preventScroll: true });
}

/** Goes to the field of a value on this screen; false when there is none. */
export function focusField(id: string): boolean {
  const field = fields(document).find((element) => element.getAttribute(fieldAttribute) === id);
  if (field === undefined) return false;
  reveal(field);
  return true;
}

const isEmpty = (element: HTMLElement): boolean =>
  (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) && element.value.trim() === '';

/** After a field was filled: on to the next empty one below it; false when there is none, and the focus stays. */
export function focusNextEmptyField(id: string): boolean {
  const all = fields(document);
  const at = all.findIndex((element) => element.getAttribute(fieldAttribute) === id);
  const next = all.slice(at + 1).find(isEmpty);
  if (next === undefined) return false;
  reveal(next);
  return true;
}
