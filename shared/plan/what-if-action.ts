import { z } from 'zod';
import { assertNever } from '../result';
import { conflictTypes } from '../vendor/event';
import { eventSchema, ruleSchema } from '../vendor/scenario';

const name = z.string().min(1).max(20_000);

/** One "what if" on top of a plan, as the window asks for it and as a kept list of them is written. */
export const whatIfActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename-group'), displayName: name, to: name }),
  /** Unbound from the application in JumpCloud: the group stays at the vendor, its members may not (J12). */
  z.strictObject({ kind: z.literal('untick-group'), displayName: name }),
  z.strictObject({ kind: z.literal('delete-group'), displayName: name }),
  /** Pushed again under its old name; without `members` with those it had (section 3: they must be pushed again). */
  z.strictObject({ kind: z.literal('restore-group'), displayName: name, members: z.array(name).optional() }),
  /** Out of one group, into another, or only one of the two. */
  z.strictObject({ kind: z.literal('move-person'), userName: name, from: name.nullable(), to: name.nullable() }),
  /** As if the rules had been these before the first push. */
  z.strictObject({ kind: z.literal('change-rules'), rules: z.array(ruleSchema).max(5_000) }),
  z.strictObject({
    kind: z.literal('resolve-conflict'),
    userName: name,
    use: z.enum(['current', 'incoming']),
    conflictType: z.enum(conflictTypes).optional(),
  }),
  /** Anything else that can happen, as a scenario writes it. */
  z.strictObject({ kind: z.literal('events'), label: z.string().max(200), events: z.array(eventSchema).max(500_000) }),
]);

export type WhatIfAction = z.output<typeof whatIfActionSchema>;

export function explainAction(action: WhatIfAction): string {
  switch (action.kind) {
    case 'rename-group':
      return `rename group ${action.displayName} to ${action.to}`;
    case 'untick-group':
      return `untick group ${action.displayName}`;
    case 'delete-group':
      return `delete group ${action.displayName}`;
    case 'restore-group':
      return `restore group ${action.displayName}`;
    case 'move-person':
      if (action.from === null)
        return action.to === null ? `leave ${action.userName} where they are` : `add ${action.userName} to ${action.to}`;
      return action.to === null
        ? `take ${action.userName} out of ${action.from}`
        : `move ${action.userName} from ${action.from} to ${action.to}`;
    case 'change-rules':
      return action.rules.length === 1 ? 'take one rule instead' : `take ${action.rules.length} rules instead`;
    case 'resolve-conflict':
      return `${action.use === 'current' ? 'Keep Current' : 'Use Incoming'} for ${action.userName}`;
    case 'events':
      return action.label;
    default:
      return assertNever(action);
  }
}
