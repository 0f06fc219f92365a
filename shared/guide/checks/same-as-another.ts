import type { PlainValueId } from '../value-id';
import { values } from '../values';
import { type JudgedRule, judged } from './rule';

/** Two fields of the ledger with the same text, of which at least one was copied from the wrong line. */
export const sameAsAnother = (others: readonly PlainValueId[]): JudgedRule =>
  judged({
    code: 'same-as-another',
    severity: 'warning',
    title: 'The same as another value',
    remedy: 'Compare both where they stand: as a rule one of the two was copied twice.',
    look: (text, context) => {
      const other = others.find((id) => context.values[id] === text);
      return other === undefined ? null : { expected: `another text than the ${values[other].name}`, found: 'the same' };
    },
  });
