import { useEffect, useState } from 'react';

/** How many of many things are drawn: some more in each frame, from none on whenever they are those of something else. */
export function useGrowing(of: object, total: number, perFrame: number): number {
  const [drawn, setDrawn] = useState({ of, count: 0 });
  const count = drawn.of === of ? drawn.count : 0;
  useEffect(() => {
    if (count >= total) return;
    const frame = requestAnimationFrame(() => setDrawn({ of, count: count + perFrame }));
    return () => cancelAnimationFrame(frame);
  }, [of, count, total, perFrame]);
  return count;
}
