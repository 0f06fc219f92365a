/** Why a large journal was opened without being read through, for the person who opens it. */
export const explainUnchecked = (bytes: number): string =>
  `The journal is ${Math.round(bytes / 1_048_576).toLocaleString('en-GB')} MB and was not read through at opening: what was read of it is sound, older parts were not looked at.`;
