import { startTransition, useEffect, useState } from 'react';

/**
 * False until what is there has been painted once: what is long to draw comes in the frames after it, not in the same one. `when` is
 * false as long as there is nothing to be painted first.
 */
export function useAfterPaint(when = true): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!when) return;
    let task: ReturnType<typeof setTimeout> | null = null;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      if (task !== null) clearTimeout(task);
    };
  }, [when]);
  return painted;
}
