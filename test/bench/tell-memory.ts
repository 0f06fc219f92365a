import type { MemoryReport } from './messages';

/** Answers "memory" with what is left after two collections; the process is started with --expose-gc. */
export function tellMemoryWhenAsked(): void {
  process.on('message', (question) => {
    if (question !== 'memory') return;
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const report: MemoryReport = { kind: 'memory', heapBytes: heapUsed + external, residentBytes: rss };
    process.send?.(report);
  });
}
