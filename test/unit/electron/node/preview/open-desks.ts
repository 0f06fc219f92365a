import { Desks } from '../../../../../electron/node/preview/answer-questions';
import { MemoryDocuments } from '../../../../../electron/node/stores/memory-documents';
import type { AppError } from '../../../../../shared/app-error';
import type { PreviewPushes } from '../../../../../shared/ipc/preview';
import type { Result } from '../../../../../shared/result';

/** Desks over memory, with a clock that moves on by 5 ms at each look: time passes, and the same way each time. */
export function openDesks(documents = new MemoryDocuments()) {
  const progress: PreviewPushes['preview:progress'][] = [];
  let elapsed = 0;
  const desks = new Desks({
    documentsOf: (workspaceId) => documents.of(workspaceId),
    clock: {
      now: () => new Date('2026-11-24T08:00:00Z'),
      elapsedMs: () => {
        elapsed += 5;
        return elapsed;
      },
    },
    report: (step) => progress.push(step),
  });
  return { ask: desks.answers, desks, documents, progress };
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
