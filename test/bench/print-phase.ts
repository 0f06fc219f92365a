import type { PhaseMeasure } from './watch-window';

/** A frame at 60 Hz. */
const frameMs = 1000 / 60;
const frames = (ms: number): string => (ms / frameMs).toFixed(1);

/** One line a phase, as multiples of a frame. */
export const printPhase = ({ phase, tookMs, gapsMs, longTasksMs, mainGapMs }: PhaseMeasure): void => {
  const worst = [...gapsMs].sort((a, b) => b - a).slice(0, 3);
  const over = gapsMs.filter((gap) => gap > 2.1 * frameMs).length;
  process.stdout.write(
    `${[
      phase.padEnd(26),
      `page ${worst.map(frames).join(' ')}`.padEnd(18),
      `${over} over 2`.padEnd(10),
      `long tasks ${longTasksMs.map(frames).join(' ') || 'none'}`.padEnd(22),
      `main ${frames(mainGapMs)}`.padEnd(10),
      `${Math.round(tookMs)} ms in all`,
    ].join('  ')}\n`,
  );
};
