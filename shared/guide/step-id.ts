/** The seed's 14 steps with their numbers, and its 4 group steps where the seed has them: between 13 and 14. */
export const stepIds = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', 'G1', 'G2', 'G3', 'G4', '14'] as const;
export type StepId = (typeof stepIds)[number];

export const isStepId = (text: string): text is StepId => (stepIds as readonly string[]).includes(text);

export const isGroupStep = (id: StepId): boolean => id.startsWith('G');

/** The neighbour in the guide's order; null at either end. */
export function stepBeside(id: StepId, offset: 1 | -1): StepId | null {
  return stepIds[stepIds.indexOf(id) + offset] ?? null;
}
