import type { PreflightApp } from '../e2e/app/launch';

/** What one phase did to the two threads that a window's user feels. */
export interface PhaseMeasure {
  readonly phase: string;
  readonly tookMs: number;
  /** Between two animation frames of the page. */
  readonly gapsMs: readonly number[];
  /** Tasks of 50 ms or more on the page's thread, as Chromium reports them. */
  readonly longTasksMs: readonly number[];
  /** Between two turns of main's event loop, the longest. */
  readonly mainGapMs: number;
}

interface PageSamples {
  readonly gaps: number[];
  readonly tasks: number[];
}

/**
 * Watches the page's animation frames and main's event loop from now on. Measuring itself costs a callback a frame and one a
 * millisecond; Playwright's own look-ups run on the page's thread too, so that what is told is an upper bound.
 */
export async function watchWindow({ electron, window }: PreflightApp) {
  await window.evaluate(() => {
    const samples: PageSamples = { gaps: [], tasks: [] };
    Object.assign(globalThis, { benchSamples: samples });
    let before = performance.now();
    const frame = () => {
      const now = performance.now();
      samples.gaps.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) samples.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await electron.evaluate(() => {
    const samples = { worst: 0 };
    Object.assign(globalThis, { benchMain: samples });
    let before = performance.now();
    const turn = () => {
      const now = performance.now();
      samples.worst = Math.max(samples.worst, now - before);
      before = now;
      setTimeout(turn, 1);
    };
    turn();
  });
  const takePage = () =>
    window.evaluate(() => {
      const { benchSamples } = globalThis as unknown as { readonly benchSamples: PageSamples };
      return { gaps: benchSamples.gaps.splice(0), tasks: benchSamples.tasks.splice(0) };
    });
  const takeMain = () =>
    electron.evaluate(() => {
      const { benchMain } = globalThis as unknown as { readonly benchMain: { worst: number } };
      const { worst } = benchMain;
      benchMain.worst = 0;
      return worst;
    });

  return async (phase: string, act: () => Promise<void>): Promise<PhaseMeasure> => {
    await takePage();
    await takeMain();
    const startedMs = performance.now();
    await act();
    const tookMs = performance.now() - startedMs;
    // A task is reported after it has ended, and the frame after it belongs to the phase as well.
    await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
    const { gaps, tasks } = await takePage();
    return {
      phase,
      tookMs,
      gapsMs: gaps,
      longTasksMs: tasks.sort((a, b) => b - a),
      mainGapMs: await takeMain(),
    };
  };
}
