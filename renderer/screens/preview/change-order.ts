/** The two kinds of change that the keys on the preview take back: a choice that it is made from, and a what-if on top of it. */
export type ChangeKind = 'choice' | 'what-if';

/** What one kind has: changes that can be taken back, and whether one can be made again. */
export interface KindStand {
  readonly made: number;
  readonly canRedo: boolean;
}

/** In which order they were made and taken back, the last one last. Each kind keeps its own changes; here is only whose turn it is. */
export interface ChangeOrder {
  readonly past: readonly ChangeKind[];
  readonly future: readonly ChangeKind[];
}

export const noOrder: ChangeOrder = { past: [], future: [] };

const kinds = ['what-if', 'choice'] as const;

/**
 * The order after each kind has come to stand where it does. What was made elsewhere since the last look are choices, on the
 * settings, so that they come last; what-ifs of an earlier start come first in the same way, before there is any choice.
 */
export function followOrder(order: ChangeOrder, stands: Readonly<Record<ChangeKind, KindStand>>): ChangeOrder {
  let past = [...order.past];
  let future = [...order.future];
  for (const kind of kinds) {
    const { made, canRedo } = stands[kind];
    let known = past.filter((entry) => entry === kind).length;
    for (; known < made; known += 1) {
      past.push(kind);
      future = withoutLast(future, kind);
    }
    for (; known > made; known -= 1) {
      past = withoutLast(past, kind);
      future.push(kind);
    }
    // A new change of a kind takes away what could be made again of it.
    if (!canRedo) future = future.filter((entry) => entry !== kind);
  }
  return { past, future };
}

function withoutLast(entries: readonly ChangeKind[], kind: ChangeKind): ChangeKind[] {
  const at = entries.lastIndexOf(kind);
  return entries.filter((_, place) => place !== at);
}
