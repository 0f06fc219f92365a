/** Long work that somebody waits for and may call off. */
export interface Work {
  readonly elapsedMs: () => number;
  readonly isCancelled: () => boolean;
}

/** Work between two looks at the mail: short enough that a cancel and any other question are heard at once. */
const stepMs = 12;

/** Lets messages in that have come meanwhile. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes the steps and hears messages between them; `report` is told before each look. Null when it was called off. */
export async function inSteps<T, Progress>(
  steps: Generator<Progress, T, void>,
  { elapsedMs, isCancelled }: Work,
  report: (progress: Progress) => void = () => undefined,
): Promise<T | null> {
  let lastTurnMs = elapsedMs();
  for (;;) {
    if (isCancelled()) {
      steps.return(undefined as never);
      return null;
    }
    const step = steps.next();
    if (step.done === true) return step.value;
    if (elapsedMs() - lastTurnMs < stepMs) continue;
    report(step.value);
    await nextTurn();
    lastTurnMs = elapsedMs();
  }
}

/** Pieces of a file as they are made; an empty one is work that has written nothing yet. Throws when it is called off, so that no file is left. */
export async function* piecesInSteps(pieces: Iterable<string>, { elapsedMs, isCancelled }: Work): AsyncGenerator<string, void, void> {
  let lastTurnMs = elapsedMs();
  for (const piece of pieces) {
    if (piece !== '') yield piece;
    if (elapsedMs() - lastTurnMs < stepMs) continue;
    await nextTurn();
    if (isCancelled()) throw new Error('called off by who asked for it');
    lastTurnMs = elapsedMs();
  }
}
