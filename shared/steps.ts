/**
 * Long work in steps of some milliseconds each. Between two of them a thread may hear what came meanwhile; who asks for no further
 * step gives the work up. What is read must not change between them.
 */
export type Steps<T> = Generator<void, T, void>;

/** For who has nothing to hear meanwhile. */
export function inOneGo<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const entriesPerStep = 2048;

/** True at every 2,048th place in a long list: time for a step to end, where an entry takes some microseconds. */
export const endsStep = (at: number): boolean => at % entriesPerStep === entriesPerStep - 1;

/** The same steps, each telling how far whatever they are a part of has come. */
export function* telling<T, Progress>(steps: Steps<T>, progress: Progress): Generator<Progress, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}
