/** A step of the set-up that could not be done: which, why, and what the person can do about it. */
export class SetUpError extends Error {
  /** @param {{ step: string, cause: string, fix: string }} problem */
  constructor({ step, cause, fix }) {
    super(`${step} failed\n  why: ${cause}\n  do:  ${fix}`);
    this.name = 'SetUpError';
    this.step = step;
  }
}
